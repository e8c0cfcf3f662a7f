import type { RunFile } from '#app/domain/checklist/run-file.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { SheetFiles } from '../ports.ts';
import { runFromJson } from './run-json.ts';
import { runFromRows } from './run-table.ts';

/** Longest file that is read: a checklist with every note filled to its end stays far below. */
export const longestFile = 1024 * 1024;

/**
 * Reads a run out of a file of one of our three forms, whatever it is called. `file_too_large`, or `file_refused` with what is
 * wrong with it as a whole; single lines are judged later.
 */
export async function readRunFile(sheets: SheetFiles, content: AsyncIterable<Uint8Array>): Promise<Result<RunFile>> {
  const bytes = await collect(content);
  if (bytes === null) return err('file_too_large');
  if (bytes.length === 0) return err('file_refused', { detail: 'empty' });
  const read = await runOf(sheets, bytes);
  if (typeof read === 'string') return err('file_refused', { detail: read });
  return read.lines.length === 0 ? err('file_refused', { detail: 'empty' }) : ok(read);
}

async function runOf(sheets: SheetFiles, bytes: Buffer): Promise<RunFile | string> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const rows = await sheets.readXlsx(bytes);
    return typeof rows === 'string' ? rows : runFromRows(rows);
  }
  if (looksLikeJson(bytes)) return runFromJson(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  const rows = sheets.readCsv(bytes);
  return typeof rows === 'string' ? rows : runFromRows(rows);
}

function looksLikeJson(bytes: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/.test(bytes.subarray(0, 64).toString('utf8'));
}

/** The whole content, or null when it is longer than `longestFile`; no more than that is ever held. */
async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > longestFile) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
