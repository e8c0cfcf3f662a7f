import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { providerFaults } from '#app/features/providers/faults.ts';
import { profileFrom } from '#app/features/providers/form.ts';
import { ProfilePage, profileValues } from '#app/features/providers/profile-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const own = await context.services.providers.readProfile(session.actor);
  if (!own.ok) throw refused(own.refusal);
  return page({ title: textOf(localeOf(request), 'providers')('profile.title'), own: own.value, formToken: session.formToken, done: new URL(request.url).searchParams.has('ok') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const intent = form.text('intent');
  const isPause = intent === 'pause' || intent === 'resume';
  const { providers } = context.services;
  const done = isPause ? await providers.pauseProvider(session.actor, intent) : await providers.saveProfile(session.actor, profileFrom(form));
  if (done.ok) return seeOther(`${pathsFor(locale).provider.profile}?ok=1`);
  if (done.refusal.code === 'not_found' || done.refusal.code === 'not_allowed') throw refused(done.refusal);
  return page({ form: isPause ? null : form.values, errors: providerFaults(locale, done.refusal, 'pause') }, { status: statusOf(done.refusal) });
}

export default function Profile() {
  const { own, formToken, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form: FormState['values'] | null; errors: FormState['errors'] } | undefined;
  const form = posted ? { values: posted.form ?? profileValues(own), errors: posted.errors } : emptyForm(profileValues(own));
  return <ProfilePage own={own} form={form} formToken={formToken} done={done && !posted} />;
}
