import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { titleOf } from '#app/features/cases/case-frame.tsx';
import { CompanyCasePage } from '#app/features/cases/company-case.tsx';
import { companyStepOf, slugOfStep } from '#app/features/cases/company-steps/company-steps.ts';
import { RoutingStatus } from '#app/features/matching/routing-status.tsx';
import { noteForm, parseForm } from '#app/features/cases/form.ts';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, refusedForm } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

const flashes = { geschlossen: 'closure.closed', einwand: 'closure.objected', buero: 'office.sent' } as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const { cases } = context.services;
  const opened = await cases.openCompanyCase(session.actor, session.keys, caseId);
  if (!opened.ok) throw refused(opened.refusal);
  const view = opened.value;
  if (view.head.state === 'draft') throw seeOther(pathsFor(locale).company.reportStep(caseId, 'pruefen'));
  const t = textOf(locale, 'cases');
  const query = new URL(request.url).searchParams;
  const title = titleOf(view.head, t('untitled', { reference: view.head.reference ?? '' }), labelsOf(locale).incidentKinds);
  const routing = view.now.kind === 'routing' ? await context.services.matching.companyRoutingView(session.actor, caseId) : null;
  const taken = companyStepOf(query.get('getan') ?? '');
  const done = taken !== null ? (`steps.${taken}.done` as const) : query.get('getan') === 'angaben' ? 'facts.done' : Object.entries(flashes).find(([name]) => query.has(name))?.[1];
  return page({
    title,
    locale,
    caseId,
    view,
    routing: routing?.ok ? routing.value : null,
    formToken: session.formToken,
    keys: { message: cases.newFormKey(), exhibit: cases.newFormKey(), office: cases.newFormKey() },
    flash: done === undefined ? null : t(done),
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const { actor, keys } = session;
  const { cases } = context.services;
  const posted = await readForm(request, context);
  const here = caseLinksFor('company', locale, caseId).overview;
  const invalid = (fields: Readonly<Record<string, readonly string[]>>) => refusedForm({ code: 'invalid_input', fields }, posted, locale);
  switch (posted.text('intent')) {
    case 'office': {
      const form = parseForm(noteForm, posted.values);
      if (!form.ok) return invalid(form.errors);
      const written = await cases.writeOfficeNote(actor, 'company', { caseId, ...form.value });
      return written.ok ? seeOther(`${here}?buero=1`) : refusedForm(written.refusal, posted, locale);
    }
    case 'deny': {
      const denied = await cases.denyFirstContact(actor, keys, { caseId });
      return denied.ok ? seeOther(here) : refusedForm(denied.refusal, posted, locale);
    }
    case 'close': {
      const closed = await cases.confirmClosure(actor, keys, { caseId });
      return closed.ok ? seeOther(`${here}?geschlossen=1`) : refusedForm(closed.refusal, posted, locale);
    }
    default:
      throw refused({ code: 'invalid_input' });
  }
}

/** The company's case: what matters now. */
export default function CompanyCase() {
  const { locale, caseId, view, routing, formToken, keys, flash } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const links = caseLinksFor('company', locale, caseId);
  const form = posted?.form ?? emptyForm();
  const { company } = pathsFor(locale);
  return (
    <CompanyCasePage
      view={view}
      links={links}
      formToken={formToken}
      keys={keys}
      form={form}
      flash={flash}
      routing={routing === null ? null : <RoutingStatus view={routing} />}
      stepHref={(one) => company.caseStep(caseId, slugOfStep(one))}
      factsHref={company.caseFacts(caseId)}
    />
  );
}
