import { describe, expect, test } from 'vitest';
import { dossiers as german } from '#app/content/de/dossiers.ts';
import { dossiers as english } from '#app/content/en/dossiers.ts';
import { incidentSample } from '#tests/support/dossier-inputs.ts';
import type { DossierDocument, TableBlock, TableCell } from './document.ts';
import type { IncidentDossierInput } from './incident-dossier-input.ts';
import { incidentDossier } from './incident-dossier.ts';
import { leaveOut } from './leave-out.ts';

function build(change: Partial<IncidentDossierInput> = {}): DossierDocument {
  return incidentDossier({ ...incidentSample('de'), ...change }, german.incident, german.shared);
}

function rowOf(document: DossierDocument, label: string): readonly TableCell[] | undefined {
  return document.sections
    .flatMap((section) => section.blocks)
    .filter((block): block is TableBlock => block.kind === 'table')
    .flatMap((table) => table.rows)
    .find((row) => row[0]?.text === label);
}

describe('dossier of an incident', () => {
  test('says for each statement whether it is known, estimated or not stated', () => {
    const document = build();
    expect(rowOf(document, 'Bemerkt')?.map((cell) => cell.text)).toEqual(['Bemerkt', '19.11.2026, 6:40 Uhr', 'bekannt']);
    expect(rowOf(document, 'Geschehen')?.map((cell) => cell.text)).toEqual(['Geschehen', '18.11.2026, 23:30 Uhr', 'geschätzt']);
    expect(rowOf(document, 'Datensicherung betroffen')?.map((cell) => cell.text)).toEqual(['Datensicherung betroffen', '–', 'nicht angegeben']);
  });

  test('counts on its first page how much is known, estimated and not stated', () => {
    const input = incidentSample('de');
    const certainties = [...JSON.stringify(input).matchAll(/"certainty":"(\w+)"/g)].map((match) => match[1]);
    const count = (certainty: string): number => certainties.filter((one) => one === certainty).length;
    const first = JSON.stringify(build().sections[0]);
    expect(first).toContain(`Von ${certainties.length} Angaben sind ${count('known')} bekannt, ${count('estimated')} geschätzt und ${count('not_stated')} nicht angegeben`);
    expect(count('not_stated')).toBeGreaterThan(5);
  });

  test('says of each deadline whether it was kept; "at once" is not judged', () => {
    const deadline = { rule: 'Regel', dueAt: '2026-11-19T17:00:00.000Z', atOnce: false, state: 'done' } as const;
    const document = build({
      deadlines: [
        { ...deadline, what: 'Rechtzeitig', doneAt: '2026-11-19T16:59:00.000Z' },
        { ...deadline, what: 'Spät', doneAt: '2026-11-19T17:01:00.000Z' },
        { ...deadline, what: 'Sofort', atOnce: true, doneAt: '2026-11-20T17:01:00.000Z' },
        { ...deadline, what: 'Vielleicht', state: 'possible', doneAt: null },
      ],
    });
    expect(rowOf(document, 'Rechtzeitig')?.[2]).toMatchObject({ text: 'erledigt', note: 'am 19.11.2026, 17:59 Uhr, innerhalb der Frist' });
    expect(rowOf(document, 'Spät')?.[2]).toMatchObject({ note: 'am 19.11.2026, 18:01 Uhr, nach Ablauf der Frist' });
    expect(rowOf(document, 'Sofort')?.slice(1)).toMatchObject([{ text: 'unverzüglich' }, { note: 'am 20.11.2026, 18:01 Uhr' }]);
    expect(rowOf(document, 'Vielleicht')?.[2]).toMatchObject({ text: 'hängt von Angaben ab', mark: 'question' });
  });

  test('keeps the course of the case, what was done, and the opinion of the provider apart', () => {
    const headings = build().sections.map((section) => section.heading);
    for (const heading of ['Verlauf', 'Was seitdem getan wurde', 'Was der Dienstleister festgestellt hat']) expect(headings).toContain(heading);
    expect(rowOf(build(), '19.11.2026, 7:12 Uhr')?.map((cell) => cell.text)).toEqual(['19.11.2026, 7:12 Uhr', 'Gemeldet', 'Erika Mustermann, Tischlerei Muster & Söhne GmbH']);
    expect(JSON.stringify(build())).toContain('kein Gutachten und keine Aussage des Betriebs');
    expect(JSON.stringify(build({ findings: null }))).toContain('Zur Ursache steht nichts fest.');
  });

  test('says since when a provider is vetted, and of one from outside that it is not', () => {
    const [provider] = incidentSample('de').providers;
    const document = build({ providers: [provider!, { ...provider!, name: 'Fremd GmbH', vetted: null }] });
    expect(rowOf(document, provider!.name)?.[3]?.text).toBe('02.03.2026 bis 30.06.2028');
    expect(rowOf(document, 'Fremd GmbH')?.[3]?.text).toBe('nein');
  });

  test('what the provider found can stay out, with its open points', () => {
    const { content, texts } = leaveOut(incidentSample('de'), ['findings'], german.incident, german.pages.leaveOut);
    const text = JSON.stringify(incidentDossier({ ...incidentSample('de'), ...content }, texts, german.shared));
    for (const gone of ['Offener Fernzugang', 'Fernzugang nur mit zweitem Faktor', 'Sind die Sicherungen vom Wochenende lesbar?', 'Zur Ursache steht nichts fest', 'Kein offener Punkt']) expect(text).not.toContain(gone);
    expect(text.match(/In diesem Bericht weggelassen/g)).toHaveLength(2);
  });

  test('prints what nobody stated instead of leaving it out', () => {
    const nothing = { certainty: 'not_stated' } as const;
    const document = build({ insurance: { insurer: nothing, policyNumber: nothing, broker: nothing, contact: nothing, informed: nothing, hotlineUsedAt: nothing } });
    for (const label of ['Versicherer', 'Vertragsnummer', 'Vermittler']) expect(rowOf(document, label)?.[2]?.text).toBe('nicht angegeben');
  });

  test('carries all conduct rules', () => {
    const text = JSON.stringify(build());
    expect(german.incident.conduct).toHaveLength(7);
    for (const rule of german.incident.conduct) expect(text).toContain(rule);
  });

  test('a sum of costs is only known when every part is', () => {
    const document = build();
    expect(rowOf(document, 'Summe der angegebenen Beträge')?.map((cell) => cell.text).slice(1)).toEqual(['12.300\u00a0€', 'geschätzt']);
    const known = build({ costs: [{ kind: 'Untersuchung', cents: { certainty: 'known', value: 100_00 } }] });
    expect(rowOf(known, 'Summe der angegebenen Beträge')?.[2]?.text).toBe('bekannt');
    const open = build({ costs: [{ kind: 'Untersuchung', cents: { certainty: 'not_stated' } }] });
    expect(rowOf(open, 'Summe der angegebenen Beträge')?.[1]?.text).toBe('–');
  });

  test('lists exhibits with the whole SHA-256', () => {
    const shown = rowOf(build(), 'B1')?.[3]?.text.replaceAll(' ', '');
    expect(shown).toBe(incidentSample('de').exhibits[0]?.sha256);
  });

  test('names what was left out and why', () => {
    expect(rowOf(build(), 'Nachrichten zwischen Betrieb und Dienstleister')?.[1]?.text).toBe('Vom Betrieb nicht ausgewählt');
    expect(JSON.stringify(build({ leftOut: [] }))).toContain('Der Betrieb hat nichts weggelassen.');
  });

  test('leaves no placeholder and no German word in the English one', () => {
    const { cover, sections } = incidentDossier(incidentSample('en'), english.incident, english.shared);
    const text = JSON.stringify([cover, sections]);
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(text).not.toMatch(/\b(nicht|und|angegeben|Fristen|Schaden|Uhr)\b/);
  });
});
