import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dossiers as german } from '#app/content/de/dossiers.ts';
import { dossiers as english } from '#app/content/en/dossiers.ts';
import { checklistDossier } from '#app/domain/dossier/checklist-dossier.ts';
import type { DossierDocument, DossierLanguage } from '#app/domain/dossier/document.ts';
import type { IncidentDossierInput } from '#app/domain/dossier/incident-dossier-input.ts';
import { incidentDossier } from '#app/domain/dossier/incident-dossier.ts';
import { loadPdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import { renderPdfBytes } from '#app/infrastructure/pdf/render-pdf.ts';
import { checklistSample, incidentSample } from './dossier-inputs.ts';

/** Documents for tests and for the eye; `npx tsx tests/support/sample-dossiers.ts <folder>` writes them as PDFs. */

const texts = { de: german, en: english } as const;

export function sampleDocument(kind: 'checklist' | 'incident', language: DossierLanguage): DossierDocument {
  const { shared, checklist, incident } = texts[language];
  return kind === 'checklist'
    ? checklistDossier(checklistSample(language), checklist, shared)
    : incidentDossier(incidentSample(language), incident, shared);
}

/** Text of every awkward kind: long table, long paragraph, unbroken word, foreign scripts, symbols that no font has. */
export function awkwardDocument(): DossierDocument {
  const base = sampleDocument('checklist', 'de');
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  return {
    ...base,
    sections: [
      {
        heading: 'Lange Tabelle',
        blocks: [{
          kind: 'table',
          columns: [{ heading: 'Laufende Nummer', width: 20 }, { heading: 'Inhalt', width: 60 }, { heading: 'Ende', width: 20, align: 'end' }],
          rows: Array.from({ length: 300 }, (_, index) => [
            { text: `Zeile-${index + 1}` }, { text: index % 7 === 0 ? `${word} ${word}` : 'Inhalt der Zeile', note: index % 5 === 0 ? 'Anmerkung' : undefined }, { text: String(index * 17) },
          ]),
          emptyText: '',
        }],
      },
      { heading: 'Langer Absatz', blocks: [{ kind: 'paragraph', text: `${'Ein Satz mit genau so vielen Wörtern wie nötig. '.repeat(209)}Schlusswort-10000.` }] },
      {
        heading: 'Schriften',
        blocks: [
          { kind: 'paragraph', text: 'Łódź źródło ďábel Ő ẞ Приве́т Ελληνικά Tiếng Việt' },
          { kind: 'paragraph', text: 'Emoji 😀 Hebräisch שלום Richtung \u202eabc Pfeil → Haken ✓ Steuerzeichen \u0007 Rest' },
          { kind: 'table', columns: [{ heading: 'Eine Zelle über Seiten', width: 1 }], rows: [[{ text: `${'Zellentext '.repeat(1200)}Zellenende` }]], emptyText: '' },
        ],
      },
    ],
  };
}

/** What a company gets that has answered nothing, or has said no more than that something happened. */
export function emptyDocument(kind: 'checklist' | 'incident'): DossierDocument {
  const { shared, checklist, incident } = texts.de;
  return kind === 'checklist'
    ? checklistDossier(
        { ...checklistSample('de'), result: { points: 0, maximum: 0 }, previous: null, topics: [], answers: [], measures: [], words: [], providers: null, statements: [], notAsked: [], checkpoint: null, recipient: null, signer: null, scope: { covers: '–', leftOut: null }, assessment: { ...checklistSample('de').assessment, people: [], confirmedBy: null } },
        checklist,
        shared,
      )
    : incidentDossier(unstated(incidentSample('de')), incident, shared);
}

/** The same input with every statement open and every list empty. */
function unstated(input: IncidentDossierInput): IncidentDossierInput {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return [];
    if (typeof value !== 'object' || value === null) return value;
    return 'certainty' in value ? { certainty: 'not_stated' } : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, strip(one)]));
  };
  return { ...(strip(input) as IncidentDossierInput), findings: null, checkpoint: null, recipient: null, signer: null };
}

/** Far more than anybody reads: three hundred steps, exhibits with endless names, long words, letters of many scripts. */
export function endlessDocument(): DossierDocument {
  const input = incidentSample('de');
  const word = 'Sicherungskopiewiederherstellungsverfahrensanweisung'.repeat(4);
  const names = ['Łukasz Źródło', 'שלום כהן', 'Ďuro Ťažký', 'Emoji 😀 Betrieb', word] as const;
  const at = (index: number): string => new Date(Date.UTC(2026, 10, 19, 5, index * 7)).toISOString();
  return incidentDossier(
    {
      ...input,
      company: { ...input.company, name: `Łódź & שלום 😀 ${word}` },
      timeline: Array.from({ length: 300 }, (_, index) => ({ at: at(index), what: index % 9 === 0 ? `${word} Schritt-${index}` : `Schritt-${index}`, by: names[index % names.length]! })),
      measures: Array.from({ length: 120 }, (_, index) => ({ at: { certainty: 'known', value: at(index) }, what: `Maßnahme-${index} `.repeat(index % 13 === 0 ? 90 : 3), by: names[index % names.length]! })),
      exhibits: Array.from({ length: 60 }, (_, index) => ({ ...input.exhibits[0]!, number: `B${index + 1}`, title: `${word}${index}.eml` })),
    },
    texts.de.incident,
    texts.de.shared,
  );
}

async function writeSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const fonts = loadPdfFonts();
  for (const kind of ['checklist', 'incident'] as const) {
    for (const language of ['de', 'en'] as const) {
      const { bytes } = await renderPdfBytes(sampleDocument(kind, language), fonts);
      writeFileSync(path.join(folder, `${kind}-${language}.pdf`), bytes);
    }
  }
  const extremes = { awkward: awkwardDocument(), endless: endlessDocument(), 'empty-checklist': emptyDocument('checklist'), 'empty-incident': emptyDocument('incident') };
  for (const [name, document] of Object.entries(extremes)) writeFileSync(path.join(folder, `${name}.pdf`), (await renderPdfBytes(document, fonts)).bytes);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (folder) await writeSamples(folder);
  else console.error('Usage: npx tsx tests/support/sample-dossiers.ts <folder>');
}
