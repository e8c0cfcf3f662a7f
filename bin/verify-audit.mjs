#!/usr/bin/env node
/**
 * Checks an exported audit log without a line of the application: the chain of hashes, and the signatures of the
 * checkpoints. Node's own modules only.
 *
 *   node bin/verify-audit.mjs <export.jsonl> --key <public audit key, base64url> --origin <name of the log>
 *
 * The export has one JSON object per line: {"entry": {...}, "hash": hex} in order, then {"checkpoint": "signed note"}.
 * Ends with 0 when everything fits, 1 otherwise. Deleting the newest entries shows when a checkpoint knows more of them.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { file, key, origin } = readArguments(process.argv.slice(2));
const faults = [];
const headAfter = new Map([[0, Buffer.alloc(32)]]);
let head = Buffer.alloc(32);
let size = 0;
let newestCheckpoint = 0;
const notes = [];

for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
  if (line === '') continue;
  let record;
  try {
    record = JSON.parse(line);
  } catch {
    faults.push(`line ${index + 1}: not JSON`);
    break;
  }
  if (typeof record.checkpoint === 'string') notes.push(record.checkpoint);
  else if (!addEntry(record)) break;
}
for (const note of notes) checkNote(note);
if (newestCheckpoint > size) faults.push(`a checkpoint knows ${newestCheckpoint} entries, the log has ${size}: entries are missing at its end`);

if (faults.length > 0) {
  for (const fault of faults) process.stdout.write(`NOT INTACT: ${fault}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`intact: ${size} entries, ${notes.length} checkpoints, head ${head.toString('hex')}\n`);
}

function addEntry({ entry, hash }) {
  const expected = size + 1;
  if (entry?.sequence !== expected) {
    faults.push(`entry ${expected}: found number ${String(entry?.sequence)}`);
    return false;
  }
  head = createHash('sha256').update(Buffer.from([0])).update(head).update(Buffer.from(canonical(entry), 'utf8')).digest();
  size = expected;
  headAfter.set(size, head);
  if (head.toString('hex') === hash) return true;
  faults.push(`entry ${size}: its hash does not follow from what stands before it`);
  return false;
}

/** A signed note: origin, size, head, time, empty line, signature line. */
function checkNote(note) {
  const lines = note.split('\n');
  const [noteOrigin, sizeText, headText, timeLine, empty, signatureLine, end] = lines;
  const prefix = `\u2014 ${origin} `;
  if (lines.length !== 7 || noteOrigin !== origin || empty !== '' || end !== '' || !signatureLine.startsWith(prefix)) {
    faults.push('a checkpoint does not have the form of this log');
    return;
  }
  const text = `${noteOrigin}\n${sizeText}\n${headText}\n${timeLine}\n`;
  const signature = Buffer.from(signatureLine.slice(prefix.length), 'base64').subarray(4);
  const at = Number(sizeText);
  if (!verify(null, Buffer.from(text, 'utf8'), publicKeyOf(key), signature)) faults.push(`checkpoint ${sizeText}: its signature is not of this key`);
  else newestCheckpoint = Math.max(newestCheckpoint, at);
  const known = headAfter.get(at);
  if (known && known.toString('base64') !== headText) faults.push(`checkpoint ${sizeText}: the log was different when it was signed`);
}

/** JSON without spaces, names sorted: the bytes that were hashed. Values are text, whole numbers and null. */
function canonical(entry) {
  const names = Object.keys(entry).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(entry[name])}`).join(',')}}`;
}

function publicKeyOf(text) {
  const raw = Buffer.from(text, 'base64url');
  return createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]), format: 'der', type: 'spki' });
}

function readArguments(given) {
  const options = { file: given.find((part, at) => !part.startsWith('--') && !given[at - 1]?.startsWith('--')), key: after('--key'), origin: after('--origin') };
  if (options.file && options.key && options.origin) return options;
  process.stderr.write('Usage: node bin/verify-audit.mjs <export.jsonl> --key <public audit key> --origin <name of the log>\n');
  process.exit(2);

  function after(name) {
    const at = given.indexOf(name);
    return at < 0 ? undefined : given[at + 1];
  }
}
