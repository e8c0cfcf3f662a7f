import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerPartsProvider } from './http/server-parts.tsx';
import emergencyStyles from './ui/styles/emergency.css?inline';

const renderTimeoutMs = 10_000;

/** Renders a page whole before it is sent: nothing streams in by script, and a fault still gets its own status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  let finalStatus = status;
  const html = await renderWhole(
    <ServerPartsProvider value={{ nonce: context.nonce, emergencyStyles }}>
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
    </ServerPartsProvider>,
    () => {
      finalStatus = 500;
    },
  );
  carryAnswerHeaders(remixContext, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const page = withErrorInTitle(withNonceOnPreloads(html, context.nonce), finalStatus, request);
  return new Response(page, { status: finalStatus, headers });
}

/** What a loader or action said about the connection and about coming back; Remix drops headers that the page's route does not repeat. */
const answerHeaders = ['Retry-After', 'Connection'] as const;

function carryAnswerHeaders({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext, headers: Headers): void {
  for (const said of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    for (const name of answerHeaders) {
      const value = said.get(name);
      if (value !== null) headers.set(name, value);
    }
  }
}

function renderWhole(tree: JSX.Element, onError: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(tree, {
      onAllReady() {
        const body = new PassThrough();
        text(body).then(resolve, reject);
        pipe(body);
      },
      onShellError: reject,
      onError,
    });
    setTimeout(abort, renderTimeoutMs).unref();
  });
}

/** Under 'strict-dynamic' a module preload needs the nonce as a script does; Remix writes it on scripts only. */
function withNonceOnPreloads(html: string, nonce: string): string {
  return html.replaceAll('<link rel="modulepreload"', `<link rel="modulepreload" nonce="${nonce}"`);
}

/** After a refused form the title says so first: it is what a screen reader reads first. */
function withErrorInTitle(html: string, status: number, request: Request): string {
  if (status !== 422 && status !== 400) return html;
  const word = new URL(request.url).pathname.startsWith('/en') ? 'Error' : 'Fehler';
  return html.replace('<title>', `<title>${word}: `);
}

/** Bugs, not refusals: told to the log without the message, which may quote input. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 9).map((line) => line.trim()).join(' | ') : '';
  context.log.error('request.failed', { requestId: context.requestId, errorName: name, stack });
}
