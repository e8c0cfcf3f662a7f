import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ResultPage } from '#app/features/checklists/result-page.tsx';
import { resultView } from '#app/features/checklists/result-view.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const { company, files } = pathsFor(locale);
  const id = params['id'] ?? '';
  const opened = await context.services.checklists.openResult(actor, keys, id);
  if (!opened.ok && opened.refusal.code === 'wrong_state') throw seeOther(company.assessment(id));
  if (!opened.ok) throw refused(opened.refusal);
  const view = resultView(opened.value, locale, { ...company, pdf: files.assessmentPdf(id) });
  return page({ title: textOf(locale, 'checklists')('result.title'), view });
}

export default function AssessmentResult() {
  return <ResultPage view={useLoaderData<typeof loader>().view} />;
}
