import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { timeZone } from '#app/content/locale.ts';
import { textOf } from '#app/content/translator.ts';
import { atHour } from '#app/domain/deadlines/local-time.ts';
import type { Refusal } from '#app/domain/result.ts';
import { handOversView } from '#app/features/checklists/hand-over/hand-over-view.ts';
import { handOverForm, shareTopicForm, topicErrorTexts, topicFaults } from '#app/features/checklists/answering/topic-form.ts';
import type { TopicErrorKey } from '#app/features/checklists/answering/topic-form.ts';
import { TopicHandOverPage } from '#app/features/checklists/hand-over/topic-hand-over-page.tsx';
import type { AppContext } from '#app/http/app-context.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';
import { emptyForm, formStateOf } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'company' };

/** A colleague is asked until the end of a working day. */
const endOfDay = 18;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireArea(request, context, 'company');
  const view = await viewOf(request, context, params);
  const isOutside = new URL(request.url).searchParams.has('extern');
  const begun = context.services.checklists.beginTopicShare(actor);
  const begins = isOutside && view.taken === null;
  if (begins && !begun.ok) throw stepUpOr(begun.refusal, request);
  const mayShare = begun.ok || begun.refusal.code !== 'not_allowed';
  const title = textOf(localeOf(request), 'handOver')('pageTitle', { topic: view.topic });
  return page({ title, view: { ...view, mayShare, secrets: begins && begun.ok ? begun.value : null }, formToken, form: emptyForm({ days: '14' }) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  // Before the form is read: to an ended session it comes back below the sign-in.
  await requireArea(request, context, 'company');
  const posted = await readForm(request, context);
  return new URL(request.url).searchParams.has('extern') ? share(request, context, params, posted) : handOver(request, context, params, posted);
}

async function handOver(request: Request, context: AppContext, params: LoaderFunctionArgs['params'], posted: PostedForm) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const parsed = handOverForm.safeParse(posted.values);
  if (!parsed.success) return again(request, posted, topicFaults(parsed.error));
  const { dueOn, ...input } = parsed.data;
  if (dueOn !== null && dueOn < checklists.today()) return again(request, posted, { dueOn: 'past' });
  const handed = await checklists.handOverTopic(actor, keys, { ...input, ...placeOf(params), dueAt: dueOn === null ? null : atHour(dueOn, endOfDay, timeZone) });
  if (handed.ok) return seeOther(`${pathsFor(localeOf(request)).company.assessment(params['id'] ?? '')}#hand-overs`);
  const fault = faultOf(handed.refusal);
  if (fault === null) throw refused(handed.refusal);
  return again(request, posted, { userId: fault }, handed.refusal);
}

async function share(request: Request, context: AppContext, params: LoaderFunctionArgs['params'], posted: PostedForm) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const locale = localeOf(request);
  const parsed = shareTopicForm.safeParse(posted.values);
  if (!parsed.success) return again(request, posted, topicFaults(parsed.error));
  const { name, role, token, accessCode, ...input } = parsed.data;
  const shared = await context.services.checklists.shareTopic(actor, keys, { ...input, ...placeOf(params), outsider: { name, role }, token, accessCode });
  if (shared.ok) {
    const created = { address: `${context.site.baseUrl}${pathsFor(locale).shared(token)}`, accessCode, expiresAt: shared.value.expiresAt.toISOString() };
    return page({ created, form: emptyForm(), secrets: null });
  }
  const fault = faultOf(shared.refusal);
  if (fault === null) throw stepUpOr(shared.refusal, request);
  return again(request, posted, { name: fault }, shared.refusal);
}

/** A missing second factor leads to the page that asks for it and comes back to this form. */
function stepUpOr(refusal: Refusal, request: Request): Response {
  if (refusal.code !== 'step_up_required') return refused(refusal);
  const { pathname, search } = new URL(request.url);
  return seeOther(`${pathsFor(localeOf(request)).accounts.stepUp}?weiter=${encodeURIComponent(`${pathname}${search}`)}`);
}

/** The form once more with what was typed, and with the secrets it was made with. */
function again(request: Request, posted: PostedForm, faults: Readonly<Record<string, TopicErrorKey>>, refusal: Refusal = { code: 'invalid_input' }) {
  const token = posted.text('token');
  const secrets = token === '' ? null : { token, accessCode: posted.text('accessCode') };
  const form = formStateOf(posted.entries, topicErrorTexts(faults, localeOf(request)), { secret: ['formToken', 'idempotencyKey', 'token', 'accessCode'] });
  return page({ created: null, form, secrets }, { status: statusOf(refusal) });
}

function faultOf({ code }: Refusal): TopicErrorKey | null {
  if (code === 'already_taken' || code === 'conflict_of_versions') return 'taken';
  return code === 'not_eligible' ? 'gone' : null;
}

async function viewOf(request: Request, context: AppContext, params: LoaderFunctionArgs['params']) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const links = pathsFor(locale).company;
  const { assessmentId, topicId } = placeOf(params);
  const opened = await checklists.openHandOvers(actor, keys, assessmentId);
  if (!opened.ok) throw refused(opened.refusal);
  const { run, members } = opened.value;
  const asked = run.standings.filter((one) => one.topicId === topicId && one.notAsked === null);
  const topic = run.version.topics.find((one) => one.id === topicId);
  if (topic === undefined || asked.length === 0) throw refused({ code: 'not_found' });
  if (run.assessment.state === 'closed') throw seeOther(links.assessmentResult(assessmentId));
  const { lines, free } = handOversView(opened.value, locale, links, checklists.now());
  const isFree = free.some((one) => one.id === topicId);
  const holder = lines.find((one) => one.topic === topic.title[locale] && (one.state === 'open' || one.state === 'answered'));
  const self = links.topicHandOver(assessmentId, topicId);
  return {
    topic: topic.title[locale],
    checklist: run.version.title[locale],
    questions: asked.length,
    back: links.assessment(assessmentId),
    taken: isFree ? null : (holder?.href ?? links.assessment(assessmentId)),
    members: members.filter(({ userId }) => actor.kind === 'member' && userId !== actor.userId).map(({ userId, name }) => ({ value: userId, label: name })),
    self,
    today: checklists.today(),
    formKey: checklists.newFormKey(),
    outside: `${self}?extern=1`,
  };
}

function placeOf(params: LoaderFunctionArgs['params']): { assessmentId: string; topicId: string } {
  return { assessmentId: params['id'] ?? '', topicId: params['thema'] ?? '' };
}

export default function TopicHandOver() {
  const loaded = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const view = { ...loaded.view, secrets: result ? result.secrets : loaded.view.secrets };
  return <TopicHandOverPage view={view} formToken={loaded.formToken} form={result?.form ?? loaded.form} created={result?.created ?? null} />;
}
