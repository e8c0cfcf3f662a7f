import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { DutyPage } from '#app/features/matching/duty-page.tsx';
import { dutyFaults, shiftOf } from '#app/features/matching/form.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { emptyForm, formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

const flashes = ['added', 'removed'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const duty = await context.services.matching.readProviderDuty(session.actor);
  if (!duty.ok) throw refused(duty.refusal);
  const done = new URL(request.url).searchParams.get('meldung');
  const title = textOf(localeOf(request), 'matching')('duty.providerTitle');
  return page({ title, formToken: session.formToken, view: duty.value, flash: flashes.find((one) => one === done) ?? null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const form = await readForm(request, context);
  const locale = localeOf(request);
  const own = pathsFor(locale).provider.duty;
  const { matching } = context.services;
  if (form.text('aktion') === 'entfernen') {
    const removed = await matching.removeProviderShift(session.actor, form.text('shift'));
    if (!removed.ok && removed.refusal.code !== 'not_found') throw refused(removed.refusal);
    return seeOther(`${own}?meldung=removed`);
  }
  const added = await matching.addProviderShift(session.actor, shiftOf(form));
  if (added.ok) return seeOther(`${own}?meldung=added`);
  if (added.refusal.code !== 'invalid_input') throw refused(added.refusal);
  const errors = dutyFaults(added.refusal.fields ?? {}, textOf(locale, 'matching'));
  return page({ form: formStateOf(Object.entries(form.values), errors) }, { status: 422 });
}

/** Duty times of the own provider. */
export default function ProviderDuty() {
  const { view, formToken, flash } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <DutyPage of="provider" view={view} form={posted?.form ?? emptyForm()} formToken={formToken} flash={posted ? null : flash} />;
}
