import type { Refusal, Result } from '#app/domain/result.ts';
import { toLocal } from '#app/domain/deadlines/local-time.ts';
import { timeZone } from '#app/content/locale.ts';
import { errorTexts } from '#app/features/cases/error-texts.ts';
import type { CaseSide } from '#app/features/cases/case-links.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import type { Locale } from '#app/features/ports.ts';
import { formStateOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { AppContext } from './app-context.ts';
import type { PostedForm } from './forms.ts';
import { requireArea } from './guards.ts';
import { localeOf } from './locale.ts';
import { page, refused } from './respond.ts';

/** What every loader and action of a case begins with. */
export async function caseRequest(side: CaseSide, request: Request, context: AppContext, params: { readonly id?: string | undefined }): Promise<{ session: OpenSession; locale: Locale; caseId: string }> {
  return { session: await requireArea(request, context, side), locale: localeOf(request), caseId: params.id ?? '' };
}

/** A refused form with what was typed, its texts in the language of the page; other refusals end the request. */
export function refusedForm(refusal: Refusal, posted: PostedForm, locale: Locale) {
  if (refusal.code !== 'invalid_input') throw refused(refusal);
  return page({ form: stateOf(posted, refusal.fields ?? {}, locale) }, { status: 422 });
}

export function stateOf(posted: PostedForm, fields: Readonly<Record<string, readonly string[]>>, locale: Locale): FormState {
  const typed = Object.entries(posted.values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return formStateOf(typed, errorTexts(fields, locale), { secret: ['formToken', 'idempotencyKey'] });
}

export function valueOrRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.refusal);
  return result.value;
}

/** Day and time of the region, for the fields of a form. */
export function localNow(now: string): { today: string; clock: string } {
  const { year, month, day, hour, minute } = toLocal(new Date(now), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { today: `${year}-${two(month)}-${two(day)}`, clock: `${two(hour)}:${two(minute)}` };
}
