import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { readTaken } from '#app/features/checklists/form.ts';
import { PlanPage } from '#app/features/checklists/results/plan-page.tsx';
import { chosenField, planAddress, planView } from '#app/features/checklists/results/plan-view.ts';
import { takingView } from '#app/features/checklists/results/taking-view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company', scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const assessmentId = params['id'] ?? '';
  const query = new URL(request.url).searchParams;
  const chosen = query.getAll(chosenField);
  const opened = await context.services.checklists.openPlan(actor, keys, { assessmentId, chosen });
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(links.assessment(assessmentId));
  if (!opened.ok) throw refused(opened.refusal);
  const view = planView(opened.value, locale, links);
  const standings = await context.services.measures.openStandings(actor, keys, view.steps.map(({ id }) => id), opened.value.opened.runPlan ?? undefined);
  if (!standings.ok) throw refused(standings.refusal);
  return page({ title: textOf(locale, 'results')('plan.title'), view, taking: takingView(standings.value, locale, links, query), formToken });
}

/** Takes measures over, or calculates with those that are ticked; either way the ticks stay. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const assessmentId = params['id'] ?? '';
  const path = pathsFor(localeOf(request)).company.assessmentPlan(assessmentId);
  const opened = await context.services.checklists.openPlan(actor, keys, { assessmentId, chosen: form.all(chosenField) });
  if (!opened.ok) throw opened.refusal.code === 'wrong_state' ? seeOther(path) : refused(opened.refusal);
  const chosen = [...opened.value.chosen];
  const taken = readTaken(form);
  if (taken.length === 0) return seeOther(planAddress(path, chosen, null));
  const added = await context.services.measures.takeOver(actor, keys, taken);
  if (!added.ok) throw refused(added.refusal);
  return seeOther(planAddress(path, chosen, added.value.added));
}

export default function AssessmentPlan() {
  const { view, taking, formToken } = useLoaderData<typeof loader>();
  return <PlanPage view={view} taking={taking} formToken={formToken} />;
}
