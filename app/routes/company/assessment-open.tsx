import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { OpenQuestions } from '#app/features/checklists/runs/assessment-overview.tsx';
import { runView } from '#app/features/checklists/runs/run-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { assessment } = opened.value.run;
  if (assessment.state === 'closed') throw seeOther(links.assessmentResult(assessment.id));
  return page({ title: textOf(locale, 'checklists')('open.title'), view: runView(opened.value, locale, links, 'open') });
}

export default function AssessmentOpen() {
  return <OpenQuestions view={useLoaderData<typeof loader>().view} />;
}
