import { createHash } from 'node:crypto';
import { utf8 } from './bytes.ts';
import { SIGNATURE_BYTES, ed25519Pair, ed25519Sign, ed25519Verify } from './curve-keys.ts';

/*
 * A checkpoint says: at this time the log had this size and this head. Its text has the form of C2SP tlog-checkpoint (a
 * signed note: origin, size, head, one extension line with the time, empty line, signature), so that foreign tools and
 * witnesses can read it.
 */

/** `time` is ISO 8601 in UTC; `size` counts entries; `head` is the chain's hash after the last of them (32 bytes). */
export type Checkpoint = { readonly size: number; readonly head: Buffer; readonly time: string };

const ORIGIN = /^[^\s+]+$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const SIZE = /^(0|[1-9]\d{0,15})$/;

/** Key id of a signed note: the first four bytes of SHA-256(name, line feed, 0x01, public key). */
function noteKeyId(origin: string, publicKey: Uint8Array): Buffer {
  const hash = createHash('sha256').update(utf8(origin)).update(Buffer.from([0x0a, 0x01])).update(publicKey);
  return hash.digest().subarray(0, 4);
}

function noteText(origin: string, checkpoint: Checkpoint): string {
  const { size, head, time } = checkpoint;
  const isSound = ORIGIN.test(origin) && SIZE.test(String(size)) && head.length === 32 && TIME.test(time);
  if (!isSound) throw new RangeError('checkpoint has no text form');
  return `${origin}\n${size}\n${head.toString('base64')}\ntime ${time}\n`;
}

/** Signs a checkpoint with the audit key (Ed25519 seed, 32 bytes). `origin` names the log: no space, no plus sign. */
export function signCheckpoint(auditSeed: Uint8Array, origin: string, checkpoint: Checkpoint): string {
  const text = noteText(origin, checkpoint);
  const keyId = noteKeyId(origin, ed25519Pair(auditSeed).publicKey);
  const signature = Buffer.concat([keyId, ed25519Sign(auditSeed, utf8(text))]);
  return `${text}\n\u2014 ${origin} ${signature.toString('base64')}\n`;
}

/** Reads and checks a checkpoint; undefined unless it is exactly what the holder of the audit key signed for this log. */
export function verifyCheckpoint(publicKey: Uint8Array, origin: string, note: string): Checkpoint | undefined {
  const [signedOrigin, size, head, time, empty, signature, end, ...more] = note.split('\n');
  if (signedOrigin !== origin || empty !== '' || end !== '' || more.length > 0) return undefined;
  if (size === undefined || !SIZE.test(size) || head === undefined) return undefined;
  if (time === undefined || !time.startsWith('time ') || !TIME.test(time.slice(5))) return undefined;
  const prefix = `\u2014 ${origin} `;
  if (signature === undefined || !signature.startsWith(prefix)) return undefined;
  const signed = Buffer.from(signature.slice(prefix.length), 'base64');
  const hash = Buffer.from(head, 'base64');
  const isExact =
    signed.length === 4 + SIGNATURE_BYTES &&
    signed.toString('base64') === signature.slice(prefix.length) &&
    signed.subarray(0, 4).equals(noteKeyId(origin, publicKey)) &&
    hash.length === 32 &&
    hash.toString('base64') === head;
  const text = `${origin}\n${size}\n${head}\n${time}\n`;
  if (!isExact || !ed25519Verify(publicKey, utf8(text), signed.subarray(4))) return undefined;
  return { size: Number(size), head: hash, time: time.slice(5) };
}

/** Short form for the footer of a document: size, first 16 hex digits of the head, time. */
export function checkpointLine(checkpoint: Checkpoint): string {
  return `${checkpoint.size} \u00b7 ${checkpoint.head.toString('hex', 0, 8)} \u00b7 ${checkpoint.time}`;
}
