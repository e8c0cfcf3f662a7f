import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getMessages } from '#app/content/messages.ts';
import { timeZone } from '#app/content/locale.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { textOf } from '#app/content/translator.ts';
import { err } from '#app/domain/result.ts';
import { deadlineForm, messageForm, momentOf, parseForm, uploadFields } from '#app/features/cases/form.ts';
import { errorTexts, fileRefusal } from '#app/features/cases/error-texts.ts';
import type { CaseSide } from '#app/features/cases/case-links.ts';
import { caseLinksFor } from './case-links.ts';
import { caseRequest, localNow, refusedForm, stateOf, valueOrRefuse } from './case-request.ts';
import { isUpload, readUpload } from './file-upload.ts';
import type { UploadRoom } from './file-upload.ts';
import { readForm } from './forms.ts';
import { page, refused, seeOther } from './respond.ts';

/** Five files of one form, each as long as an exhibit may be. */
const exhibitRoom: UploadRoom = { files: 5, fields: 12, bodyBytes: 260 * 1024 * 1024 };

/** Loaders and actions of the parts of a case, the same for both sides; the side decides about rights and addresses. */

export function messagesLoader(side: CaseSide) {
  return async function loader({ request, context, params }: LoaderFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const view = valueOrRefuse(await context.services.cases.listMessages(session.actor, session.keys, side, caseId));
    const t = textOf(locale, 'cases');
    const sent = new URL(request.url).searchParams.has('gesendet');
    return page({ title: `${t('messages.title')}, ${view.head.reference ?? ''}`, locale, caseId, side, view, formToken: session.formToken, formKey: context.services.cases.newFormKey(), flash: sent ? t('messages.sent') : null });
  };
}

export function messagesAction(side: CaseSide) {
  return async function action({ request, context, params }: ActionFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const posted = await readForm(request, context);
    const parsed = parseForm(messageForm, posted.values);
    if (!parsed.ok) return refusedForm({ code: 'invalid_input', fields: parsed.errors }, posted, locale);
    const sent = await context.services.cases.postMessage(session.actor, session.keys, side, { caseId, ...parsed.value });
    if (!sent.ok) return refusedForm(sent.refusal, posted, locale);
    return seeOther(`${caseLinksFor(side, locale, caseId).messages}?gesendet=1`);
  };
}

export function exhibitsLoader(side: CaseSide) {
  return async function loader({ request, context, params }: LoaderFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const view = valueOrRefuse(await context.services.cases.listExhibits(session.actor, session.keys, side, caseId));
    const t = textOf(locale, 'cases');
    const query = new URL(request.url).searchParams;
    const count = Number(query.get('neu') ?? '0');
    const flash = query.has('entfernt') ? t('exhibits.removed') : count > 0 && count <= 20 ? t('exhibits.added', { count }) : null;
    return page({ title: `${t('exhibits.title')}, ${view.head.reference ?? ''}`, locale, caseId, side, view, formToken: session.formToken, formKey: context.services.cases.newFormKey(), flash });
  };
}

export function exhibitsAction(side: CaseSide) {
  return async function action({ request, context, params }: ActionFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const { cases } = context.services;
    const links = caseLinksFor(side, locale, caseId);
    if (!isUpload(request)) {
      const posted = await readForm(request, context);
      if (posted.text('intent') !== 'remove') throw refused({ code: 'invalid_input' });
      valueOrRefuse(await cases.removeExhibit(session.actor, caseId, posted.text('exhibitId')));
      return seeOther(`${links.exhibits}?entfernt=1`);
    }
    const { fields, results } = await readUpload(request, context, exhibitRoom, async (file, posted, index) => {
      const parsed = parseForm(uploadFields, posted.values);
      if (!parsed.ok) return err('invalid_input', { fields: parsed.errors });
      const { purpose, origin, idempotencyKey } = parsed.value;
      return cases.addExhibit(session.actor, session.keys, side, { caseId, purpose, origin, idempotencyKey: `${idempotencyKey}:${index}`, ...file });
    });
    const failed = results.find((one) => !one.ok);
    if (results.length > 0 && failed === undefined) return seeOther(`${links.exhibits}?neu=${results.length}`);
    const refusal = failed && !failed.ok ? failed.refusal : { code: 'file_refused' as const, detail: 'missing' };
    if (['file_refused', 'file_too_large', 'quota_exceeded', 'wrong_state'].includes(refusal.code)) {
      const state = stateOf(fields, {}, locale);
      return page({ form: { ...state, errors: { file: [fileRefusal(refusal.code, refusal.detail, locale)] } } }, { status: 422 });
    }
    if (refusal.code !== 'invalid_input') throw refused(refusal);
    return page({ form: { ...stateOf(fields, {}, locale), errors: errorTexts(refusal.fields ?? { file: ['required'] }, locale) } }, { status: 422 });
  };
}

export function deadlinesLoader(side: CaseSide) {
  return async function loader({ request, context, params }: LoaderFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const view = valueOrRefuse(await context.services.cases.openDeadlines(session.actor, session.keys, side, caseId));
    const t = textOf(locale, 'cases');
    const { triage } = getMessages(locale);
    const contacts = Object.fromEntries(suedwestsachsen.contacts.map((one) => [one.id, one.name[locale]]));
    const saved = new URL(request.url).searchParams.has('eingetragen');
    return page({
      title: `${t('deadlines.title')}, ${view.head.reference ?? ''}`,
      locale,
      caseId,
      side,
      view,
      formToken: session.formToken,
      flash: saved ? t('deadlines.saved') : null,
      today: localNow(view.head.now).today,
      reasons: triage.deadlineReasons as Readonly<Record<string, string>>,
      recipients: { ...contacts, ...triage.recipients } as Readonly<Record<string, string>>,
    });
  };
}

/** Only the company enters what it has reported. */
export async function deadlinesAction({ request, context, params }: ActionFunctionArgs) {
  const { session, locale, caseId } = await caseRequest('company', request, context, params);
  const posted = await readForm(request, context);
  const parsed = parseForm(deadlineForm, posted.values);
  if (!parsed.ok) return refusedForm({ code: 'invalid_input', fields: parsed.errors }, posted, locale);
  const { deadlineId, date, time, fileNumber } = parsed.value;
  const sentAt = momentOf(date, time, timeZone);
  if (sentAt === null) return refusedForm({ code: 'invalid_input', fields: { date: ['date'] } }, posted, locale);
  const saved = await context.services.cases.reportDeadline(session.actor, session.keys, { caseId, deadlineId, sentAt, ...(fileNumber ? { fileNumber } : {}) });
  if (!saved.ok) return refusedForm(saved.refusal, posted, locale);
  return seeOther(`${caseLinksFor('company', locale, caseId).deadlines}?eingetragen=1`);
}

export function historyLoader(side: CaseSide) {
  return async function loader({ request, context, params }: LoaderFunctionArgs) {
    const { session, locale, caseId } = await caseRequest(side, request, context, params);
    const view = valueOrRefuse(await context.services.cases.readHistory(session.actor, session.keys, side, caseId));
    return page({ title: `${textOf(locale, 'cases')('history.title')}, ${view.head.reference ?? ''}`, locale, caseId, side, view });
  };
}
