import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { FileDownload } from '#app/features/file-delivery.server.ts';
import { attachment } from './attachment.ts';

/** A file that somebody handed in, as a download; nothing of it is ever shown by the browser itself. */
export function download({ name, size, content }: FileDownload): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(content, { objectMode: false })), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(name),
      'Content-Length': String(size),
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  });
}
