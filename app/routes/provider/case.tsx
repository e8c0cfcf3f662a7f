import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { timeZone } from '#app/content/locale.ts';
import { textOf } from '#app/content/translator.ts';
import type { Result } from '#app/domain/result.ts';
import { err } from '#app/domain/result.ts';
import { firstContactForm, milestoneForm, momentOf, morningOf, noteForm, parseForm, waitingForm } from '#app/features/cases/form.ts';
import { ProviderCasePage } from '#app/features/cases/provider-case.tsx';
import { caseLinksFor } from '#app/http/case-links.ts';
import { caseRequest, localNow, refusedForm, valueOrRefuse } from '#app/http/case-request.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import type { Services } from '#app/http/services.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'provider' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('provider', request, context, params);
  const { cases } = context.services;
  const view = valueOrRefuse(await cases.openProviderCase(session.actor, session.keys, caseId));
  const mine = valueOrRefuse(await cases.listProviderCases(session.actor));
  const t = textOf(locale, 'cases');
  const query = new URL(request.url).searchParams;
  const flash = query.has('eingetragen') ? t('provider.saved') : query.has('buero') ? t('office.sent') : query.has('bericht') ? t('closingForm.done') : null;
  return page({
    title: `${view.head.companyName}, ${view.head.reference ?? ''}`,
    locale,
    caseId,
    view,
    mine,
    formToken: session.formToken,
    keys: { message: cases.newFormKey(), internal: cases.newFormKey(), office: cases.newFormKey() },
    flash,
    ...localNow(view.head.now),
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('provider', request, context, params);
  const posted = await readForm(request, context);
  const done = await act(context.services.cases, session, caseId, posted);
  if (!done.ok) return refusedForm(done.refusal, posted, locale);
  const { overview } = caseLinksFor('provider', locale, caseId);
  return seeOther(`${overview}?${posted.text('intent') === 'office' ? 'buero' : 'eingetragen'}=1`);
}

/** The forms of the page, told apart by their intent. */
async function act(cases: Services['cases'], { actor, keys }: OpenSession, caseId: string, posted: PostedForm): Promise<Result<unknown>> {
  const invalid = (fields: Readonly<Record<string, readonly string[]>>) => err('invalid_input', { fields });
  switch (posted.text('intent')) {
    case 'contact': {
      const form = parseForm(firstContactForm, posted.values);
      if (!form.ok) return invalid(form.errors);
      const at = momentOf(form.value.date, form.value.time, timeZone);
      if (at === null) return invalid({ date: ['date'] });
      return cases.logFirstContact(actor, keys, { caseId, at, channel: form.value.channel, ...(form.value.note ? { note: form.value.note } : {}) });
    }
    case 'milestone': {
      const form = parseForm(milestoneForm, posted.values);
      if (!form.ok) return invalid(form.errors);
      const reached = await cases.reachMilestone(actor, keys, { caseId, ...form.value });
      return !reached.ok && reached.refusal.detail === 'milestone_reason' ? invalid({ reason: ['choose'] }) : reached;
    }
    case 'wait': {
      const form = parseForm(waitingForm, posted.values);
      if (!form.ok) return invalid(form.errors);
      const waits = await cases.setWaiting(actor, keys, { caseId, reason: form.value.reason, resumeAt: morningOf(form.value.date, timeZone), ...(form.value.note ? { note: form.value.note } : {}) });
      return !waits.ok && waits.refusal.detail === 'resume_date_ahead' ? invalid({ date: ['notAhead'] }) : waits;
    }
    case 'resume':
      return cases.resumeWork(actor, keys, { caseId });
    case 'internal':
    case 'office': {
      const form = parseForm(noteForm, posted.values);
      if (!form.ok) return invalid(form.errors);
      const note = { caseId, ...form.value };
      return posted.text('intent') === 'office' ? cases.writeOfficeNote(actor, 'provider', note) : cases.writeInternalNote(actor, keys, note);
    }
    default:
      throw refused({ code: 'invalid_input' });
  }
}

/** The provider's workspace of one case. */
export default function ProviderCase() {
  const { locale, caseId, ...data } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <ProviderCasePage {...data} caseHref={pathsFor(locale).provider.case} links={caseLinksFor('provider', locale, caseId)} form={posted?.form ?? emptyForm()} />;
}
