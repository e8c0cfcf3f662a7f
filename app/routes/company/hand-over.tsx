import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HandOverPage } from '#app/features/checklists/hand-over/hand-over-page.tsx';
import { handOverView } from '#app/features/checklists/hand-over/hand-over-view.ts';
import { settleForm } from '#app/features/checklists/answering/topic-form.ts';
import { readForm } from '#app/http/forms.ts';
import type { PostedForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther, statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'company' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, keys, formToken } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const locale = localeOf(request);
  const opened = await checklists.openHandOvers(actor, keys, params['id'] ?? '');
  if (!opened.ok) throw refused(opened.refusal);
  const handOver = opened.value.handOvers.find(({ row }) => row.id === params['weitergabe']);
  if (handOver === undefined) throw refused({ code: 'not_found' });
  const received = await checklists.receivedAnswers(keys, opened.value.run, handOver);
  if (!received.ok) throw refused(received.refusal);
  const viewer = { userId: actor.kind === 'member' ? actor.userId : '', now: checklists.now() };
  const view = handOverView(opened.value, handOver, received.value, locale, pathsFor(locale).company, viewer);
  return page({ title: view.line.topic, view, formToken, note: new URL(request.url).searchParams.has('uebernommen') ? ('taken' as const) : null });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, keys } = await requireArea(request, context, 'company');
  const { checklists } = context.services;
  const links = pathsFor(localeOf(request)).company;
  const posted = await readForm(request, context);
  const place = { assessmentId: params['id'] ?? '', handOverId: params['weitergabe'] ?? '' };
  if (posted.text('how') !== '') {
    const parsed = settleForm.safeParse(posted.values);
    if (!parsed.success) throw refused({ code: 'invalid_input' });
    const settled = await checklists.settleHandOver(actor, keys, { ...place, ...parsed.data });
    if (!settled.ok) throw refused(settled.refusal);
    return seeOther(`${links.assessment(place.assessmentId)}#hand-overs`);
  }
  const taken = await checklists.takeAnswers(actor, keys, { ...place, chosen: chosenIn(posted) });
  if (taken.ok) return seeOther(`${links.handOver(place.assessmentId, place.handOverId)}?uebernommen=1`);
  if (taken.refusal.code === 'wrong_state') return seeOther(links.handOver(place.assessmentId, place.handOverId));
  const note = { conflict_of_versions: 'changed', invalid_input: 'nothing' } as const;
  if (taken.refusal.code === 'conflict_of_versions' || taken.refusal.code === 'invalid_input') return page({ note: note[taken.refusal.code] }, { status: statusOf(taken.refusal) });
  throw refused(taken.refusal);
}

/** The revisions that stood on the page, of what was ticked, or of all. */
function chosenIn(posted: PostedForm): Record<string, number> {
  const seen = posted.entries.flatMap(([name, value]) => (name.startsWith('seen.') ? [[name.slice('seen.'.length), Number(value)] as const] : []));
  const ticked = new Set(posted.all('take'));
  return Object.fromEntries(seen.filter(([id, revision]) => Number.isSafeInteger(revision) && (posted.text('intent') === 'all' || ticked.has(id))));
}

export default function HandOver() {
  const { view, formToken, note } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <HandOverPage view={view} formToken={formToken} note={result?.note ?? note} />;
}
