import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import { loadPdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import { renderPdfBytes } from '#app/infrastructure/pdf/render-pdf.ts';
import { archiveFaults } from '#tests/support/pdf-archive/faults.ts';
import { catalogOf, dictAt, listOf, pagesOf, readPdfModel } from '#tests/support/pdf-archive/model.ts';
import type { PdfDict, PdfModel, PdfValue } from '#tests/support/pdf-archive/model.ts';
import { flat, structureOf } from '#tests/support/pdf-archive/structure.ts';
import { awkwardDocument, emptyDocument, endlessDocument, sampleDocument } from '#tests/support/sample-dossiers.ts';

const fonts = loadPdfFonts();
const folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function modelOf(name: string, document: DossierDocument): Promise<PdfModel> {
  const { bytes } = await renderPdfBytes(document, fonts);
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return readPdfModel(file);
}

const documents: Readonly<Record<string, () => DossierDocument>> = {
  'checklist, German': () => sampleDocument('checklist', 'de'),
  'checklist, English': () => sampleDocument('checklist', 'en'),
  'checklist without any answer': () => emptyDocument('checklist'),
  'incident, German': () => sampleDocument('incident', 'de'),
  'incident, English': () => sampleDocument('incident', 'en'),
  'incident of which nothing is stated': () => emptyDocument('incident'),
  'incident with three hundred steps': () => endlessDocument(),
  'text of every awkward kind': () => awkwardDocument(),
};

describe.each(Object.keys(documents))('a file that claims PDF/A-3a: %s', (name) => {
  let model: PdfModel;
  beforeAll(async () => {
    model = await modelOf(name.replace(/\W+/g, '-'), documents[name]!());
  });

  test('breaks none of the rules that are checked', () => {
    expect(archiveFaults(model)).toEqual([]);
  });

  test('has its headings as bookmarks in the same order', () => {
    const headings = flat(structureOf(model)).filter(({ type }) => type === 'H2' || type === 'H3').length;
    const bookmarks = (parent: PdfValue | undefined): string[] => {
      const titles: string[] = [];
      for (let at = dictAt(model, parent)['/First']; at !== undefined; at = dictAt(model, at)['/Next']) {
        const dict = dictAt(model, at);
        titles.push(String(dict['/Title']).replace(/^u:/, ''), ...bookmarks(at));
        expect(listOf(dict['/Dest'])[2]).toBe(0);
      }
      return titles;
    };
    const titles = bookmarks(catalogOf(model)['/Outlines']);
    expect(titles).toHaveLength(headings);
    const written = documents[name]!().sections.flatMap((section) => [section.heading, ...section.blocks.map((block) => (block.kind === 'heading' ? block.text : undefined))]);
    expect(titles).toEqual(written.filter((title) => title !== undefined));
  });
});

describe('the rules', () => {
  let sound: PdfModel;
  beforeAll(async () => {
    sound = await modelOf('sound', sampleDocument('checklist', 'de'));
  });

  /** A copy that may be spoiled. */
  function copy(): PdfModel {
    const objects = [...sound.objects].map(([ref, { value, data }]) => [ref, { value: structuredClone(value), data }] as const);
    return { objects: new Map(objects), trailer: structuredClone(sound.trailer) };
  }

  function firstOf(model: PdfModel, isIt: (dict: PdfDict) => boolean): { readonly ref: string; readonly dict: PdfDict } {
    for (const ref of model.objects.keys()) if (isIt(dictAt(model, ref))) return { ref, dict: dictAt(model, ref) };
    throw new Error('There is no such object.');
  }

  function withData(model: PdfModel, ref: string, change: (data: Buffer) => Buffer): void {
    const object = model.objects.get(ref)!;
    model.objects.set(ref, { value: object.value, data: change(object.data!) });
  }

  const firstContent = (model: PdfModel): string => String(listOf(pagesOf(model)[0]!.dict['/Contents'])[0]);
  const inContent = (model: PdfModel, change: (content: string) => string): void => withData(model, firstContent(model), (data) => Buffer.from(change(data.toString('latin1')), 'latin1'));
  const ofType = (type: string) => (dict: PdfDict): boolean => dict['/Type'] === type;
  const element = (type: string) => (dict: PdfDict): boolean => dict['/S'] === type && '/K' in dict;

  const spoiled: Readonly<Record<string, { readonly fault: string; readonly spoil: (model: PdfModel) => void }>> = {
    'encryption': { fault: '6.1.3 is encrypted', spoil: (model) => (model.trailer['/Encrypt'] = '1 0 R') },
    'a script': { fault: '6.5.1 action', spoil: (model) => model.objects.set('9999 0 R', { value: { '/S': '/JavaScript', '/JS': 'u:app.alert(1)' }, data: null }) },
    'an action on opening': { fault: '6.4, 6.5 catalog has /OpenAction', spoil: (model) => (catalogOf(model)['/OpenAction'] = '1 0 R') },
    'an attachment': { fault: '6.5, 6.8 names have /EmbeddedFiles', spoil: (model) => (dictAt(model, catalogOf(model)['/Names'])['/EmbeddedFiles'] = '1 0 R') },
    'a form': { fault: '6.4, 6.5 catalog has /AcroForm', spoil: (model) => (catalogOf(model)['/AcroForm'] = '1 0 R') },
    'no output intent': { fault: '6.2.3 needs one', spoil: (model) => delete catalogOf(model)['/OutputIntents'] },
    'a profile for print': { fault: '6.2.3 profile is not RGB', spoil: (model) => withData(model, String(dictAt(model, listOf(catalogOf(model)['/OutputIntents'])[0])['/DestOutputProfile']), (icc) => Buffer.from(icc.toString('latin1').replace('RGB ', 'CMYK'), 'latin1')) },
    'a colour for print': { fault: '6.2.4 CMYK', spoil: (model) => inContent(model, (content) => `0 0 0 1 k\n${content}`) },
    'transparency': { fault: '6.2.10 transparency /ca', spoil: (model) => (dictAt(model, pagesOf(model)[0]!.dict['/Resources'])['/ExtGState'] = { '/Gs1': { '/ca': 0.5 } }) },
    'a font without text': { fault: '6.2.11.7', spoil: (model) => delete firstOf(model, (dict) => '/ToUnicode' in dict).dict['/ToUnicode'] },
    'a font that is not embedded': { fault: '6.2.11.4', spoil: (model) => delete firstOf(model, ofType('/FontDescriptor')).dict['/FontFile2'] },
    'a width that is not that of the font': { fault: '6.2.11.5', spoil: (model) => (firstOf(model, (dict) => '/W' in dict).dict['/W'] = [0, 65_535, 500]) },
    'a glyph that is not there': { fault: '6.2.11.8', spoil: (model) => inContent(model, (content) => content.replace(/\[<\w{4}/, '[<0000')) },
    'another part of the standard': { fault: '6.6.4', spoil: (model) => withData(model, String(catalogOf(model)['/Metadata']), (xmp) => Buffer.from(xmp.toString('utf8').replace('<pdfaid:part>3', '<pdfaid:part>2'))) },
    'two titles': { fault: '6.6.3 /Title', spoil: (model) => withData(model, String(catalogOf(model)['/Metadata']), (xmp) => Buffer.from(xmp.toString('utf8').replaceAll('Tischlerei', 'Bäckerei'))) },
    'two dates': { fault: '6.6.3 /ModDate', spoil: (model) => withData(model, String(catalogOf(model)['/Metadata']), (xmp) => Buffer.from(xmp.toString('utf8').replace(/<xmp:ModifyDate>\d{4}/, '<xmp:ModifyDate>1999'))) },
    'no marks': { fault: '6.7.2', spoil: (model) => delete catalogOf(model)['/MarkInfo'] },
    'no language': { fault: '6.7.4', spoil: (model) => delete catalogOf(model)['/Lang'] },
    'text that belongs to nothing': { fault: '6.7.3 unmarked TJ', spoil: (model) => inContent(model, (content) => `${content}\nBT /F1 9 Tf [<0001>] TJ ET`) },
    'an element without its text': { fault: '6.7.3 element without its content', spoil: (model) => inContent(model, (content) => content.replace(/\/MCID 0\b/, '/MCID 987')) },
    'a heading tagged as text': { fault: '6.7.3 content', spoil: (model) => (firstOf(model, element('/H2')).dict['/S'] = '/P') },
    'an unknown element': { fault: '6.7.3 unknown type Note', spoil: (model) => (firstOf(model, element('/Sect')).dict['/S'] = '/Note') },
    'a figure that nobody describes': { fault: '6.7.3 figure', spoil: (model) => delete firstOf(model, element('/Figure')).dict['/Alt'] },
    'a table without heads': { fault: 'table without heads', spoil: (model) => delete firstOf(model, element('/TH')).dict['/A'] },
    'a row that lost a cell': { fault: 'table with rows of different length', spoil: (model) => listOf(firstOf(model, (dict) => element('/TR')(dict) && listOf(dict['/K']).length > 2).dict['/K']).pop() },
  };

  test.each(Object.keys(spoiled))('find %s', (name) => {
    const model = copy();
    expect(archiveFaults(model)).toEqual([]);
    spoiled[name]!.spoil(model);
    expect(archiveFaults(model).join('\n')).toContain(spoiled[name]!.fault);
  });
});
