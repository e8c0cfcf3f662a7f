import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { districtChoices } from '#app/features/site-in-words.ts';
import { readSite, siteFormWith } from '#app/features/sites/form.ts';
import type { OpenSite } from '#app/features/sites/list-sites.server.ts';
import { SitePage } from '#app/features/sites/site-page.tsx';
import { siteConflict, siteView } from '#app/features/sites/sites-view.ts';
import type { SiteView } from '#app/features/sites/sites-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return page(await frame(request, context, params, (opened) => siteView(opened, localeOf(request), pathsFor(localeOf(request)).company)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const { sites } = context.services;
  const form = await readForm(request, context);
  const seenRevision = Number(form.text('revision')) || 0;
  const read = readSite(form.values, sites.districtIds, locale);
  // After an error the form stands on what the person saw, so that a change made meanwhile is still told.
  if ('form' in read) return page(await frame(request, context, params, (opened) => ({ ...siteView(opened, locale, links), form: read.form, revision: seenRevision })), { status: 422 });
  const changed = await sites.changeSite(actor, { ...read.site, siteId: params['standort'] ?? '', seenRevision });
  if (changed.ok) return seeOther(`${links.sites}?stand=geaendert`);
  if (changed.refusal.code !== 'conflict_of_versions') throw refused(changed.refusal);
  return page(await frame(request, context, params, (opened) => siteConflict(opened, siteFormWith(form.values, null, locale), locale, links)), { status: statusOf(changed.refusal) });
}

async function frame(request: Request, context: AppContext, params: LoaderFunctionArgs['params'], build: (opened: OpenSite) => SiteView) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { sites } = context.services;
  const opened = await sites.openSite(actor, params['standort'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const view = build(opened.value);
  return { title: view.title, view, formToken, districts: districtChoices(sites.districtIds, locale) };
}

export default function Site() {
  const loaded = useLoaderData<typeof loader>();
  const { view, districts, formToken } = useActionData<typeof action>() ?? loaded;
  return <SitePage key={view.revision} view={view} districts={districts} formToken={formToken} />;
}
