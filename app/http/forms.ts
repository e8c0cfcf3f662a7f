import { refused } from './respond.ts';
import type { AppContext } from './app-context.ts';

/** What was posted: field name -> values in the order of the form. Files never pass here, see file-upload.ts. */
export type PostedForm = {
  readonly values: Readonly<Record<string, string | string[]>>;
  /** The first value of a field, trimmed; empty when absent. */
  text(name: string): string;
  all(name: string): string[];
};

const longestForm = 256 * 1024;

/**
 * Reads a posted form. A browser that did not say where the request comes from must show its session's form token;
 * without a session there is nothing to forge a request with, and the form is refused.
 */
export async function readForm(request: Request, context: AppContext): Promise<PostedForm> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > longestForm) throw refused({ code: 'file_too_large' });
  const parsed = new URLSearchParams(await request.text());
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
export async function readPublicForm(request: Request): Promise<PostedForm> {
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > longestForm) throw refused({ code: 'file_too_large' });
  return formOf(new URLSearchParams(await request.text()));
}

export function formOf(parsed: URLSearchParams): PostedForm {
  const values: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(parsed.keys())) {
    const all = parsed.getAll(name);
    values[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return {
    values,
    text: (name) => (parsed.get(name) ?? '').trim(),
    all: (name) => parsed.getAll(name),
  };
}
