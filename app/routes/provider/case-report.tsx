import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useText } from '#app/content/use-text.tsx';
import { textOf } from '#app/content/translator.ts';
import { CaseFrame } from '#app/features/cases/case-frame.tsx';
import { ClosingReportForm } from '#app/features/cases/decision-pages.tsx';
import { closingReportForm, parseForm } from '#app/features/cases/form.ts';
import { FormErrors } from '#app/features/cases/form-parts.tsx';
import { ClosingReportText } from '#app/features/cases/closing/report-parts.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, refusedForm, valueOrRefuse } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('provider', request, context, params);
  const view = valueOrRefuse(await context.services.cases.openProviderCase(session.actor, session.keys, caseId));
  if (!view.head.released) throw refused({ code: 'not_allowed' });
  return page({ title: textOf(locale, 'cases')('closure.title'), locale, caseId, head: view.head, report: view.closingReport, mayHandIn: view.may.includes('propose_closure'), formToken: session.formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('provider', request, context, params);
  const posted = await readForm(request, context);
  const parsed = parseForm(closingReportForm, posted.values);
  if (!parsed.ok) return refusedForm({ code: 'invalid_input', fields: parsed.errors }, posted, locale);
  const handed = await context.services.cases.handInReport(session.actor, session.keys, { caseId, report: parsed.value });
  return handed.ok ? seeOther(`${caseLinksFor('provider', locale, caseId).overview}?bericht=1`) : refusedForm(handed.refusal, posted, locale);
}

/** The closing report: written while the work goes on, read afterwards. */
export default function CaseReport() {
  const { locale, caseId, head, report, mayHandIn, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const form = posted?.form ?? emptyForm();
  const t = useText('cases');
  return (
    <CaseFrame head={head} side="provider" links={caseLinksFor('provider', locale, caseId)} part="reports">
      <FormErrors form={form} />
      <h2>{mayHandIn ? t('closingForm.title') : t('closure.title')}</h2>
      {mayHandIn ? <ClosingReportForm formToken={formToken} form={form} /> : report === null ? null : <ClosingReportText report={report} level={3} />}
    </CaseFrame>
  );
}
