import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { SiteRemovePage } from '#app/features/sites/site-page.tsx';
import { siteView } from '#app/features/sites/sites-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return page(await frame(request, context, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const links = pathsFor(localeOf(request)).company;
  const siteId = params['standort'] ?? '';
  const removed = await context.services.sites.removeSite(actor, { siteId, seenRevision: Number(form.text('revision')) || 0 });
  if (removed.ok) return seeOther(`${links.sites}?stand=entfernt`);
  if (removed.refusal.code === 'conflict_of_versions') return page(await frame(request, context, params), { status: statusOf(removed.refusal) });
  // The last one stays; its own page says so.
  if (removed.refusal.code === 'wrong_state') return seeOther(links.site(siteId));
  throw refused(removed.refusal);
}

async function frame(request: Request, context: AppContext, params: LoaderFunctionArgs['params']) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const opened = await context.services.sites.openSite(actor, params['standort'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  if (opened.value.isOnly) throw seeOther(links.site(opened.value.site.id));
  const view = siteView(opened.value, locale, links);
  return { title: textOf(locale, 'sites')('removeTitle', { site: view.title }), view, formToken };
}

export default function SiteRemove() {
  const loaded = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { view, formToken } = again ?? loaded;
  return <SiteRemovePage view={view} formToken={formToken} changed={again !== undefined} />;
}
