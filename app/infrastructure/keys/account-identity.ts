import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';

/** The places of what is sealed for one person: its seed under a credential, its second factor. */
export function userBoxRow(userId: string, kind: 'password' | 'recovery' | 'second_factor'): RowIdentity {
  if (kind === 'second_factor') return { table: 'TotpAuthenticator', column: 'sealedSecret', rowId: userId, organisationId: null, subjectId: null };
  return { table: 'UserSlot', column: 'wrappedSeed', rowId: `${userId}:${kind}`, organisationId: null, subjectId: null };
}

/** A form that waits behind a locked session. */
export function keptPostRow(postId: string): RowIdentity {
  return { table: 'PendingPost', column: 'sealedBody', rowId: postId, organisationId: null, subjectId: null };
}
