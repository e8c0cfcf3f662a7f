import { codesOf, operationsOf } from './content-stream.ts';
import { advanceWidths } from './font-program.ts';
import { catalogOf, dataAt, dictAt, listOf, pagesOf, resolve } from './model.ts';
import type { PdfDict, PdfModel, PdfValue } from './model.ts';

/**
 * What can be checked of PDF/A-3 (ISO 19005-3) without a validator, as far as our files use it. Each function names the faults it
 * finds; numbers are clauses of the standard. It is no validator: `docs/dossiers.md` says what stays unchecked.
 */

/** 6.1, 6.4, 6.5, 6.8: nothing encrypted, active, filled in or attached. */
export function activeContentFaults(model: PdfModel): string[] {
  const faults: string[] = [];
  const catalog = catalogOf(model);
  if ('/Encrypt' in model.trailer) faults.push('6.1.3 is encrypted');
  if (listOf(model.trailer['/ID']).length !== 2) faults.push('6.1.3 has no file identifier');
  for (const key of ['/AcroForm', '/AA', '/OpenAction', '/Collection', '/Requirements', '/AF', '/OCProperties']) if (key in catalog) faults.push(`6.4, 6.5 catalog has ${key}`);
  for (const key of ['/JavaScript', '/EmbeddedFiles']) if (key in dictAt(model, catalog['/Names'])) faults.push(`6.5, 6.8 names have ${key}`);
  for (const [ref, { value }] of model.objects) {
    const dict = dictAt(model, ref);
    if (dict['/S'] === '/JavaScript' || dict['/S'] === '/Launch' || '/JS' in dict) faults.push(`6.5.1 action in ${ref}`);
    if ('/F' in dict && dict['/Type'] !== '/Annot' && model.objects.get(ref)?.data) faults.push(`6.1.7 external stream ${ref}`);
    if (listOf(dict['/Filter']).some((filter) => filter === '/LZWDecode' || filter === '/Crypt')) faults.push(`6.1.7 filter of ${ref}`);
    faults.push(...tooLong(value).map((one) => `6.1.13 ${one} in ${ref}`));
  }
  for (const { ref, dict } of pagesOf(model)) if ('/Annots' in dict || '/AA' in dict) faults.push(`6.3 annotation or action on page ${ref}`);
  return faults;
}

function tooLong(value: PdfValue): string[] {
  if (typeof value === 'string') {
    if (value.startsWith('/') && Buffer.byteLength(value) > 128) return ['a name over 127 bytes'];
    return /^[ub]:/.test(value) && Buffer.byteLength(value) > 32_767 ? ['a text over 32767 bytes'] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tooLong) : [];
}

/** 6.2: one RGB output intent, no colour outside of it, no transparency, nothing that a reader may draw differently. */
export function colourFaults(model: PdfModel): string[] {
  const faults: string[] = [];
  const intents = listOf(catalogOf(model)['/OutputIntents']).map((one) => dictAt(model, one));
  if (intents.length !== 1 || intents[0]?.['/S'] !== '/GTS_PDFA1') faults.push('6.2.3 needs one output intent of PDF/A');
  const profile = intents[0]?.['/DestOutputProfile'];
  const icc = dataAt(model, profile);
  if (icc === null || icc.length < 128 || icc.readUInt32BE(0) !== icc.length) faults.push('6.2.3 has no whole ICC profile');
  else {
    if (icc.toString('latin1', 36, 40) !== 'acsp') faults.push('6.2.3 profile is no ICC profile');
    if ((icc[8] ?? 99) >= 5) faults.push('6.2.3 profile is newer than ICC 4');
    if (!['mntr', 'prtr'].includes(icc.toString('latin1', 12, 16))) faults.push('6.2.3 profile is of no output device');
    if (icc.toString('latin1', 16, 20) !== 'RGB ' || dictAt(model, profile)['/N'] !== 3) faults.push('6.2.3 profile is not RGB of three components');
  }
  for (const { ref, dict } of pagesOf(model)) {
    if ('/Group' in dict) faults.push(`6.2.10 transparency group on page ${ref}`);
    const resources = dictAt(model, dict['/Resources']);
    for (const state of Object.values(dictAt(model, resources['/ExtGState']))) faults.push(...stateFaults(dictAt(model, state)));
    if (Object.keys(dictAt(model, resources['/XObject'])).length > 0) faults.push(`6.2.8 image or form on page ${ref}: not checked here`);
    for (const { operator, operands } of operationsOf(contentOf(model, dict))) {
      if (operator === 'k' || operator === 'K') faults.push(`6.2.4 CMYK on page ${ref}`);
      if ((operator === 'cs' || operator === 'CS') && operands[0] !== '/DeviceRGB' && operands[0] !== '/DeviceGray') faults.push(`6.2.4 ${String(operands[0])} on page ${ref}`);
      if (['sh', 'BI', 'ri', 'Do'].includes(operator)) faults.push(`6.2 operator ${operator} on page ${ref}`);
    }
  }
  return faults;
}

function stateFaults(state: PdfDict): string[] {
  const faults: string[] = [];
  for (const key of ['/ca', '/CA']) if (key in state && state[key] !== 1) faults.push(`6.2.10 transparency ${key}`);
  if ('/SMask' in state && state['/SMask'] !== '/None') faults.push('6.2.10 soft mask');
  if ('/BM' in state && state['/BM'] !== '/Normal') faults.push('6.2.10 blend mode');
  for (const key of ['/TR', '/HTP']) if (key in state) faults.push(`6.2.5 ${key}`);
  return faults;
}

/** 6.2.11: every font embedded, every shown glyph there, as wide as stated, and readable as text. */
export function fontFaults(model: PdfModel): string[] {
  const faults: string[] = [];
  const shown = new Map<string, Set<number>>();
  for (const { dict } of pagesOf(model)) {
    const fonts = dictAt(model, dictAt(model, dict['/Resources'])['/Font']);
    let font = '';
    for (const operation of operationsOf(contentOf(model, dict))) {
      if (operation.operator === 'Tf') font = String(fonts[String(operation.operands[0])]);
      if (operation.operator === 'Tr' && operation.operands[0] === 3) faults.push('invisible text is not expected');
      if (['TJ', 'Tj'].includes(operation.operator)) shown.set(font, new Set([...(shown.get(font) ?? []), ...codesOf(operation)]));
    }
  }
  if (shown.size === 0) faults.push('no text at all');
  for (const [ref, codes] of shown) faults.push(...fontFaultsOf(model, ref, codes));
  return faults;
}

function fontFaultsOf(model: PdfModel, ref: string, codes: ReadonlySet<number>): string[] {
  const font = dictAt(model, ref);
  const name = String(font['/BaseFont']);
  if (font['/Subtype'] !== '/Type0' || font['/Encoding'] !== '/Identity-H') return [`6.2.11 ${name} is no composite font in two bytes`];
  const faults: string[] = [];
  const descendant = dictAt(model, listOf(resolve(model, font['/DescendantFonts']))[0]);
  const descriptor = dictAt(model, descendant['/FontDescriptor']);
  if (!/^\/[A-Z]{6}\+/.test(name)) faults.push(`6.2.11.4 ${name} is no subset`);
  if (descendant['/BaseFont'] !== font['/BaseFont'] || descriptor['/FontName'] !== font['/BaseFont']) faults.push(`6.2.11.2 ${name} has several names`);
  if (descendant['/CIDToGIDMap'] !== '/Identity') faults.push(`6.2.11.3 ${name} has no identity map`);
  if ('/CIDSet' in descriptor) faults.push(`6.2.11.4 ${name} has a CIDSet: not checked here`);
  const program = dataAt(model, descriptor['/FontFile2']);
  const widths = program ? advanceWidths(program) : null;
  if (widths === null) return [...faults, `6.2.11.4 ${name} is not embedded as TrueType`];
  const stated = statedWidths(resolve(model, descendant['/W']));
  const readable = readableCodes(dataAt(model, font['/ToUnicode'])?.toString('latin1') ?? '');
  for (const code of codes) {
    if (code === 0) faults.push(`6.2.11.8 ${name} shows .notdef`);
    if (code >= widths.length) faults.push(`6.2.11.4 ${name} lacks glyph ${code}`);
    if (Math.abs((stated.get(code) ?? -9999) - (widths[code] ?? 0)) > 1) faults.push(`6.2.11.5 ${name} states ${String(stated.get(code))} for glyph ${code}, which is ${String(widths[code])} wide`);
    const text = readable.get(code);
    if (text === undefined || text === '' || /[\u0000\ufeff\ufffe]/.test(text)) faults.push(`6.2.11.7 ${name} does not say what glyph ${code} reads`);
  }
  return faults;
}

/** The `/W` array: `first [w w w]` or `first last w`. */
function statedWidths(value: PdfValue): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = listOf(value);
  for (let index = 0; index < list.length; ) {
    const first = Number(list[index]);
    const next = list[index + 1];
    if (Array.isArray(next)) {
      next.forEach((width, offset) => widths.set(first + offset, Number(width)));
      index += 2;
    } else {
      for (let code = first; code <= Number(next); code += 1) widths.set(code, Number(list[index + 2]));
      index += 3;
    }
  }
  return widths;
}

/** Codes with the text they stand for, out of the `bfchar` and `bfrange` lines of a ToUnicode map. */
function readableCodes(map: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  const textOf = (hex: string): string => Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
  for (const [, body] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>/g)) codes.set(Number.parseInt(code!, 16), textOf(text!));
  }
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, , list] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]/g)) {
      [...list!.matchAll(/<([0-9A-Fa-f\s]*)>/g)].forEach(([, text], offset) => codes.set(Number.parseInt(from!, 16) + offset, textOf(text!)));
    }
  }
  return codes;
}

/** 6.6: metadata that name part and level and agree with the document's data. */
export function metadataFaults(model: PdfModel): string[] {
  const faults: string[] = [];
  const metadata = catalogOf(model)['/Metadata'];
  const xmp = dataAt(model, metadata)?.toString('utf8') ?? '';
  if (dictAt(model, metadata)['/Subtype'] !== '/XML') faults.push('6.6.2 metadata are no XML');
  if (!/^<\?xpacket begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp)) faults.push('6.6.2 has no packet header');
  if (!/<pdfaid:part>3<\/pdfaid:part>/.test(xmp) || !/<pdfaid:conformance>A<\/pdfaid:conformance>/.test(xmp)) faults.push('6.6.4 names no part and level');
  const info = dictAt(model, model.trailer['/Info']);
  const textOf = (key: string): string => String(resolve(model, info[key])).replace(/^u:/, '');
  const written = (pattern: RegExp): string => (pattern.exec(xmp)?.[1] ?? '').replace(/<[^>]*>/g, '').trim().replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  const pairs = [
    ['/Title', /<dc:title>([\s\S]*?)<\/dc:title>/], ['/Author', /<dc:creator>([\s\S]*?)<\/dc:creator>/],
    ['/Creator', /<xmp:CreatorTool>([\s\S]*?)<\/xmp:CreatorTool>/], ['/Producer', /<pdf:Producer>([\s\S]*?)<\/pdf:Producer>/],
  ] as const;
  for (const [key, pattern] of pairs) if (textOf(key) === '' || textOf(key) !== written(pattern)) faults.push(`6.6.3 ${key} is "${textOf(key)}" here and "${written(pattern)}" there`);
  for (const [key, pattern] of [['/CreationDate', /<xmp:CreateDate>(.*?)<\/xmp:CreateDate>/], ['/ModDate', /<xmp:ModifyDate>(.*?)<\/xmp:ModifyDate>/]] as const) {
    if (digitsOf(textOf(key)) !== digitsOf(written(pattern))) faults.push(`6.6.3 ${key} is "${textOf(key)}" here and "${written(pattern)}" there`);
  }
  return faults;
}

function digitsOf(date: string): string {
  return date.replace(/\D/g, '').slice(0, 14);
}

export function contentOf(model: PdfModel, page: PdfDict): Buffer {
  return Buffer.concat(listOf(page['/Contents']).flatMap((ref) => [dataAt(model, ref) ?? Buffer.alloc(0), Buffer.from('\n')]));
}
