import { createHash } from 'node:crypto';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import type { PublishedChecklist } from '../ports.ts';

/** The version as the store keeps it: canonical JSON (sorted keys) and its SHA-256. Same content, same hash. */
export function publish(version: ChecklistVersion): PublishedChecklist {
  const content = canonicalJson(version);
  return { version, content, contentHash: sha256(content) };
}

/** So many versions stay parsed, the ones used last. Each is some hundred kilobytes of public text and holds nothing of a company. */
const mostKept = 32;
const thawed = new Map<string, { readonly content: string; readonly version: ChecklistVersion }>();

/**
 * Opens a frozen copy, however old, without looking at today's files. The same text is parsed once.
 * Throws when the content does not have the hash it was stored under: the store has been altered.
 */
export function thaw(content: string, contentHash: string): ChecklistVersion {
  const kept = thawed.get(contentHash);
  thawed.delete(contentHash);
  if (kept?.content === content) {
    thawed.set(contentHash, kept);
    return kept.version;
  }
  if (sha256(content) !== contentHash) throw new Error(`frozen checklist content does not match its hash ${contentHash}`);
  const version = JSON.parse(content) as ChecklistVersion;
  thawed.set(contentHash, { content, version });
  const oldest = thawed.size > mostKept ? thawed.keys().next().value : undefined;
  if (oldest !== undefined) thawed.delete(oldest);
  return version;
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** JSON with sorted keys: equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
