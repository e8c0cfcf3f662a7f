import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ComparisonPage } from '#app/features/checklists/results/comparison-page.tsx';
import { comparisonView } from '#app/features/checklists/results/comparison-view.ts';
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
  const earlierId = new URL(request.url).searchParams.get('mit') || null;
  const opened = await context.services.checklists.openComparison(actor, keys, { assessmentId, earlierId });
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(links.assessment(assessmentId));
  if (!opened.ok) throw refused(opened.refusal);
  return page({ title: textOf(locale, 'results')('comparison.title'), view: comparisonView(opened.value, locale, links) });
}

export default function AssessmentComparison() {
  return <ComparisonPage view={useLoaderData<typeof loader>().view} />;
}
