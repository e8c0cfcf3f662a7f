import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { atFileField, providerFaults } from '#app/features/providers/faults.ts';
import { capabilitiesFrom, itemCodeFrom, itemFrom } from '#app/features/providers/form.ts';
import { VettingPage } from '#app/features/providers/vetting-page.tsx';
import { ownVettingView } from '#app/features/providers/vetting-view.server.ts';
import { isUpload, readUpload } from '#app/http/file-upload.ts';
import type { UploadRoom } from '#app/http/file-upload.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

/** Documents of one proof, and its fields. */
const documentRoom: UploadRoom = { files: 8, fields: 60, bodyBytes: 170 * 1024 * 1024 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const own = await context.services.providers.readOwnVetting(session.actor);
  if (!own.ok) throw refused(own.refusal);
  return page({ title: textOf(localeOf(request), 'providers')('vetting.title'), view: ownVettingView(own.value), formToken: session.formToken, done: new URL(request.url).searchParams.has('ok') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'provider');
  const locale = localeOf(request);
  const { form, done } = isUpload(request) ? await handIn(request, context, session.actor) : await act(await readForm(request, context), session.actor, context.services.providers);
  if (done.ok) return seeOther(`${pathsFor(locale).provider.vetting}?ok=1`);
  if (done.refusal.code === 'not_found' || done.refusal.code === 'not_allowed') throw refused(done.refusal);
  return page({ form: { values: form.values, errors: providerFaults(locale, done.refusal, 'submit') } }, { status: statusOf(done.refusal) });
}

type Context = LoaderFunctionArgs['context'];
type Providers = Context['services']['providers'];
type Actor = Parameters<Providers['applyAsProvider']>[0];
type Answer = { readonly form: PostedForm; readonly done: Result<unknown> };

/** One proof with its files. What was taken of several files stays, also when one of them or a field is refused. */
async function handIn(request: Request, context: Context, actor: Actor): Promise<Answer> {
  const { providers } = context.services;
  const { fields: form, results } = await readUpload(request, context, documentRoom, async (file, posted) => {
    const code = itemCodeFrom(posted);
    return code === null ? err('invalid_input') : providers.addVettingDocument(actor, { code, ...file });
  });
  const failed = results.find((one) => !one.ok);
  if (failed && !failed.ok) return { form, done: { ok: false, refusal: atFileField(failed.refusal) } };
  const item = itemFrom(form);
  return { form, done: item.ok ? await providers.saveVettingItem(actor, item.value) : item };
}

async function act(form: PostedForm, actor: Actor, providers: Providers): Promise<Answer> {
  switch (form.text('intent')) {
    case 'begin':
      return { form, done: await providers.applyAsProvider(actor) };
    case 'requested':
      return { form, done: await providers.saveRequested(actor, capabilitiesFrom(form)) };
    default:
      return { form, done: await providers.submitApplication(actor) };
  }
}

export default function Vetting() {
  const { view, formToken, done } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as { form?: FormState } | undefined;
  const { files } = pathsFor(useLocale());
  return <VettingPage view={view} form={posted?.form ?? emptyForm()} formToken={formToken} done={done && !posted} hrefs={{ document: (id) => files.vettingDocument(view.providerId, id) }} />;
}
