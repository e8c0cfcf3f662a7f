import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { BusboyFileStream } from '@fastify/busboy';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AppContext } from './app-context.ts';
import { formOf } from './forms.ts';
import type { PostedForm } from './forms.ts';
import { refused } from './respond.ts';

export type UploadedFile = { readonly fileName: string; readonly claimedType: string; readonly content: AsyncIterable<Uint8Array> };

/** A form that holds files, or a field for some. */
export function isUpload(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('multipart/form-data');
}

/** How much of a form is read; more is skipped. */
export type UploadRoom = { readonly files: number; readonly fields: number; readonly bodyBytes: number };

/** A field that is cut here is longer than any form of ours allows, and is refused as such. */
const fieldBytes = 64 * 1024;

/**
 * Reads a form with files while it streams in. Fields stand before the files, so that they are known when the first file
 * begins; `onFile` reads each file to its end, one after the other. What `onFile` leaves unread is skipped. Resolves with the
 * results in the order of the files, the last of them `quota_exceeded` when there were more files than `room` has; a form
 * without a file gives none.
 */
export async function readUpload<T>(
  request: Request,
  context: AppContext,
  room: UploadRoom,
  onFile: (file: UploadedFile, fields: PostedForm, index: number) => Promise<Result<T>>,
): Promise<{ readonly fields: PostedForm; readonly results: readonly Result<T>[] }> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!isUpload(request) || request.body === null) throw refused({ code: 'invalid_input' });
  if (Number(request.headers.get('content-length') ?? '0') > room.bodyBytes) throw refused({ code: 'file_too_large' });

  const posted = new URLSearchParams();
  const results: Result<T>[] = [];
  let tokenChecked = false;
  let work: Promise<void> = Promise.resolve();
  let index = 0;

  const parser = new Busboy({
    headers: { 'content-type': contentType },
    limits: { fields: room.fields, fieldSize: fieldBytes, files: room.files, parts: room.fields + room.files + 1, headerPairs: 20, headerSize: 4096 },
  });
  let tooMany = false;
  parser.on('filesLimit', () => {
    tooMany = true;
  });
  parser.on('field', (name, value) => posted.append(name, value));
  parser.on('file', (_name: string, stream: BusboyFileStream, fileName: string, _encoding: string, claimedType: string) => {
    // A file field left empty comes as a part without name.
    if (!fileName) {
      stream.resume();
      return;
    }
    const at = index;
    index += 1;
    work = work.then(async () => {
      try {
        if (!tokenChecked) await checkToken(context, posted);
        tokenChecked = true;
        // Whoever stops reading leaves the stream alive: the rest of the form has to pass through it.
        const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
        results.push(await onFile({ fileName: asTyped(fileName), claimedType, content }, formOf(posted), at));
      } finally {
        stream.resume();
      }
    });
    // The failure is taken up where the work is awaited.
    work.catch(() => undefined);
  });

  const finished = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve);
    parser.on('error', reject);
  });
  finished.catch(() => undefined);
  try {
    await pump(request.body, parser, finished, room.bodyBytes);
    await finished;
  } catch {
    await work.catch(() => undefined);
    if (results.length === 0) return { fields: formOf(posted), results: [err('invalid_input')] };
  }
  await work;
  if (!tokenChecked) await checkToken(context, posted);
  if (tooMany) results.push(err('quota_exceeded', { detail: 'too_many_files' }));
  return { fields: formOf(posted), results };
}

/** Browsers write a quotation mark in a file's name as %22, and line breaks as %0D and %0A. */
function asTyped(fileName: string): string {
  return fileName.replaceAll('%22', '"').replace(/%0[DA]/g, ' ');
}

/** Hands the body on with back pressure and cuts it off where it is longer than any form of ours. */
async function pump(body: ReadableStream<Uint8Array>, parser: InstanceType<typeof Busboy>, failed: Promise<void>, longest: number): Promise<void> {
  let read = 0;
  for await (const chunk of Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])) {
    const bytes = chunk as Uint8Array;
    read += bytes.length;
    if (read > longest) throw new Error('body too long');
    if (!parser.write(Buffer.from(bytes))) await Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), failed]);
  }
  parser.end();
}

async function checkToken(context: AppContext, posted: URLSearchParams): Promise<void> {
  if (context.originProven) return;
  const session = await context.session();
  if (session.kind === 'none' || posted.get('formToken') !== session.formToken) throw refused({ code: 'not_allowed' });
}
