import { json, redirect } from '@remix-run/node';
import type { Refusal, RefusalCode } from '#app/domain/result.ts';

/** The one place where refusals become statuses and data becomes a response. */

const statusByCode: Readonly<Record<RefusalCode, number>> = {
  not_signed_in: 401,
  second_factor_missing: 401,
  session_locked: 401,
  step_up_required: 403,
  not_found: 404,
  not_allowed: 403,
  invalid_input: 422,
  wrong_credentials: 422,
  code_already_used: 422,
  too_many_attempts: 429,
  link_expired: 410,
  already_taken: 409,
  conflict_of_versions: 409,
  wrong_state: 409,
  not_eligible: 403,
  file_refused: 422,
  file_too_large: 413,
  quota_exceeded: 429,
  key_missing: 403,
  sealed_box_refused: 500,
  temporarily_unavailable: 503,
};

export function statusOf(refusal: Refusal): number {
  return statusByCode[refusal.code];
}

/** Plain data for a page. Signed-in pages are never stored by browsers or proxies. */
export function page<T>(data: T, options: { status?: number; headers?: HeadersInit } = {}) {
  const headers = new Headers(options.headers);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return json(data, { status: options.status ?? 200, headers });
}

/** The page with its form once more, after a refusal: with its status, and when it makes sense to try again. */
export function formAgain<T>(data: T, refusal: Refusal) {
  return page(data, { status: statusOf(refusal), headers: retryAfter(refusal) });
}

/** A public page: may be kept by the browser, must be asked for again. */
export function publicPage<T>(data: T, options: { status?: number } = {}) {
  return page(data, { ...options, headers: { 'Cache-Control': 'public, max-age=0, must-revalidate' } });
}

/**
 * An emergency page: anybody without a cookie may keep it and show it while the network is bad; with a cookie the frame
 * names the person, so nobody keeps it.
 */
export function emergencyPage<T>(request: Request, data: T) {
  const named = request.headers.has('cookie');
  return page(data, { headers: { 'Cache-Control': named ? 'private, no-store' : 'public, max-age=300, stale-while-revalidate=86400', Vary: 'Cookie' } });
}

/** Sends on after an effect, so that reloading the page repeats nothing. */
export function seeOther(path: string, options: { headers?: HeadersInit } = {}): Response {
  return redirect(path, { status: 303, headers: options.headers });
}

/** Ends a loader or action with the page for this refusal. */
export function refused(refusal: Refusal): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...retryAfter(refusal) });
  // What is left of the body is not read any more.
  if (refusal.code === 'file_too_large') headers.set('Connection', 'close');
  return json({ refusal: { code: refusal.code, detail: refusal.detail ?? null } }, { status: statusOf(refusal), headers });
}

function retryAfter({ retryAfterSeconds }: Refusal): Record<string, string> {
  return retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {};
}
