import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { err } from '#app/domain/result.ts';
import { textOf } from '#app/content/translator.ts';
import { providerFaults } from '#app/features/providers/faults.ts';
import { capabilitiesFrom, itemFrom } from '#app/features/providers/form.ts';
import { VettingPage } from '#app/features/providers/vetting-page.tsx';
import { ownVettingView } from '#app/features/providers/vetting-view.server.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const own = await context.services.providers.readOwnVetting(session.actor);
  if (!own.ok) throw refused(own.refusal);
  return page({ title: textOf(localeOf(request), 'providers')('vetting.title'), view: ownVettingView(own.value), formToken: session.formToken, done: new URL(request.url).searchParams.has('ok') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const done = await act(form, session.actor, context.services.providers);
  if (done.ok) return seeOther(`${pathsFor(locale).provider.vetting}?ok=1`);
  if (done.refusal.code === 'not_found' || done.refusal.code === 'not_allowed') throw refused(done.refusal);
  return page({ form: { values: form.values, errors: providerFaults(locale, done.refusal, 'submit') } }, { status: statusOf(done.refusal) });
}

type Providers = LoaderFunctionArgs['context']['services']['providers'];

async function act(form: PostedForm, actor: Parameters<Providers['applyAsProvider']>[0], providers: Providers) {
  switch (form.text('intent')) {
    case 'begin':
      return providers.applyAsProvider(actor);
    case 'requested':
      return providers.saveRequested(actor, capabilitiesFrom(form));
    case 'item': {
      const item = itemFrom(form);
      return item === null ? err('invalid_input') : providers.saveVettingItem(actor, item);
    }
    default:
      return providers.submitApplication(actor);
  }
}

export default function Vetting() {
  const { view, formToken, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form?: FormState } | undefined;
  return <VettingPage view={view} form={posted?.form ?? emptyForm()} formToken={formToken} done={done && !posted} />;
}
