import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { checkViewOf } from '#app/features/incidents/check-view.ts';
import { consentTextVersion } from '#app/features/case-consent.ts';
import { errorTexts } from '#app/features/incidents/form-errors.ts';
import { DiscardDraft, ReportCheck } from '#app/features/incidents/report-check.tsx';
import { ReportSent } from '#app/features/incidents/report-sent.tsx';
import { ReportStep } from '#app/features/incidents/report-step.tsx';
import { sentViewOf } from '#app/features/incidents/sent-view.ts';
import { discardSlug, sentSlug, slugOf, stepOfSlug } from '#app/features/incidents/step-pages.ts';
import { stepViewOf } from '#app/features/incidents/step-view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { emptyForm, formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company', flow: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const t = textOf(locale, 'incidents');
  const { incidents } = context.services;
  const caseId = params.id ?? '';
  const at = (slug: string) => pathsFor(locale).company.reportStep(caseId, slug);
  const base = { locale, caseId, formToken: session.formToken };

  if (params.schritt === sentSlug) {
    const sent = await incidents.readSent(session.actor, caseId);
    if (!sent.ok) throw sent.refusal.code === 'wrong_state' ? seeOther(at(slugOf('check'))) : refused(sent.refusal);
    return page({ ...base, page: 'sent' as const, title: t('sent.title'), view: sentViewOf(sent.value, suedwestsachsen, locale) });
  }
  const wanted = params.schritt === discardSlug ? 'check' : stepOfSlug(params.schritt ?? '');
  if (wanted === null) throw refused({ code: 'not_found' });
  const draft = await incidents.readStep(session.actor, session.keys, caseId, wanted);
  if (!draft.ok) throw draft.refusal.code === 'wrong_state' && draft.refusal.detail !== 'withdrawn' ? seeOther(at(sentSlug)) : refused(draft.refusal);
  if (params.schritt === discardSlug) return page({ ...base, page: 'discard' as const, title: t('discard.title') });
  const { step } = draft.value;
  if (step !== wanted) throw seeOther(at(slugOf(step)));
  if (step === 'check') return page({ ...base, page: 'check' as const, title: t('check.title'), view: checkViewOf(draft.value, locale) });
  const backToCheck = new URL(request.url).searchParams.has('zurueck');
  return page({ ...base, page: 'step' as const, title: t(`steps.${step}.title`), view: stepViewOf(draft.value, step, locale), backToCheck });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'company');
  const form = await readForm(request, context);
  const locale = localeOf(request);
  const { company } = pathsFor(locale);
  const { incidents } = context.services;
  const caseId = params.id ?? '';

  if (params.schritt === discardSlug) {
    const discarded = await incidents.discardDraft(session.actor, caseId);
    if (!discarded.ok) throw refused(discarded.refusal);
    return seeOther(`${company.cases}?verworfen=1`);
  }
  const step = stepOfSlug(params.schritt ?? '');
  if (step === null) throw refused({ code: 'not_found' });
  if (step === 'check') {
    const sent = await incidents.submitReport(session.actor, session.keys, caseId);
    if (sent.ok) return seeOther(company.reportStep(caseId, sentSlug));
    // What is missing stands at the top of the page of answers.
    if (sent.refusal.code === 'invalid_input') return seeOther(company.reportStep(caseId, slugOf('check')));
    throw refused(sent.refusal);
  }
  const backToCheck = form.text('zurueck') === 'pruefen';
  const saved = await incidents.saveStep(session.actor, session.keys, { caseId, step, posted: form, backToCheck });
  if (saved.ok) return seeOther(company.reportStep(caseId, slugOf(saved.value.next)));
  if (saved.refusal.code === 'wrong_state') return seeOther(company.reportStep(caseId, sentSlug));
  if (saved.refusal.code !== 'invalid_input') throw refused(saved.refusal);
  const errors = errorTexts(saved.refusal.fields ?? {}, incidents.now(), locale);
  return page({ form: formStateOf(Object.entries(form.values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)), errors) }, { status: 422 });
}

/** One page of a report: a question, the answers before sending, what happens after. */
export default function ReportPage() {
  const data = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const paths = pathsFor(data.locale);
  const at = (slug: string) => paths.company.reportStep(data.caseId, slug);
  switch (data.page) {
    case 'sent': {
      const card = data.view.card === null ? null : paths.emergency.card(data.view.card.kind);
      return <ReportSent view={data.view} links={{ case: paths.company.case(data.caseId), list: paths.company.cases, card }} />;
    }
    case 'discard':
      return <DiscardDraft formToken={data.formToken} keepHref={at(slugOf('check'))} />;
    case 'check':
      return (
        <ReportCheck view={data.view} formToken={data.formToken} stepHref={(step) => `${at(slugOf(step))}?zurueck=1`} back={at(slugOf('consent'))} discardHref={at(discardSlug)} />
      );
    case 'step': {
      const back = data.backToCheck ? at(slugOf('check')) : data.view.previous === null ? paths.company.cases : at(slugOf(data.view.previous));
      const links = { back, later: paths.company.cases };
      return (
        <ReportStep
          key={data.view.step}
          view={data.view}
          form={posted?.form ?? emptyForm(data.view.values)}
          formToken={data.formToken}
          consentTextVersion={consentTextVersion}
          links={links}
          backToCheck={data.backToCheck}
        />
      );
    }
  }
}
