import type { AssessmentRow } from '#app/features/checklists/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/** What a row says of its frozen version, without the text. */
export const versionFields = { select: { checklistId: true, contentHash: true } } as const;
export type VersionFields = { readonly checklistId: string; readonly contentHash: string };

/** So many texts are kept, the ones used last. Each is some hundred kilobytes of public text and holds nothing of a company. */
const mostKept = 32;

/**
 * The texts of frozen versions, by their hash. A version never changes, so each is read once: reading it for every row of every page
 * made more garbage than all else of a page together.
 */
export function createVersionContents(db: Database | DatabaseTransaction) {
  const kept = new Map<string, string>();

  async function contentOf(contentHash: string): Promise<string> {
    const known = kept.get(contentHash);
    const content = known ?? (await db.checklistVersion.findUniqueOrThrow({ where: { contentHash }, select: { content: true } })).content;
    kept.delete(contentHash);
    kept.set(contentHash, content);
    const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return content;
  }

  return {
    /** The frozen version of a row, whole. */
    async frozen({ checklistId, contentHash }: VersionFields): Promise<AssessmentRow['frozen']> {
      return { checklistId, contentHash, content: await contentOf(contentHash) };
    },
  };
}
