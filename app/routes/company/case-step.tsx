import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import type { Result } from '#app/domain/result.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import { CompanyStepPage } from '#app/features/cases/company-steps/company-step-page.tsx';
import { companyStepOf, slugOfStep } from '#app/features/cases/company-steps/company-steps.ts';
import type { CompanyStep } from '#app/features/cases/company-steps/company-steps.ts';
import { answerForm, falseAlarmForm, parseForm, raiseForm, referOutForm, reopenForm, requestHelpForm, withdrawForm } from '#app/features/cases/form.ts';
import type { Parsed } from '#app/features/cases/form.ts';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, refusedForm } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import type { Services } from '#app/http/services.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const step = stepIn(params);
  const view = await context.services.cases.openCompanyStep(session.actor, caseId, step);
  // What the case does not offer any more leads back to what it offers now.
  if (!view.ok) throw view.refusal.code === 'wrong_state' ? seeOther(caseLinksFor('company', locale, caseId).overview) : refused(view.refusal);
  return page({ title: textOf(locale, 'cases')(`steps.${step}.title`), locale, caseId, step, view: view.value, formToken: session.formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const step = stepIn(params);
  const posted = await readForm(request, context);
  const taken = await take(context.services, session, caseId, step, posted);
  if (!taken.ok) return refusedForm(taken.refusal, posted, locale);
  return seeOther(`${caseLinksFor('company', locale, caseId).overview}?getan=${slugOfStep(step)}`);
}

function stepIn(params: { readonly zug?: string | undefined }): CompanyStep {
  const step = companyStepOf(params.zug ?? '');
  if (step === null) throw refused({ code: 'not_found' });
  return step;
}

function take({ cases, incidents }: Services, { actor, keys }: OpenSession, caseId: string, step: CompanyStep, posted: PostedForm): Promise<Result<unknown>> {
  switch (step) {
    case 'change_severity':
      return withForm(parseForm(raiseForm, posted.values), (form) => incidents.raiseSeverity(actor, { caseId, ...form }));
    case 'choose_self_help':
      return cases.chooseSelfHelp(actor, keys, { caseId });
    case 'request_help':
      return withForm(parseForm(requestHelpForm, posted.values), () => cases.requestHelp(actor, keys, { caseId, consent: true }));
    case 'answer_query':
      return withForm(parseForm(answerForm, posted.values), (form) => cases.answerQuery(actor, keys, { caseId, ...form }));
    case 'refer_out':
      return withForm(parseForm(referOutForm, posted.values), (form) => cases.referOut(actor, keys, { caseId, ...form }));
    case 'declare_false_alarm':
      return withForm(parseForm(falseAlarmForm, posted.values), (form) => cases.declareFalseAlarm(actor, keys, { caseId, ...form }));
    case 'withdraw':
      return withForm(parseForm(withdrawForm, posted.values), (form) => cases.withdrawCase(actor, keys, { caseId, ...form }));
    case 'reopen':
      return withForm(parseForm(reopenForm, posted.values), (form) => cases.reopenCase(actor, keys, { caseId, ...form }));
  }
}

async function withForm<T>(form: Parsed<T>, act: (value: T) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  return form.ok ? act(form.value) : { ok: false, refusal: { code: 'invalid_input', fields: form.errors } };
}

/** One step that the company takes with its case. */
export default function CompanyCaseStep() {
  const { locale, caseId, step, view, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <CompanyStepPage step={step} view={view} formToken={formToken} form={posted?.form ?? emptyForm()} caseHref={caseLinksFor('company', locale, caseId).overview} />;
}
