import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { labelsOf } from '#app/content/messages.ts';
import { FactsPage } from '#app/features/incidents/facts-page.tsx';
import { errorTexts } from '#app/features/incidents/form-errors.ts';
import { slugOf, stepOfSlug } from '#app/features/incidents/step-pages.ts';
import { stepViewOf } from '#app/features/incidents/step-view.ts';
import { caseRequest } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { emptyForm, formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const facts = await context.services.incidents.readFacts(session.actor, caseId);
  if (!facts.ok) throw facts.refusal.code === 'wrong_state' ? seeOther(pathsFor(locale).company.case(caseId)) : refused(facts.refusal);
  const step = facts.value.steps.find((one) => slugOf(one) === params.angabe);
  if (step === undefined) throw seeOther(pathsFor(locale).company.caseFacts(caseId));
  const view = stepViewOf(facts.value.stated, step, locale);
  // Sealed answers of the same page of the report are no facts. The site stands for its district.
  return page({ title: labelsOf(locale).intakeSteps[step], locale, caseId, view: { ...view, fields: view.fields.filter((field) => field.fieldClass === 'triage_fact' || field.id === 'siteId') }, formToken: session.formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const { incidents } = context.services;
  const posted = await readForm(request, context);
  const step = stepOfSlug(params.angabe ?? '');
  if (step === null) throw refused({ code: 'not_found' });
  const corrected = await incidents.correctFacts(session.actor, { caseId, step, posted });
  if (corrected.ok) return seeOther(`${pathsFor(locale).company.case(caseId)}?getan=angaben`);
  if (corrected.refusal.code !== 'invalid_input') throw refused(corrected.refusal);
  const errors = errorTexts(corrected.refusal.fields ?? {}, incidents.now(), locale);
  return page({ form: formStateOf(Object.entries(posted.values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)), errors) }, { status: 422 });
}

/** The coded facts of one page of the report, to be corrected. */
export default function CompanyCaseFactsStep() {
  const { locale, caseId, view, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <FactsPage view={view} form={posted?.form ?? emptyForm(view.values)} formToken={formToken} backHref={pathsFor(locale).company.caseFacts(caseId)} />;
}
