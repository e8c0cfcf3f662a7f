import { Readable } from 'node:stream';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { attachment } from '#app/http/attachment.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { refused } from '#app/http/respond.ts';

/** An exhibit as a download; nothing of it is ever shown by the browser itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, context);
  const opened = await context.services.cases.downloadExhibit(session.actor, session.keys, params.fall ?? '', params.beweis ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { name, size, content } = opened.value;
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
