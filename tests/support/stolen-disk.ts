import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { TestRuntime } from './runtime.ts';

/** Every byte that a thief of the data folder and the logs would have. */
export function everythingOnDisk(runtime: TestRuntime): { name: string; bytes: Buffer }[] {
  const files = filesBelow(runtime.config.dataDir).map((file) => ({ name: path.relative(runtime.config.dataDir, file), bytes: readFileSync(file) }));
  return [...files, { name: 'log', bytes: Buffer.from(runtime.logLines.join('\n'), 'utf8') }];
}

/** Where each planted text is found, as it is and in the forms in which texts travel. */
export function findPlanted(stolen: readonly { name: string; bytes: Buffer }[], planted: readonly string[]): string[] {
  return stolen.flatMap(({ name, bytes }) => planted.filter((text) => formsOf(text).some((form) => bytes.includes(form))).map((text) => `${text} in ${name}`));
}

/** UTF-8, UTF-16, base64 at each of three offsets, hex, quoted-printable and URL encoding. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const shifted = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64').replace(/=+$/, '');
    return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -2));
  });
  const quoted = [...utf8].map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('');
  return [utf8, Buffer.from(text, 'utf16le'), ...shifted, Buffer.from(utf8.toString('hex')), Buffer.from(quoted), Buffer.from(encodeURIComponent(text))];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const entry = path.join(folder, name);
    return statSync(entry).isDirectory() ? filesBelow(entry) : [entry];
  });
}
