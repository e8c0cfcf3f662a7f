import { createHash } from 'node:crypto';
import { encodeParts, equalInConstantTime, uint16, uint32 } from './bytes.ts';
import { deriveBytes } from './hkdf.ts';
import { purposeCodes } from './purposes.ts';
import type { Purpose } from './purposes.ts';
import { refuse } from './refused.ts';

/*
 * The format of every blob:
 *
 *   byte 0       suite: 1 = X25519, HKDF-SHA256, AES-256-GCM; 2 is kept for X25519 + ML-KEM-768
 *   byte 1       purpose, see purposes.ts
 *   bytes 2-5    generation or version of the key that opens it
 *   bytes 6-7    version of the plaintext's schema
 *   bytes 8-23   id of the key that opens it, derived from the key itself
 *   bytes 24-    payload; sealed to a public key: encapsulated key (32), ciphertext, tag (16);
 *                under a symmetric key: salt (32), ciphertext, tag (16)
 *
 * Header and row identity are the additional data, so a blob opens only where it was written.
 */

export const SUITE_X25519 = 1;
/** Kept free for X25519 + ML-KEM-768: refused until it exists. */
export const SUITE_X25519_MLKEM768 = 2;
export const HEADER_BYTES = 24;
export const KEY_ID_BYTES = 16;
export const SALT_BYTES = 32;

/** Which row and column a blob belongs to. `null` where a row belongs to no organisation, or to no case or assessment. */
export type RowIdentity = {
  readonly table: string;
  /** Column of the blob, or its role where a row holds several; keeps two blobs of one row apart. */
  readonly column: string;
  readonly rowId: string;
  readonly organisationId: string | null;
  /** The case or assessment. */
  readonly subjectId: string | null;
};

/** What a blob says about itself. Its fields are trustworthy only after opening; before, they help to find the key. */
export type Header = {
  readonly purpose: Purpose;
  readonly generation: number;
  readonly schemaVersion: number;
  readonly keyId: Buffer;
};

/** Header and payload of a blob, with the header's bytes as they stand. */
export type Envelope = { readonly header: Header; readonly headerBytes: Buffer; readonly payload: Buffer };

/** Unmistakable bytes of a row identity: two different identities never share them. */
export function encodeRowIdentity(row: RowIdentity): Buffer {
  return encodeParts(['geleucht/row/1', row.table, row.column, row.rowId, row.organisationId, row.subjectId]);
}

/** Bytes of a header. Generation up to 2^32-1, schema version up to 65535; outside of that a RangeError. */
export function encodeHeader(header: Header): Buffer {
  if (header.keyId.length !== KEY_ID_BYTES) throw new RangeError('key id length');
  return Buffer.concat([
    Buffer.from([SUITE_X25519, purposeCodes[header.purpose]]),
    uint32(header.generation),
    uint16(header.schemaVersion),
    header.keyId,
  ]);
}

/** Splits a blob. Throws `SealedBoxRefused` for unknown suites and purposes and for blobs too short to hold anything. */
export function parseEnvelope(blob: Uint8Array): Envelope {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (bytes.length < HEADER_BYTES || bytes[0] !== SUITE_X25519) refuse();
  const code = bytes[1];
  const known = Object.entries(purposeCodes).find(([, value]) => value === code);
  if (known === undefined) refuse();
  return {
    header: {
      purpose: known[0] as Purpose,
      generation: bytes.readUInt32BE(2),
      schemaVersion: bytes.readUInt16BE(6),
      keyId: bytes.subarray(8, HEADER_BYTES),
    },
    headerBytes: bytes.subarray(0, HEADER_BYTES),
    payload: bytes.subarray(HEADER_BYTES),
  };
}

/** The header alone, to find out which generation or version of a key is needed. Throws `SealedBoxRefused`. */
export function readHeader(blob: Uint8Array): Header {
  return parseEnvelope(blob).header;
}

/** Like `parseEnvelope`, and refuses blobs of another purpose or for another key. */
export function expectEnvelope(blob: Uint8Array, purpose: Purpose, keyId: Uint8Array): Envelope {
  const envelope = parseEnvelope(blob);
  if (envelope.header.purpose !== purpose || !equalInConstantTime(envelope.header.keyId, keyId)) refuse();
  return envelope;
}

/** Additional data of every blob. */
export function additionalData(headerBytes: Uint8Array, row: RowIdentity): Buffer {
  return encodeParts(['geleucht/sealed-box/1', headerBytes, encodeRowIdentity(row)]);
}

/** The HPKE `info` of blobs sealed to a public key. */
export function hpkeInfo(purpose: Purpose): Buffer {
  return encodeParts(['geleucht/sealed-box/1', 'hpke', purpose]);
}

/** Id of a public key: 16 bytes, no secret. */
export function keyIdOfPublicKey(publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(encodeParts(['geleucht/key-id/1', 'x25519', publicKey]))
    .digest()
    .subarray(0, KEY_ID_BYTES);
}

/**
 * Id of a symmetric key: 16 bytes from which nothing follows about the key. It also commits a blob to one key, which
 * AES-GCM by itself does not.
 */
export function keyIdOfSecret(secret: Uint8Array): Buffer {
  return deriveBytes(secret, Buffer.alloc(0), 'key-id', ['symmetric'], KEY_ID_BYTES);
}

/**
 * Key and nonce of the one message under a symmetric key: from the key, a salt drawn for this writing, the header and
 * the row. A rewritten record gets a new salt, so that a key and nonce never meet a second plaintext.
 */
export function messageKey(
  secret: Uint8Array,
  salt: Uint8Array,
  headerBytes: Uint8Array,
  row: RowIdentity,
): { key: Buffer; nonce: Buffer } {
  const bytes = deriveBytes(secret, salt, 'record', [headerBytes, encodeRowIdentity(row)], 44);
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}
