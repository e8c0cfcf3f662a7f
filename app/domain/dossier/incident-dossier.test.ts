import { describe, expect, test } from 'vitest';
import { dossiers as german } from '#app/content/de/dossiers.ts';
import { dossiers as english } from '#app/content/en/dossiers.ts';
import { incidentSample } from '#tests/support/dossier-inputs.ts';
import type { DossierDocument, TableBlock, TableCell } from './document.ts';
import type { IncidentDossierInput } from './incident-dossier-input.ts';
import { incidentDossier } from './incident-dossier.ts';

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

  test('prints what nobody stated instead of leaving it out', () => {
    const nothing = { certainty: 'not_stated' } as const;
    const document = build({ insurance: { insurer: nothing, policyNumber: nothing, broker: nothing, contact: nothing, hotlineUsedAt: nothing } });
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
