import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { SheetFiles, SheetRefusal } from '#app/features/checklists/ports.ts';

/** Limits of a workbook that somebody hands in: parts, bytes of them all when unpacked, columns and rows that are used. */
const limits = { parts: 200, unpacked: 8 * 1024 * 1024, columns: 60, rows: 5000 } as const;

/** Bytes that are unpacked at a time; one byte of a bomb grows to a thousand at most, then the limit is noticed. */
const step = 4096;

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

export const readXlsx: SheetFiles['readXlsx'] = async (bytes) => {
  if (!bytes.subarray(0, 4).equals(zipMark)) return 'not_a_sheet';
  const parts = unpack(bytes);
  if (typeof parts === 'string') return parts;
  if (!('xl/workbook.xml' in parts)) return 'not_a_sheet';
  if (Object.entries(parts).some(([name, content]) => name.startsWith('xl/worksheets/') && isTooWide(content))) return 'too_wide';
  try {
    // Packed anew from what was measured, so that the reader sees nothing else.
    const rows = await readSheet(Buffer.from(zipSync(parts, { level: 0 })), 1, { trim: true });
    return rows.map((row) => row.map(textOf));
  } catch {
    return 'broken';
  }
};

function unpack(bytes: Buffer): Record<string, Uint8Array> | SheetRefusal {
  const parts: Record<string, Uint8Array> = {};
  let refusal: SheetRefusal | null = null;
  let seen = 0;
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > limits.parts) refusal = 'too_many_parts';
    if (refusal !== null || !isNeeded(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) refusal ??= 'broken';
      if (refusal !== null) return;
      unpacked += chunk.length;
      if (unpacked > limits.unpacked) {
        refusal = 'too_much_content';
        return;
      }
      chunks.push(chunk.slice());
      if (isLast) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && refusal === null; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch {
    return 'broken';
  }
  return refusal ?? parts;
}

/** Pictures, macros and whatever else a workbook may carry are never unpacked. */
function isNeeded(name: string): boolean {
  return name === '[Content_Types].xml' || /^(_rels|xl|xl\/_rels|xl\/worksheets)\/[^/]+\.(xml|rels)$/.test(name);
}

/** Whether a row or cell lies further out than any sheet of ours (or at no place at all): the reader would fill up everything before it. */
function isTooWide(content: Uint8Array): boolean {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  for (const [, place = ''] of xml.matchAll(/\sr\s*=\s*["']([^"']{0,40})/g)) {
    const [, letters, row] = /^([A-Z]{0,3})(\d{0,7})$/i.exec(place) ?? [];
    if (letters === undefined || columnOf(letters.toUpperCase()) > limits.columns || Number(row) > limits.rows) return true;
  }
  return false;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' ? cell : String(cell as number | boolean);
}
