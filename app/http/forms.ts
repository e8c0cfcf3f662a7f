import { refused } from './respond.ts';
import type { AppContext } from './app-context.ts';

/** What was posted: field name -> values in the order of the form. Files never pass here, see file-upload.ts. */
export type PostedForm = {
  readonly values: Readonly<Record<string, string | string[]>>;
  /** Names and values in the order of the page. */
  readonly entries: readonly (readonly [string, string])[];
  /** The first value of a field, trimmed; empty when absent. */
  text(name: string): string;
  all(name: string): string[];
};

export const longestForm = 256 * 1024;

/**
 * Reads a posted form. A browser that did not say where the request comes from must show its session's form token;
 * without a session there is nothing to forge a request with, and the form is refused.
 */
export async function readForm(request: Request, context: AppContext, options: { readonly longest?: number } = {}): Promise<PostedForm> {
  const parsed = new URLSearchParams(await bodyOf(request, options.longest ?? longestForm));
  if (!context.originProven) {
    const session = await context.session();
    const token = parsed.get('formToken');
    if (session.kind === 'none' || token !== session.formToken) throw refused({ code: 'not_allowed' });
  }
  return formOf(parsed);
}

/**
 * Reads a form of people who are not signed in (sign-in, mailed links): there is no session whose power another site could
 * misuse, and requests that say they come from another site were refused before.
 */
export async function readPublicForm(request: Request, options: { readonly longest?: number } = {}): Promise<PostedForm> {
  return formOf(new URLSearchParams(await bodyOf(request, options.longest ?? longestForm)));
}

export function formOf(parsed: URLSearchParams): PostedForm {
  const values: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(parsed.keys())) {
    const all = parsed.getAll(name);
    values[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return {
    values,
    entries: [...parsed],
    text: (name) => (parsed.get(name) ?? '').trim(),
    all: (name) => parsed.getAll(name),
  };
}

/** So much of a body that is too long is read and dropped, so that the browser hears the answer instead of a closed line. */
const mostDropped = 4 * 1024 * 1024;

/** The body as text, never more of it in memory than `longest`, whatever length was announced. */
async function bodyOf(request: Request, longest: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? '0') > mostDropped) throw refused({ code: 'file_too_large' });
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length <= longest) text += decoder.decode(part.value, { stream: true });
    else if (length > mostDropped) {
      await reader.cancel();
      break;
    }
  }
  if (length > longest) throw refused({ code: 'file_too_large' });
  return text + decoder.decode();
}
