import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** Types of files that may be handed in somewhere. A name's extension and the first bytes must say the same. */
export const fileTypes = ['pdf', 'png', 'jpeg', 'webp', 'heic', 'text', 'csv', 'json', 'eml', 'msg', 'pcap', 'zip', 'evtx'] as const;
export type FileType = (typeof fileTypes)[number];

/** So many first bytes decide about the type. */
export const FILE_HEAD_BYTES = 4096;

const typeOfExtension: Readonly<Record<string, FileType>> = {
  pdf: 'pdf', png: 'png', jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp', heic: 'heic', heif: 'heic',
  txt: 'text', log: 'text', csv: 'csv', json: 'json', eml: 'eml', msg: 'msg', pcap: 'pcap', pcapng: 'pcap', zip: 'zip', evtx: 'evtx',
};

/** Extensions of these types, with their dots, for the `accept` of a file field. */
export function extensionsOf(types: readonly FileType[]): readonly string[] {
  return Object.entries(typeOfExtension).filter(([, type]) => types.includes(type)).map(([extension]) => `.${extension}`);
}

/**
 * The type of a file from its name and its first bytes (`FILE_HEAD_BYTES` or the whole file). Refused with
 * `file_refused`; detail: `empty`, `type_not_taken` (extension not among `taken`) or `type_differs`.
 */
export function recogniseFile(name: string, head: Uint8Array, taken: readonly FileType[]): Result<FileType> {
  if (head.length === 0) return err('file_refused', { detail: 'empty' });
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(typeOfExtension, extension) ? typeOfExtension[extension] : undefined;
  if (type === undefined || !taken.includes(type)) return err('file_refused', { detail: 'type_not_taken' });
  return looksLike[type](head) ? ok(type) : err('file_refused', { detail: 'type_differs' });
}

const looksLike: Readonly<Record<FileType, (head: Uint8Array) => boolean>> = {
  pdf: (head) => startsWith(head, '25504446'),
  png: (head) => startsWith(head, '89504e470d0a1a0a'),
  jpeg: (head) => startsWith(head, 'ffd8ff'),
  webp: (head) => startsWith(head, '52494646') && startsWith(head.subarray(8), '57454250'),
  heic: (head) => startsWith(head.subarray(4), '66747970') && /^(heic|heix|hevc|heim|heis|mif1|msf1)/.test(latin(head.subarray(8, 12))),
  text: isPlainText,
  csv: isPlainText,
  json: (head) => isPlainText(head) && /^\s*[[{]/.test(wordsOf(head)),
  eml: (head) => isPlainText(head) && /^(>?From |[A-Za-z][A-Za-z0-9-]*:)/.test(wordsOf(head)),
  msg: (head) => startsWith(head, 'd0cf11e0a1b11ae1'),
  pcap: (head) => ['d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '0a0d0d0a'].some((magic) => startsWith(head, magic)),
  zip: (head) => startsWith(head, '504b0304') || startsWith(head, '504b0506'),
  evtx: (head) => startsWith(head, '456c6646696c6500'),
};

/** Text without control characters, and nothing that a browser would run as a page or drawing. */
function isPlainText(head: Uint8Array): boolean {
  const text = wordsOf(head);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) return false;
  }
  return !/^\s*<(?:!doctype|html|svg|script|head|body|iframe|\?xml|!--)/i.test(text) && !/<(?:svg|script|html)[\s>]/i.test(text.slice(0, 1024));
}

/** Reads UTF-16 with its mark and everything else byte by byte: enough to look for markup and control characters. */
function wordsOf(head: Uint8Array): string {
  const little = head[0] === 0xff && head[1] === 0xfe;
  const big = head[0] === 0xfe && head[1] === 0xff;
  if (!little && !big) return latin(startsWith(head, 'efbbbf') ? head.subarray(3) : head);
  let text = '';
  for (let at = 2; at + 1 < head.length; at += 2) {
    const [first, second] = [head[at] ?? 0, head[at + 1] ?? 0];
    text += String.fromCharCode(little ? first | (second << 8) : (first << 8) | second);
  }
  return text;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let at = 0; at < hex.length / 2; at += 1) {
    if (bytes[at] !== Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)) return false;
  }
  return true;
}
