/** One copy of the newest version of a case's or assessment's key, as it is stored. */
export type KeyCopy = {
  readonly recipientKind: 'organisation' | 'user' | 'code' | 'share';
  readonly recipientId: string;
  /** Generation of the organisation's key to which it is sealed. */
  readonly recipientGeneration: number;
  /** Still wrapped for an immediate release: nobody has opened it. */
  readonly awaitingRelease: boolean;
};

/** Who has a right to what is written from now on. Found from stored facts in the transaction of the writing. */
export type KeyStanding = {
  readonly companyId: string;
  /** Providers whose assignment to the case goes on. */
  readonly activeProviderIds: readonly string[];
  /** Confirmed, present members of the company. */
  readonly memberIds: readonly string[];
  /** Newest generation of each organisation that holds a copy. */
  readonly generations: ReadonlyMap<string, number>;
};

/**
 * Whether the newest version must not be written under any more: somebody who could open it has lost the right to what comes.
 * `marked`: such a recipient's copy was removed already, which the copies cannot show. Copies that wait for a release do not
 * count: nobody has opened them.
 */
export function isNextVersionDue(marked: boolean, copies: readonly KeyCopy[], standing: KeyStanding): boolean {
  return marked || copies.some((copy) => !copy.awaitingRelease && (!hasRight(copy, standing) || wasSealedBeforeALeaving(copy, standing)));
}

/** To whom the following version is sealed: holders that keep their right, and apart those that wait for a release. */
export function recipientsOfNextVersion(copies: readonly KeyCopy[], standing: KeyStanding): { readonly holders: readonly KeyCopy[]; readonly waiting: readonly KeyCopy[] } {
  return {
    holders: copies.filter((copy) => !copy.awaitingRelease && hasRight(copy, standing)),
    waiting: copies.filter((copy) => copy.awaitingRelease),
  };
}

/** A report code or a share link ends by itself, not by leaving. */
function hasRight({ recipientKind, recipientId }: KeyCopy, { companyId, activeProviderIds, memberIds }: KeyStanding): boolean {
  if (recipientKind === 'organisation') return recipientId === companyId || activeProviderIds.includes(recipientId);
  return recipientKind !== 'user' || memberIds.includes(recipientId);
}

/** An organisation's key gets a new generation when a member leaves; that member holds all earlier ones. */
function wasSealedBeforeALeaving({ recipientKind, recipientId, recipientGeneration }: KeyCopy, { generations }: KeyStanding): boolean {
  return recipientKind === 'organisation' && (generations.get(recipientId) ?? 0) > recipientGeneration;
}
