import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import type { OpenSites } from '#app/features/checklists/runs/choose-sites.server.ts';
import { ChooseSitesPage } from '#app/features/checklists/runs/site-scope.tsx';
import { chooseSitesAgain, chooseSitesView, sitesField } from '#app/features/checklists/runs/site-scope-view.ts';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { readWay } from '#app/http/way-cookie.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const opened = await openRun(request, context, params);
  return page({ title: textOf(locale, 'sites')('scope.question'), view: chooseSitesView(opened, locale, linksOf(request, context), { from: fromOf(request) }), formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const links = linksOf(request, context);
  const siteIds = form.all(sitesField);
  const seenRevision = Number(form.text('revision')) || 0;
  const before = await openRun(request, context, params);
  const chosen = await context.services.checklists.chooseSites(actor, { assessmentId: params['id'] ?? '', siteIds, seenRevision });
  const from = fromOf(request);
  if (chosen.ok) return seeOther(chooseSitesView(before, locale, links, { from }).links.next);
  const { refusal } = chosen;
  if (refusal.code !== 'invalid_input' && refusal.code !== 'conflict_of_versions') throw refused(refusal);
  const why = refusal.code === 'invalid_input' ? 'none' : 'conflict';
  const view = chooseSitesAgain(await openRun(request, context, params), siteIds, why, locale, links, { from, seenRevision });
  return page({ title: textOf(locale, 'sites')('scope.question'), view, formToken }, { status: statusOf(refusal) });
}

/** The run of the address; a closed one leads to its result, and with one site there is nothing to ask. */
async function openRun(request: Request, context: AppContext, params: LoaderFunctionArgs['params']): Promise<OpenSites> {
  const { actor, keys } = await requireArea(request, context, 'company');
  const links = pathsFor(localeOf(request)).company;
  const opened = await context.services.checklists.openSites(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { assessment } = opened.value.run;
  if (assessment.state === 'closed') throw seeOther(links.assessmentResult(assessment.id));
  if (opened.value.scope?.kind === 'whole') throw seeOther(links.assessment(assessment.id));
  return opened.value;
}

function linksOf(request: Request, context: AppContext) {
  return { ...pathsFor(localeOf(request)).company, way: readWay(request, context.site) };
}

function fromOf(request: Request): 'close' | null {
  return new URL(request.url).searchParams.get('von') === 'close' ? 'close' : null;
}

export default function AssessmentSites() {
  const loaded = useLoaderData<typeof loader>();
  const { view, formToken } = useActionData<typeof action>() ?? loaded;
  return <ChooseSitesPage key={view.revision} view={view} formToken={formToken} />;
}
