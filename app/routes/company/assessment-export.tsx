import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ExportPage } from '#app/features/checklists/exchange/export-page.tsx';
import type { ExportView } from '#app/features/checklists/exchange/export-page.tsx';
import { requireArea, requireFreshFactor } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

// A form that answers with a file: the browser's own way is the right one.
export const handle = { audience: 'company', scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company, files } = pathsFor(locale);
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  await requireFreshFactor(request, context, 'assessment.export', 'own_organisation');
  const { assessment, version, records } = opened.value.run;
  const view: ExportView = {
    checklist: version.title[locale],
    hasAnswers: records.size > 0,
    links: {
      back: assessment.state === 'closed' ? company.assessmentResult(assessment.id) : company.assessment(assessment.id),
      file: files.assessmentFile(assessment.id),
      bring: company.assessmentImport,
    },
  };
  return page({ title: textOf(locale, 'exchange')('export.title'), view, formToken, missing: new URL(request.url).searchParams.has('hinweis') });
}

export default function AssessmentExport() {
  const { view, formToken, missing } = useLoaderData<typeof loader>();
  return <ExportPage view={view} formToken={formToken} missing={missing} />;
}
