import type { FileType } from '../files/file-types.ts';
import { addDays } from '../deadlines/local-time.ts';

/** What proves an answer of a checklist, and how long it does. Days are local, `YYYY-MM-DD`. */

export const EVIDENCE_MAX_BYTES = 25 * 1024 * 1024;
export const EVIDENCE_PER_REQUIREMENT = 10;
export const EVIDENCE_BYTES_PER_RUN = 300 * 1024 * 1024;

export const evidenceTypes: readonly FileType[] = ['pdf', 'png', 'jpeg', 'webp', 'heic', 'text', 'csv', 'json', 'eml', 'msg', 'zip'];

export type Evidence = {
  readonly requirementId: string;
  readonly name: string;
  readonly type: FileType;
  /** As the browser gave it. */
  readonly claimedType: string;
  /** What it shows, in the company's words; may be empty. */
  readonly description: string;
  /** The day of the state that it shows. */
  readonly takenOn: string;
  /** Its last good day; null: it does not run out. */
  readonly expiresOn: string | null;
  /** Over the original, taken while it came in; 64 hexadecimal digits. */
  readonly sha256: string;
};

export type EvidenceValidity = 'valid' | 'expiring' | 'expired';

const daysOfNotice = 30;

/** Good on its last day still; `expiring` in the thirty days before the end. */
export function validityOf({ expiresOn }: Pick<Evidence, 'expiresOn'>, today: string): EvidenceValidity {
  if (expiresOn === null) return 'valid';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, daysOfNotice) ? 'expiring' : 'valid';
}

/** What is wrong with the days of a piece of evidence, by field; empty when nothing is. */
export function faultsOfDays({ takenOn, expiresOn }: Pick<Evidence, 'takenOn' | 'expiresOn'>, today: string): Partial<Record<'takenOn' | 'expiresOn', 'takenLater' | 'expiresEarlier'>> {
  return {
    ...(takenOn > today ? { takenOn: 'takenLater' as const } : {}),
    ...(expiresOn !== null && expiresOn < takenOn ? { expiresOn: 'expiresEarlier' as const } : {}),
  };
}

/**
 * Evidence of other runs that may go on being used for this requirement: good today, and not the same file as one that is here.
 * The youngest of the same file.
 */
export function reusableEvidence<T extends Evidence>(earlier: readonly T[], here: readonly Evidence[], requirementId: string, today: string): T[] {
  const known = new Set(here.map((one) => one.sha256));
  const youngestFirst = earlier
    .filter((one) => one.requirementId === requirementId && validityOf(one, today) !== 'expired')
    .sort((a, b) => (a.takenOn < b.takenOn ? 1 : a.takenOn > b.takenOn ? -1 : 0));
  return youngestFirst.filter(({ sha256 }) => {
    if (known.has(sha256)) return false;
    known.add(sha256);
    return true;
  });
}
