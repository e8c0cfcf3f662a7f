import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { DemoFile } from './cases/tale.ts';
import { stableFraction } from './stable-fraction.ts';

/** The bytes of a demo file and the type a browser would claim. */
export async function makeFile(file: Pick<DemoFile, 'kind' | 'lines'>, at: Date): Promise<{ readonly bytes: Buffer; readonly type: string }> {
  switch (file.kind) {
    case 'png':
      return { bytes: pictureOf(file.lines.join(' ')), type: 'image/png' };
    case 'pdf':
      return { bytes: await pageOf(file.lines, at), type: 'application/pdf' };
    case 'txt':
      return { bytes: Buffer.from(`${file.lines.join('\n')}\n`, 'utf8'), type: 'text/plain' };
    case 'eml':
      return { bytes: Buffer.from(`Date: ${at.toUTCString()}\r\n${file.lines.join('\r\n')}\r\n`, 'utf8'), type: 'message/rfc822' };
  }
}

/** A file as an upload brings it. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const width = 320;
const height = 200;

/** A picture as from a screen: a dark window with bars where the text would stand. */
function pictureOf(seed: string): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    const line = Math.floor(y / 14);
    const length = 60 + stableFraction(`${seed}/${line}`) * 220;
    for (let x = 0; x < width; x += 1) {
      const inBar = y > 24 && y % 14 < 6 && x > 20 && x < length;
      const colour = y < 18 ? [36, 52, 60] : inBar ? [226, 206, 160] : [18, 26, 32];
      row.set(colour, 1 + x * 3);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Length, name, content and checksum over name and content (PNG 5.3). */
function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(content.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(checksum(body), 4 + body.length);
  return frame;
}

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function pageOf(lines: readonly string[], at: Date): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const page = new PDFDocument({ size: 'A4', info: { CreationDate: at, ModDate: at } });
    page.on('data', (piece: Buffer) => pieces.push(piece));
    page.on('end', () => resolve(Buffer.concat(pieces)));
    page.on('error', reject);
    page.fontSize(12);
    for (const line of lines) page.text(line);
    page.end();
  });
}
