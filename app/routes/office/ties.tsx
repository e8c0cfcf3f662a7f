import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { providerFaults } from '#app/features/providers/faults.ts';
import { tieFrom } from '#app/features/providers/form.ts';
import { TiesPage } from '#app/features/providers/ties-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const ties = await context.services.providers.readTies(session.actor);
  if (!ties.ok) throw refused(ties.refusal);
  const asked = new URL(request.url).searchParams;
  return page({ title: textOf(localeOf(request), 'providers')('ties.own'), view: ties.value, formToken: session.formToken, provider: asked.get('dienstleister') ?? '', done: asked.has('ok') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const { providers } = context.services;
  const done = form.text('intent') === 'end' ? await providers.endTie(session.actor, form.text('tie')) : await providers.declareTie(session.actor, tieFrom(form));
  if (done.ok) return seeOther(`${pathsFor(locale).office.ties}?ok=1`);
  if (done.refusal.code !== 'invalid_input') throw refused(done.refusal);
  return page({ form: { values: form.values, errors: providerFaults(locale, done.refusal, 'kind') } }, { status: statusOf(done.refusal) });
}

export default function Ties() {
  const { view, formToken, provider, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form?: FormState } | undefined;
  const { providers } = pathsFor(useLocale()).office;
  return <TiesPage view={view} form={posted?.form ?? emptyForm({ provider })} formToken={formToken} done={done && !posted} hrefs={{ providers }} />;
}
