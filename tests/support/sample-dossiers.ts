import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dossiers as german } from '#app/content/de/dossiers.ts';
import { dossiers as english } from '#app/content/en/dossiers.ts';
import { checklistDossier } from '#app/domain/dossier/checklist-dossier.ts';
import type { DossierDocument, DossierLanguage } from '#app/domain/dossier/document.ts';
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

async function writeSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const fonts = loadPdfFonts();
  for (const kind of ['checklist', 'incident'] as const) {
    for (const language of ['de', 'en'] as const) {
      const { bytes } = await renderPdfBytes(sampleDocument(kind, language), fonts);
      writeFileSync(path.join(folder, `${kind}-${language}.pdf`), bytes);
    }
  }
  const { bytes } = await renderPdfBytes(awkwardDocument(), fonts);
  writeFileSync(path.join(folder, 'awkward.pdf'), bytes);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (folder) await writeSamples(folder);
  else console.error('Usage: npx tsx tests/support/sample-dossiers.ts <folder>');
}
