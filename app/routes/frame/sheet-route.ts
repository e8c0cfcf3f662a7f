import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { keptCodeSchema } from '#app/features/accounts/form.ts';
import { readForm } from '#app/http/forms.ts';
import { refuseOrStepUp, requireArea, requireFreshFactor } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, seeOther } from '#app/http/respond.ts';

/** The organisation's emergency sheet, in the area of a company or of a provider. */
export async function loadSheet({ request, context }: LoaderFunctionArgs, area: 'company' | 'provider') {
  await requireArea(request, context, area);
  const { formToken, person } = await requireFreshFactor(request, context, 'organisation.issue_emergency_sheet', 'own_organisation');
  const locale = localeOf(request);
  return page({ title: textOf(locale, 'accounts')('sheet.title'), code: context.services.accounts.newCode(), organisation: person.organisationName, formToken, back: pathsFor(locale)[area].team });
}

export async function actOnSheet({ request, context }: ActionFunctionArgs, area: 'company' | 'provider') {
  const { actor, keys } = await requireArea(request, context, area);
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = keptCodeSchema.safeParse(form.values);
  const done = parsed.success ? await context.services.accounts.makeEmergencySheet(actor, keys, parsed.data) : null;
  if (done?.ok) return seeOther(pathsFor(locale)[area].team);
  const state = parsed.success ? done && formWithRefusal(locale, form.values, done.refusal, { field: 'lastGroup', wrong: 'recovery_lastGroupWrong' }) : formWithIssues(locale, form.values, parsed.error);
  const refusal = done?.refusal ?? { code: 'invalid_input' };
  if (!state) throw refuseOrStepUp(refusal, request);
  return formAgain({ form: state, code: form.text('code') }, refusal);
}
