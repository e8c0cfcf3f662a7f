import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChecklistVersion, Requirement } from '#app/domain/checklist/version.ts';
import { canonicalJson } from './frozen-version.server.ts';
import type { PublishedEntry, PublishedRecord } from '../ports.ts';

const entrySchema = z.strictObject({ version: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Shape of `checklists/published.json`. */
export const publishedRecordSchema: z.ZodType<PublishedRecord> = z.strictObject({
  controls: z.record(z.string(), entrySchema),
  checklists: z.record(z.string(), entrySchema),
});

export const nothingPublished: PublishedRecord = { controls: {}, checklists: {} };

/** What is wrong with a version beside what is out, in words for the author; null when nothing is. */
export function versionFault(now: PublishedEntry, published: PublishedEntry | undefined): string | null {
  if (published === undefined || now.version > published.version) return null;
  if (now.version < published.version) return `version ${published.version} is out already`;
  return now.sha256 === published.sha256 ? null : `the text has changed since version ${published.version} came out: raise it to ${published.version + 1}`;
}

export function entryOfControl(control: Requirement): PublishedEntry {
  const { controlVersion: version, ...content } = control;
  return { version, sha256: hashOf(content) };
}

/** The entry covers the controls inside: a control that says something else makes another checklist. */
export function entryOfChecklist(checklist: ChecklistVersion): PublishedEntry {
  const { version, ...content } = checklist;
  return { version, sha256: hashOf(content) };
}

/** The record with everything that is in the files now, sorted by id; what left the files stays, its ids are for ever. */
export function recordOf(controls: readonly Requirement[], checklists: readonly ChecklistVersion[], before: PublishedRecord): PublishedRecord {
  const controlEntries = controls.map((control) => [control.id, entryOfControl(control)] as const);
  const checklistEntries = checklists.map((checklist) => [checklist.checklistId, entryOfChecklist(checklist)] as const);
  return { controls: merged(before.controls, controlEntries), checklists: merged(before.checklists, checklistEntries) };
}

function merged(before: Readonly<Record<string, PublishedEntry>>, now: readonly (readonly [string, PublishedEntry])[]): Record<string, PublishedEntry> {
  const all = new Map([...Object.entries(before), ...now]);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}
