import { describe, expect, test } from 'vitest';
import { dossiers as german } from '#app/content/de/dossiers.ts';
import { dossiers as english } from '#app/content/en/dossiers.ts';
import { checklistSample } from '#tests/support/dossier-inputs.ts';
import type { ChecklistDossierInput } from './checklist-dossier-input.ts';
import { checklistDossier } from './checklist-dossier.ts';
import type { DossierBlock, DossierDocument, TableBlock } from './document.ts';

function build(change: Partial<ChecklistDossierInput> = {}): DossierDocument {
  return checklistDossier({ ...checklistSample('de'), ...change }, german.checklist, german.shared);
}

function textOf(document: DossierDocument): string {
  // The labels in the metadata keep their placeholders for the renderer.
  return JSON.stringify([document.metadata.title, document.cover, document.sections]);
}

function tablesOf(document: DossierDocument, heading: string): TableBlock[] {
  const section = document.sections.find((candidate) => candidate.heading?.includes(heading));
  return (section?.blocks ?? []).filter((block): block is TableBlock & DossierBlock => block.kind === 'table');
}

describe('dossier of a checklist', () => {
  test('is plain JSON', () => {
    const document = build();
    const withoutGaps = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(document).toEqual(expect.objectContaining(withoutGaps(document)));
    expect(textOf(document)).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  test('counts must items by answer in its first sentence', () => {
    expect(textOf(build())).toContain('Von 9 Muss-Punkten sind 6 erfüllt, 1 teilweise erfüllt, 1 nicht erfüllt und 1 ungeklärt.');
  });

  test('names every must item with answer, basis, evidence and since when', () => {
    const [table] = tablesOf(build(), 'Muss-Punkte');
    expect(table?.rows).toHaveLength(9);
    expect(table?.rows[0]?.map((cell) => cell.text)).toEqual(['1.1', 'Eigene Konten', 'ja', 'selbst geprüft', '01.10.2026', '01.01.2023']);
  });

  test('lists unknown and unanswered questions with their reason, and the not applicable apart', () => {
    const [unknown, notApplicable] = tablesOf(build(), 'Anhang C');
    expect(unknown?.rows.map((row) => row[0]?.text)).toEqual(['4.2', '5.2', '6.1', '8.1']);
    expect(unknown?.rows.at(-1)?.[2]?.text).toBe('nicht beantwortet');
    expect(notApplicable?.rows.map((row) => row[2]?.text)).toEqual(['Alle Rechner laufen mit unterstützten Systemen.']);
  });

  test('an answer that nobody knows has no basis, whatever was ticked beside it', () => {
    const rows = tablesOf(build(), 'Anhang F').flatMap((table) => table.rows);
    const unknown = rows.find((row) => row[0]?.text === '4.2');
    expect([unknown?.[2]?.text, unknown?.[3]?.text]).toEqual(['weiß ich nicht', '–']);
    const bars = build().sections.flatMap((section) => section.blocks).find((block) => block.kind === 'figure' && block.figure.kind === 'bars');
    expect(bars).toMatchObject({ alt: expect.stringContaining('geschätzt: 0') as string });
  });

  test('explains its words at the very end, and has no list of them without any', () => {
    const last = build().sections.at(-1);
    expect(last?.heading).toBe('Anhang G: Begriffe');
    expect(last?.blocks).toContainEqual({ kind: 'facts', columns: 1, items: [{ term: 'Firewall', value: 'Sie lässt nur den Verkehr zwischen zwei Netzen durch, der erlaubt ist.' }] });
    expect(build({ words: [] }).sections.at(-1)?.heading).toContain('Anhang F');
  });

  test('says who answered how much in which role, what decided the questions and what was not asked', () => {
    const [people, statements, notAsked] = tablesOf(build(), 'Anhang A');
    expect(people?.rows[0]?.map((cell) => cell.text)).toEqual(['Erika Mustermann', 'Geschäftsführerin', '10']);
    expect(statements?.rows[1]?.map((cell) => cell.text)).toEqual(['8.2', 'Verkaufen Sie im Internet?', 'nein', 'Erika Mustermann']);
    expect(notAsked?.rows[0]?.map((cell) => cell.text)).toEqual(['8.3', 'Schutz des Online-Ladens', 'Folgt aus den Angaben oben']);
  });

  test('a question that nobody put is no "none": exceptions and providers say that they were not asked for', () => {
    const text = textOf(build({ providers: null, scope: { covers: 'Der Betrieb im Ganzen', leftOut: null } }));
    expect(text).toContain('Nach Ausnahmen wurde nicht gefragt');
    expect(text).toContain('Nach Dienstleistern im laufenden Betrieb wurde nicht gefragt.');
    expect(text).not.toContain('nichts ausgenommen');
    expect(text).not.toContain('nennt keinen Dienstleister');
  });

  test('what is only proposed is no plan, and only the first six are printed', () => {
    const measure = { owner: null, dueOn: null, doneOn: null, status: 'proposed' } as const;
    const document = build({ measures: Array.from({ length: 20 }, (_, index) => ({ ...measure, title: `Vorschlag-${index + 1}.` })) });
    expect(tablesOf(document, 'Anhang D')[0]?.rows).toEqual([]);
    const text = textOf(document);
    for (const shown of ['Im Portal ist keine Maßnahme eingeplant.', 'Vorschlag-6.', 'Weitere Vorschläge im Portal: 14.']) expect(text).toContain(shown);
    expect(text).not.toContain('Vorschlag-7.');
  });

  test('sorts the answers by what insurers ask about and leads to their wording', () => {
    const [table] = tablesOf(build(), 'Anhang B');
    expect(table?.rows.find((row) => row[0]?.text === 'Konten und Rechte')?.map((cell) => cell.text)).toEqual(['Konten und Rechte', '2', '1', '0', '0', '1.1, 1.2, 1.3']);
    // The question about old systems does not apply and counts nowhere.
    expect(table?.rows.find((row) => row[0]?.text === 'Updates')?.at(-1)?.text).toBe('3.1');
    expect(textOf(build())).toContain('Keine zutreffende Frage zu: Zweiter Faktor, Fernzugang');
  });

  test('prints each question in the words that were asked', () => {
    const input = checklistSample('de');
    const printed = tablesOf(build(), 'Anhang F').flatMap((table) => table.rows.map((row) => row[1]?.text));
    expect(printed).toEqual(input.answers.map((answer) => answer.question));
  });

  test('makes no statement when nothing applies', () => {
    const answers = checklistSample('de').answers.map((answer) => ({ ...answer, answer: 'not_applicable' as const }));
    const document = build({ answers, result: { points: 0, maximum: 0 } });
    expect(textOf(document)).toContain('Eine Aussage ist nicht möglich.');
    expect(textOf(document)).not.toContain('0 von 0');
  });

  test('does not name a provider without consent but counts it', () => {
    const document = build();
    expect(textOf(document)).not.toContain('wird nicht genannt');
    expect(textOf(document)).toContain('Weitere Dienstleister, die hier nicht genannt werden sollen: 1.');
  });

  test('speaks of earlier incidents only when the company added them', () => {
    expect(textOf(build())).not.toContain('Frühere Vorfälle');
    expect(textOf(build({ earlierIncidents: [] }))).toContain('Dem Betrieb ist kein früherer Vorfall bekannt.');
  });

  test('compares shares of the maximum and says when the version differs', () => {
    const lower = build({ previous: { completedAt: '2025-11-20', version: 3, points: 35, maximum: 50, otherSites: null, changes: { better: 0, worse: 2, new: 0, gone: 0, questionChanged: 1 } } });
    expect(textOf(lower)).toContain('Niedrigerer Anteil');
    expect(textOf(lower)).not.toContain('Damals galt');
    expect(textOf(build())).toContain('Damals galt Fassung 2');
    expect(textOf(build({ previous: null }))).toContain('Kein früheres Ergebnis');
  });

  test('counts many sites on the first page and names them in annex A', () => {
    const sites = Array.from({ length: 7 }, (_, at) => `Werk ${at + 1}`);
    const document = build({ company: { ...checklistSample('de').company, sites }, scope: { covers: `Nur diese Standorte: ${sites.slice(0, 5).join('; ')}`, leftOut: sites.slice(5), counted: { covered: 5, all: 7 } } });
    const [first, ...annexes] = document.sections.map((section) => JSON.stringify(section));
    expect(first).toContain('5 von 7 Standorten, genannt in Anhang A');
    expect(first).not.toContain('Werk 1');
    for (const site of sites) expect(annexes.join(' ')).toContain(site);
  });

  test('says beside an earlier result that it holds for other sites, and in annex A for which', () => {
    const { previous } = checklistSample('de');
    if (previous === null) throw new Error('the sample has an earlier result');
    const beside = (otherSites: typeof previous.otherSites) => textOf(build({ previous: { ...previous, otherSites } }));
    const other = beside({ onlyThen: ['Halle (Plauen)'], onlyNow: [] });
    for (const words of ['gilt nicht für dieselben Standorte (Anhang A)', 'Standorte des früheren Ergebnisses vom', 'Nur damals', 'Halle (Plauen)', 'andere Standorte']) expect(other).toContain(words);
    expect(other).not.toContain('Nur jetzt');
    expect(beside('not_kept')).toContain('wurde damals noch nicht festgehalten');
    expect(beside('not_kept')).not.toContain('andere Standorte');
    expect(beside(null)).not.toMatch(/Standorte des früheren|dieselben Standorte/);
  });

  test('never claims that somebody meets a rule', () => {
    for (const language of ['de', 'en'] as const) {
      const texts = language === 'de' ? german : english;
      const document = checklistDossier(checklistSample(language), texts.checklist, texts.shared);
      expect(textOf(document)).not.toMatch(/complian|konform|zertifiziert|certified|garantier|guarantee/i);
    }
  });
});
