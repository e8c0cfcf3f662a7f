import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierDocument, TableBlock } from '#app/domain/dossier/document.ts';
import { arcOfLights, arcSizes } from '#app/figures/arc-of-lights.ts';
import { radar, radarSizes } from '#app/figures/radar.ts';
import { loadPdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import { renderPdf, renderPdfBytes } from '#app/infrastructure/pdf/render-pdf.ts';
import { awkwardDocument, sampleDocument } from '#tests/support/sample-dossiers.ts';

const fonts = loadPdfFonts();
const folder = mkdtempSync(path.join(tmpdir(), 'dossier-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

type Probe = {
  readonly file: string;
  readonly bytes: Buffer;
  readonly pages: number;
  /** Text of the whole document with all white space as single spaces. */
  readonly text: string;
};

/** What assistive technology reads, in its order. */
function structureOf(file: string): string {
  return run('pdfinfo', '-struct-text', file);
}

async function probeOf(name: string, document: DossierDocument): Promise<Probe> {
  const { bytes } = await renderPdfBytes(document, fonts);
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return {
    file,
    bytes,
    pages: Number(/^Pages:\s+(\d+)$/m.exec(run('pdfinfo', file))?.[1]),
    text: run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' '),
  };
}

const expectations = [
  {
    kind: 'checklist', language: 'de', lang: 'de-DE',
    facts: [
      'Stand der IT-Sicherheit', 'Tischlerei Muster & Söhne GmbH', 'Von 9 Muss-Punkten sind 6 erfüllt', '59 von 100 Punkten',
      'weiß ich nicht', 'Anhang C: Ungeklärt und nicht zutreffend', 'bis 2,5 Mio. €', 'kein Versicherungsantrag', 'Seite 1 von',
      'GD-2026-7F3K-92MX', 'Protokollstand 1284', '4Q8T-ZD2W-11VB',
    ],
  },
  {
    kind: 'checklist', language: 'en', lang: 'en-GB',
    facts: ['State of IT security', 'Of 9 must items, 6 are met', '59 of 100 points', 'I do not know', 'Annex C: Not clear and not applicable', 'not an application for insurance', 'Page 1 of', 'Audit checkpoint 1284'],
  },
  {
    kind: 'incident', language: 'de', lang: 'de-DE',
    facts: ['Schadenmeldung IT-Vorfall', 'GL-2026-0147', 'CY-0815-4711', '19.11.2026, 6:40 Uhr', 'nicht angegeben', 'geschätzt', 'Keine Schuld anerkennen', '12.300 €', 'Art. 33 DSGVO', 'steht noch still', 'Vom Betrieb nicht ausgewählt'],
  },
  {
    kind: 'incident', language: 'en', lang: 'en-GB',
    facts: ['Notice of an IT incident', 'GL-2026-0147', '19 November 2026, 06:40', 'not stated', 'estimated', 'Do not admit fault', '€ 12,300', 'Art. 33 GDPR', 'still down'],
  },
] as const;

describe.each(expectations)('PDF of a dossier: $kind, $language', ({ kind, language, lang, facts }) => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await probeOf(`${kind}-${language}`, sampleDocument(kind, language));
  });

  test('is sound in the eyes of qpdf', () => {
    expect(run('qpdf', '--check', probe.file)).toContain('No syntax or stream encoding errors found');
  });

  test('is tagged, names its language and shows its title', () => {
    expect(run('pdfinfo', probe.file)).toMatch(/^Tagged:\s+yes$/m);
    const [, objects] = (JSON.parse(run('qpdf', '--json', probe.file)) as { qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>] }).qpdf;
    const catalogue = Object.values(objects).find((object) => object.value?.['/Type'] === '/Catalog')?.value;
    expect(catalogue?.['/Lang']).toBe(`u:${lang}`);
    const preferences = objects[`obj:${String(catalogue?.['/ViewerPreferences'])}`]?.value;
    expect(preferences?.['/DisplayDocTitle']).toBe(true);
  });

  test('has all fonts embedded and readable as text', () => {
    const rows = run('pdffonts', probe.file).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const row of rows) expect(row).toMatch(/yes yes yes\s+\d+\s+0\s*$/);
  });

  test.each(facts)('says: %s', (fact) => {
    expect(probe.text).toContain(fact);
  });

  // One language is enough: poppler takes seconds for a tree, and both have the same.
  if (language === 'de') test('is read out in order: headings, tables with heads, lists, figures with a description', () => {
    const structure = structureOf(probe.file);
    for (const element of ['Document', 'H1', 'H2', 'Table', 'TH', 'TD', 'L (block)', 'LI']) expect(structure).toContain(element);
    if (kind === 'checklist') expect(structure).toContain('Figure');
    if (kind === 'checklist') expect(run('qpdf', '--json', probe.file)).toContain('/Alt": "u:Lichterbogen. Ergebnis: 59 von 100 Punkten');
    // Words at the ends of lines stay apart.
    expect(structure).toContain(kind === 'checklist' ? 'ungeklärt: 4; nicht zutreffend: 1' : 'Textdatei mit einer Forderung.');
    // Page frames are decoration.
    expect(structure).not.toContain('Seite 1 von');
  });

  test('shows number, id and audit checkpoint on every page', () => {
    for (let page = 1; page <= probe.pages; page += 1) {
      const text = run('pdftotext', '-f', String(page), '-l', String(page), probe.file, '-').replace(/\s+/g, ' ');
      expect(text).toContain(language === 'de' ? `Seite ${page} von ${probe.pages}` : `Page ${page} of ${probe.pages}`);
      expect(text).toContain('GD-2026-');
      expect(text).toContain('1284');
    }
  });

  test('is the same to the byte when made again', async () => {
    const again = await renderPdfBytes(sampleDocument(kind, language), fonts);
    expect(again.bytes.equals(probe.bytes)).toBe(true);
    const document = sampleDocument(kind, language);
    const later = { ...document, metadata: { ...document.metadata, createdAt: '2026-11-19T08:15:01.000Z' } };
    expect((await renderPdfBytes(later, fonts)).sha256).not.toBe(again.sha256);
  });
});

describe('PDF with awkward text', () => {
  let probe: Probe;
  beforeAll(async () => {
    probe = await probeOf('awkward', awkwardDocument());
  });

  test('every one of 300 rows is there, under a repeated head', () => {
    for (let row = 1; row <= 300; row += 1) expect(probe.text).toContain(`Zeile-${row} `);
    expect(probe.text.match(/Laufende Nummer/g)!.length).toBeGreaterThan(5);
  });

  test('a repeated head is read out once', async () => {
    const whole = awkwardDocument();
    const table = whole.sections[0]!.blocks[0] as TableBlock;
    const short = { ...whole, sections: [{ blocks: [{ ...table, rows: table.rows.slice(0, 60) }] }] };
    const { file, pages } = await probeOf('short', short);
    expect(pages).toBeGreaterThan(1);
    expect(structureOf(file).match(/Laufende Nummer/g)).toHaveLength(1);
  });

  test('a paragraph of ten thousand characters runs to its last word', () => {
    expect(probe.text).toContain('Schlusswort-10000.');
    expect(probe.text.match(/Ein Satz mit genau so vielen Wörtern/g)!.length).toBeGreaterThanOrEqual(205);
  });

  test('a cell longer than a page runs to its last word', () => {
    expect(probe.text.match(/Zellentext/g)).toHaveLength(1200);
    expect(probe.text).toContain('Zellenende');
  });

  test('letters of further scripts are there as letters', () => {
    for (const word of ['Łódź', 'źródło', 'ďábel', 'Ő', 'Ελληνικά', 'Việt']) expect(probe.text).toContain(word);
    expect(probe.text).toContain('Приве');
  });

  test('what no font has is there as its code point', () => {
    for (const shown of ['[U+1F600]', '[U+05E9][U+05DC][U+05D5][U+05DD]', '[U+202E]abc', '[U+2192]', '[U+2713]', '[U+0007]']) {
      expect(probe.text).toContain(shown);
    }
  });

  test('passes qpdf', () => {
    expect(run('qpdf', '--check', probe.file)).toContain('No syntax or stream encoding errors found');
  });
});

test('a name with characters of XML leaves the metadata well formed', async () => {
  const document = sampleDocument('checklist', 'de');
  const { bytes } = await renderPdfBytes(
    { ...document, metadata: { ...document.metadata, subject: 'Meyer & <Sohn>', issuer: 'A & B' } },
    fonts,
  );
  const packet = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes.toString('utf8'))?.[0];
  expect(packet).toContain('Meyer &amp; &lt;Sohn&gt;');
  expect(packet).not.toMatch(/&(?!amp;|lt;|gt;)/);
  expect(packet).toContain('<pdfaid:part>3</pdfaid:part>');
});

test('the stream gives the same bytes as the whole', async () => {
  const parts: Buffer[] = [];
  for await (const part of renderPdf(sampleDocument('incident', 'de'), fonts)) parts.push(Buffer.from(part as Uint8Array));
  const whole = await renderPdfBytes(sampleDocument('incident', 'de'), fonts);
  expect(Buffer.concat(parts).equals(whole.bytes)).toBe(true);
});

test('net and arc are drawn from the geometry that the page draws from', async () => {
  const { file } = await probeOf('figures', sampleDocument('checklist', 'de'));
  const drawn = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1', maxBuffer: 64 * 1024 * 1024 });
  const points = (path: string): string[] => [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => `${x} ${y}`);
  const document = sampleDocument('checklist', 'de');
  const figures = document.sections.flatMap((section) => section.blocks).flatMap((block) => (block.kind === 'figure' && block.figure.kind === 'radar' ? [block.figure] : []));
  const net = radar(figures[0]!.axes.map((axis) => axis.share * 100), figures[0]!.axes.map((axis) => axis.previousShare! * 100), radarSizes.paper);
  const [first, ...rest] = points(net.path);
  expect(drawn).toContain(`${first} m\n${rest.map((point) => `${point} l\n`).join('')}h`);
  const [before, ...others] = points(net.previousPath ?? '');
  expect(drawn).toContain(`${before} m\n${others.map((point) => `${point} l\n`).join('')}h`);
  // A circle begins at its leftmost point.
  for (const light of arcOfLights(11, 6, arcSizes.paper).lights) expect(drawn).toContain(`${Number((light.cx - light.r).toFixed(10))} ${light.cy} m\n`);
});
