import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { AssessmentList } from '#app/features/checklists/assessment-list.tsx';
import type { AssessmentListView } from '#app/features/checklists/assessment-list.tsx';
import { startFormSchema } from '#app/features/checklists/form.ts';
import { offerView, runCard } from '#app/features/checklists/run-view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const runs = await checklists.listAssessments(actor, keys);
  if (!runs.ok) throw refused(runs.refusal);
  const view: AssessmentListView = {
    runs: runs.value.map((run) => runCard(run, locale, links)),
    offers: checklists.listChecklists().map((offer) => offerView(offer, locale)),
    formKey: checklists.newFormKey(),
    links: { self: links.assessments, measures: links.measures },
  };
  return page({ title: textOf(locale, 'checklists')('list.title'), view, formToken });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const parsed = startFormSchema.safeParse(form.values);
  if (!parsed.success) throw refused({ code: 'invalid_input' });
  const started = await context.services.checklists.startAssessment(actor, keys, parsed.data);
  if (!started.ok) throw refused(started.refusal);
  const { assessmentId, firstRequirementId } = started.value;
  const links = pathsFor(localeOf(request)).company;
  return seeOther(firstRequirementId ? links.requirement(assessmentId, firstRequirementId) : links.assessment(assessmentId));
}

export default function Assessments() {
  const { view, formToken } = useLoaderData<typeof loader>();
  return <AssessmentList view={view} formToken={formToken} />;
}
