import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import type { RandomSource } from '#app/domain/sealed-box/random-source.ts';
import { sealForLink } from '../share-link.server.ts';
import type { ShareSecret } from '../share-link.server.ts';
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

type Link = Pick<ShareLinkRow, 'id' | 'organisationId' | 'dossierId'>;

/** Length of the description (4 bytes), description as JSON, bytes of the document; sealed under the link's key. */
export function sealContent({ bytes, ...description }: SharedContent, link: Link, secret: ShareSecret, random: RandomSource): Buffer {
  const head = Buffer.from(JSON.stringify(description), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return sealForLink(Buffer.concat([length, head, bytes]), placeOf(link), secret, random);
}

/** What `sealContent` has put together. */
export function contentOf(plain: Buffer): SharedContent {
  const end = 4 + plain.readUInt32BE(0);
  const description = JSON.parse(plain.toString('utf8', 4, end)) as Omit<SharedContent, 'bytes'>;
  return { ...description, bytes: plain.subarray(end) };
}

export function placeOf(link: Link): RowIdentity {
  return { table: 'ShareLink', column: 'sealedContent', rowId: link.id, organisationId: link.organisationId, subjectId: `dossier:${link.dossierId}` };
}
