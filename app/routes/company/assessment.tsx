import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AssessmentOverview } from '#app/features/checklists/assessment-overview.tsx';
import { RunEvidence } from '#app/features/checklists/evidence-pages.tsx';
import { runEvidence } from '#app/features/checklists/evidence-view.ts';
import { runView } from '#app/features/checklists/run-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const links = pathsFor(locale).company;
  const view = runView(opened.value, locale, links, 'overview');
  return page({ title: view.checklist, view, evidence: runEvidence(opened.value, locale, links, context.services.checklists.today()) });
}

export default function Assessment() {
  const { view, evidence } = useLoaderData<typeof loader>();
  return (
    <AssessmentOverview view={view}>
      <RunEvidence items={evidence} />
    </AssessmentOverview>
  );
}
