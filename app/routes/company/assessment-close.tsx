import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ClosePage } from '#app/features/checklists/close-page.tsx';
import { closeFormSchema } from '#app/features/checklists/form.ts';
import { runView } from '#app/features/checklists/run-view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const opened = await context.services.checklists.openAssessment(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const { assessment } = opened.value.run;
  if (assessment.state === 'closed') throw seeOther(links.assessmentResult(assessment.id));
  return page({ title: textOf(locale, 'checklists')('close.title'), view: runView(opened.value, locale, links, 'close'), formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const parsed = closeFormSchema.safeParse(form.values);
  if (!parsed.success) throw refused({ code: 'invalid_input' });
  const assessmentId = params['id'] ?? '';
  const closed = await context.services.checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers: parsed.data.seenAnswers });
  if (closed.ok) return seeOther(pathsFor(localeOf(request)).company.assessmentResult(assessmentId));
  const { refusal } = closed;
  if (refusal.code === 'conflict_of_versions') return page({ refused: 'changed' as const }, { status: statusOf(refusal) });
  if (refusal.code === 'wrong_state') return page({ refused: 'noAnswers' as const }, { status: statusOf(refusal) });
  throw refused(refusal);
}

export default function AssessmentClose() {
  const { view, formToken } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ClosePage view={view} formToken={formToken} refused={result?.refused ?? null} />;
}
