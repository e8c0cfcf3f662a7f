import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AssessmentOverview } from '#app/features/checklists/assessment-overview.tsx';
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
  const view = runView(opened.value, locale, pathsFor(locale).company, 'overview');
  return page({ title: view.checklist, view });
}

export default function Assessment() {
  return <AssessmentOverview view={useLoaderData<typeof loader>().view} />;
}
