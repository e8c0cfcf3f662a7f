import type { Locale } from '#app/features/ports.ts';

/** A file made in memory: offered for saving under its own name (RFC 6266), kept by nobody on the way. */
export function attachment(file: { readonly bytes: Uint8Array; readonly type: string; readonly name: string }): Response {
  const plain = file.name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '');
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeExtended(file.name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** `attr-char` of RFC 5987; everything else percent-encoded. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

type PlainPage = { readonly locale: Locale; readonly status: number; readonly title: string; readonly text: string; readonly link: { readonly href: string; readonly label: string }; readonly headers?: Record<string, string> };

/** A page without the frame, for addresses that otherwise answer with a file. */
export function plainPage({ locale, status, title, text, link, headers }: PlainPage): Response {
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p><p><a href="${escape(link.href)}">${escape(link.label)}</a></p></main></body></html>
`;
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers } });
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
