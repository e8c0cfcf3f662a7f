import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AssessmentOverview } from '#app/features/checklists/runs/assessment-overview.tsx';
import { RunEvidence } from '#app/features/checklists/evidence/evidence-pages.tsx';
import { runEvidence } from '#app/features/checklists/evidence/evidence-view.ts';
import { HandOverSection } from '#app/features/checklists/hand-over/hand-over-section.tsx';
import { handOversView } from '#app/features/checklists/hand-over/hand-over-view.ts';
import { runView } from '#app/features/checklists/runs/run-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';
import { readWay } from '#app/http/way-cookie.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { checklists } = context.services;
  const opened = await checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const links = { ...pathsFor(locale).company, way: readWay(request, context.site) };
  const view = runView(opened.value, locale, links, 'overview');
  const handedOver = await checklists.openHandOvers(actor, keys, params['id'] ?? '');
  if (!handedOver.ok) throw refused(handedOver.refusal);
  const handOvers = handOversView(handedOver.value, locale, links, checklists.now());
  return page({ title: view.checklist, view, handOvers, evidence: runEvidence(opened.value, locale, links, checklists.today()) });
}

export default function Assessment() {
  const { view, handOvers, evidence } = useLoaderData<typeof loader>();
  return (
    <AssessmentOverview view={view}>
      <HandOverSection view={handOvers} />
      <RunEvidence items={evidence} />
    </AssessmentOverview>
  );
}
