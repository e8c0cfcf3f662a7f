import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { districtChoices } from '#app/features/site-in-words.ts';
import { readSite, siteFormWith } from '#app/features/sites/form.ts';
import { SitesPage } from '#app/features/sites/sites-page.tsx';
import type { SitesNote } from '#app/features/sites/sites-page.tsx';
import { sitesView } from '#app/features/sites/sites-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

const notes: Readonly<Record<string, SitesNote>> = { neu: 'added', geaendert: 'changed', entfernt: 'removed' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return page(await frame(request, context, emptyForm()));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { sites } = context.services;
  const form = await readForm(request, context);
  const read = readSite(form.values, sites.districtIds, locale);
  // Who may not enter sites hears that, whatever was typed.
  if ('form' in read) {
    const again = await frame(request, context, read.form, form.text('idempotencyKey'));
    if (!again.view.mayChange) throw refused({ code: 'not_allowed' });
    return page(again, { status: 422 });
  }
  const idempotencyKey = form.text('idempotencyKey');
  if (idempotencyKey.length < 8 || idempotencyKey.length > 100) throw refused({ code: 'invalid_input' });
  const added = await sites.addSite(actor, { ...read.site, idempotencyKey });
  if (added.ok) return seeOther(`${pathsFor(locale).company.sites}?stand=neu`);
  if (added.refusal.code !== 'quota_exceeded') throw refused(added.refusal);
  return page(await frame(request, context, siteFormWith(form.values, { field: 'name', key: 'full' }, locale)), { status: statusOf(added.refusal) });
}

async function frame(request: Request, context: AppContext, form: FormState, idempotencyKey?: string) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { sites } = context.services;
  const listed = await sites.listSites(actor);
  if (!listed.ok) throw refused(listed.refusal);
  return {
    title: textOf(locale, 'sites')('title'),
    view: sitesView(listed.value, locale, pathsFor(locale).company),
    add: { form, formToken, idempotencyKey: idempotencyKey || sites.newFormKey(), districts: districtChoices(sites.districtIds, locale) },
    note: notes[new URL(request.url).searchParams.get('stand') ?? ''] ?? null,
  };
}

export default function Sites() {
  const loaded = useLoaderData<typeof loader>();
  const refusedForm = useActionData<typeof action>();
  const { view, add, note } = refusedForm ?? loaded;
  return <SitesPage view={view} add={add} note={refusedForm ? null : note} />;
}
