import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { ACCESS_CODE_BYTES, parseCode } from '#app/domain/sealed-box/codes.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { openShared } from '#app/domain/sealed-box/open-share.ts';
import type { RandomSource } from '#app/domain/sealed-box/random-source.ts';
import { attempt } from '#app/domain/sealed-box/refused.ts';
import { sealShared } from '#app/domain/sealed-box/seal-share.ts';
import { deriveShareKey, parseShareToken, shareTokenHash } from '#app/domain/sealed-box/share-key.ts';
import type { ShareLinkRow } from './ports.ts';

/** What lies sealed behind a link: the document and what its page says about it. */
export type SharedContent = {
  readonly title: string;
  readonly number: string;
  readonly from: string;
  readonly fileName: string;
  readonly issuedAt: string;
  readonly bytes: Buffer;
};

const schemaVersion = 1;

type Link = Pick<ShareLinkRow, 'id' | 'organisationId' | 'dossierId'>;

/** The secrets of a link: the token of its address and the code that is told another way. */
export type ShareSecret = { readonly token: Buffer; readonly accessCode: Buffer };

/** Under what a link's row is found, hexadecimal; null for what is no token. */
export function tokenHashOf(token: string): string | null {
  const bytes = parseShareToken(token);
  return bytes === undefined ? null : shareTokenHash(bytes).toString('hex');
}

/** Reads both secrets as they stand in an address and as a person types them; `invalid_input` for anything else. */
export function shareSecretOf(token: string, typedCode: string): Result<ShareSecret> {
  const bytes = parseShareToken(token);
  const code = parseCode(typedCode, ACCESS_CODE_BYTES);
  if (bytes === undefined || !code.ok) return err('invalid_input');
  return ok({ token: bytes, accessCode: code.value });
}

/** Length of the description (4 bytes), description as JSON, bytes of the document; sealed under the link's key. */
export function sealContent({ bytes, ...description }: SharedContent, link: Link, secret: ShareSecret, random: RandomSource): Buffer {
  const head = Buffer.from(JSON.stringify(description), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const key = deriveShareKey(secret.token, secret.accessCode);
  try {
    return sealShared(key, schemaVersion, placeOf(link), Buffer.concat([length, head, bytes]), random);
  } finally {
    key.fill(0);
  }
}

/** Inverse of `sealContent`; `sealed_box_refused` also for a wrong code. */
export function openContent(blob: Uint8Array, link: Link, secret: ShareSecret): Result<SharedContent> {
  const key = deriveShareKey(secret.token, secret.accessCode);
  try {
    const opened = attempt(() => openShared(key, placeOf(link), blob).plaintext);
    if (!opened.ok) return opened;
    const end = 4 + opened.value.readUInt32BE(0);
    const description = JSON.parse(opened.value.toString('utf8', 4, end)) as Omit<SharedContent, 'bytes'>;
    return ok({ ...description, bytes: opened.value.subarray(end) });
  } finally {
    key.fill(0);
  }
}

function placeOf(link: Link): RowIdentity {
  return { table: 'ShareLink', column: 'sealedContent', rowId: link.id, organisationId: link.organisationId, subjectId: `dossier:${link.dossierId}` };
}
