import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { ClosurePage } from '#app/features/cases/decision-pages.tsx';
import { objectionForm, parseForm } from '#app/features/cases/form.ts';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, refusedForm, valueOrRefuse } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const view = valueOrRefuse(await context.services.cases.openClosure(session.actor, session.keys, caseId));
  return page({ title: textOf(locale, 'cases')('closure.title'), locale, caseId, view, formToken: session.formToken });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const { cases } = context.services;
  const posted = await readForm(request, context);
  const { overview } = caseLinksFor('company', locale, caseId);
  if (posted.text('intent') === 'confirm') {
    const closed = await cases.confirmClosure(session.actor, session.keys, { caseId });
    return closed.ok ? seeOther(`${overview}?geschlossen=1`) : refusedForm(closed.refusal, posted, locale);
  }
  const parsed = parseForm(objectionForm, posted.values);
  if (!parsed.ok) return refusedForm({ code: 'invalid_input', fields: parsed.errors }, posted, locale);
  const objected = await cases.objectToClosure(session.actor, session.keys, { caseId, ...parsed.value });
  return objected.ok ? seeOther(`${overview}?einwand=1`) : refusedForm(objected.refusal, posted, locale);
}

/** The closing report, and the company's word on it. */
export default function CaseClosure() {
  const { locale, caseId, view, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <ClosurePage view={view} formToken={formToken} form={posted?.form ?? emptyForm()} caseHref={caseLinksFor('company', locale, caseId).overview} />;
}
