import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { PlanPage } from '#app/features/checklists/plan-page.tsx';
import { chosenField, planView } from '#app/features/checklists/plan-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const assessmentId = params['id'] ?? '';
  const chosen = new URL(request.url).searchParams.getAll(chosenField);
  const opened = await context.services.checklists.openPlan(actor, keys, { assessmentId, chosen });
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(links.assessment(assessmentId));
  if (!opened.ok) throw refused(opened.refusal);
  return page({ title: textOf(locale, 'results')('plan.title'), view: planView(opened.value, locale, links) });
}

export default function AssessmentPlan() {
  return <PlanPage view={useLoaderData<typeof loader>().view} />;
}
