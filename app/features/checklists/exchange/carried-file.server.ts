import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { RunFile } from '#app/domain/checklist/run-file.ts';

/** What is read from a file of the longest length stays below, whatever its form packs. */
const longestUnpacked = 8 * 1024 * 1024;
/** Of incompressible text; prose shrinks to a fraction, and the longest real run fits into what a locked session keeps. */
export const longestPacked = 2 * 1024 * 1024;

const text = z.string().max(20_000);
const lineSchema = z.object({
  line: z.int().min(1),
  requirementId: text,
  controlVersion: z.int().nullable(),
  question: text,
  value: text,
  parts: z.record(text, text),
  basis: text,
  reason: text,
  note: text,
  answeredBy: text,
  answeredAt: text,
  stamp: text,
});
const contentSchema = z.object({ checklistId: text, version: z.int().nullable(), runId: text.nullable(), lines: z.array(lineSchema).min(1).max(3000) });

/** A file as the form of its preview carries it: packed, in letters that a form posts as they are. Null when it is too long. */
export function packRunFile(file: RunFile): string | null {
  const json = Buffer.from(JSON.stringify(file), 'utf8');
  if (json.length > longestUnpacked) return null;
  const packed = deflateRawSync(json).toString('base64url');
  return packed.length > longestPacked ? null : packed;
}

/** What a preview carried along of the file; judged as anew as the file itself. Null when it is not that. */
export function unpackRunFile(packed: string): RunFile | null {
  try {
    const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longestUnpacked }).toString('utf8');
    const parsed = contentSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
