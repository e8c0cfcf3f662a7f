import Papa from 'papaparse';
import type { SheetFiles } from '#app/features/checklists/ports.ts';

const utf8Mark = '\uFEFF';

/** What a spreadsheet program takes for the begin of a formula (and the sign that guards against it). */
const active = /^[=+\-@\t\r\n＝＋－＠']/;
const guarded = /^'[=+\-@\t\r\n＝＋－＠']/;

export const writeCsv: SheetFiles['writeCsv'] = (rows, separator) => {
  const safe = rows.map((row) => row.map((cell) => (active.test(cell) ? `'${cell}` : cell)));
  return Buffer.from(`${utf8Mark}${Papa.unparse(safe, { delimiter: separator, newline: '\r\n' })}\r\n`, 'utf8');
};

const separators = [';', ',', '\t'] as const;

export const readCsv: SheetFiles['readCsv'] = (bytes) => {
  const text = decode(bytes);
  if (text === null) return 'not_a_sheet';
  const content = text.replace(/^sep=.\r?\n/i, '');
  const firstLine = content.slice(0, 4000).split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const separator = [...separators].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ';';
  const { data, errors } = Papa.parse<string[]>(content, { delimiter: separator });
  if (errors.length > 0) return 'broken';
  return data.map((row) => row.map((cell) => (guarded.test(cell) ? cell.slice(1) : cell)));
};

/** Text of a file that some spreadsheet program has saved, without its mark; null for what is no text. */
function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textOrNull('utf-16le', bytes);
  if (bytes.includes(0)) return null;
  // Excel saves „CSV“ in the code page of Windows; what is no UTF-8 is read as that.
  return textOrNull('utf-8', bytes) ?? textOrNull('windows-1252', bytes);
}

function textOrNull(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
