import { redirect } from '@remix-run/node';
import { carriedFrom, carriedOutOf } from '#app/features/accounts/carried-fields.ts';
import type { CarriedForm } from '#app/features/accounts/carried-fields.ts';
import { credentialFields } from '#app/features/accounts/form.ts';
import type { AppContext } from './app-context.ts';
import { longestForm } from './forms.ts';
import type { PostedForm } from './forms.ts';
import { safePath } from './safe-redirect.ts';

/*
 * A form that was posted after its session had ended travels with the person through the sign-in: the browser repeats it
 * from step to step (307 keeps method and body), and each page carries it in hidden fields. The server stores nothing.
 */

/** In the address of a step while a form arrives there. */
const arrival = 'mit';

/** Room for the fields of the step and the longer names of the carried ones. */
export const longestCarryingForm = longestForm + 64 * 1024;

/**
 * The fields of a request that reached no open session, when they may be kept: posted from this site, of ordinary length,
 * no files and no credentials among them.
 */
export async function keepable(request: Request, context: AppContext): Promise<URLSearchParams | null> {
  const isForm = request.method === 'POST' && (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!isForm || !context.originProven || !(length <= longestForm)) return null;
  const fields = new URLSearchParams(await request.clone().text());
  return credentialFields.some((name) => fields.has(name)) ? null : fields;
}

/** Sends the browser with its form on to a step of the sign-in. */
export function carryTo(step: string, path: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set('Cache-Control', 'no-store');
  return redirect(`${step}?${arrival}=${encodeURIComponent(path)}`, { status: 307, headers: all });
}

/** True for a request that brings a form along and asks for nothing else. */
export function brings(request: Request): boolean {
  return new URL(request.url).searchParams.has(arrival);
}

/** The form that a request to a step brings along or carries on; null when there is none, or its address is not of this site. */
export function carriedForm(request: Request, posted: PostedForm): CarriedForm | null {
  const form = carriedOutOf(posted.entries) ?? carriedFrom(new URL(request.url).searchParams.get(arrival) ?? '', posted.entries);
  const path = safePath(form.path, '');
  return path === '' ? null : { ...form, path };
}
