import type { Actor } from '#app/domain/access/actor.ts';
import { addDays, atHour, localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { itemRule } from '#app/domain/vetting/items.ts';
import type { ItemCode, ItemState } from '#app/domain/vetting/items.ts';
import { tieBetween } from '#app/domain/vetting/conflicts.ts';
import type { Reviewer } from '#app/domain/vetting/conflicts.ts';
import { itemValidUntil } from '#app/domain/vetting/validity.ts';
import { MORE_NEEDED_DAYS, step } from '#app/domain/vetting/vetting-machine.ts';
import type { VettingContext } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps, ProviderTx, Vetting, VettingItem } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { itemsToDecide } from './vetting-content.ts';
import { applicantOf, applicationAmong, requireOffice, reviewerOf, standingAmong } from './vetting-rights.ts';

/** Reviewer A takes an application. Refused with `wrong_state`, detail `untied`, for a person tied to the applicant. */
export function beginReview(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string): Promise<Result<null>> {
    const opened = await openForReview(deps, actor, providerId);
    if (!opened.ok) return opened;
    const { vetting, context, userId, isStanding, at } = opened.value;
    const stepped = step(vetting.state, { name: 'begin_review', by: 'reviewer' }, context);
    if (!stepped.ok) return stepped;
    const listeners = await listenersOf(deps, providerId);
    return deps.transact((tx) =>
      recordStep(tx, { vetting, step: stepped.value, change: { reviewerA: userId }, actor: { kind: 'user', userId }, at, listeners, isStanding }),
    );
  };
}

/** `open`: not decided yet. */
export type ItemVerdict = 'accepted' | 'refused' | 'more_needed' | 'open';
export type ItemDecision = { readonly code: ItemCode; readonly verdict: ItemVerdict; readonly note: string; readonly question: string };

/** What happens after the verdicts are stored: nothing yet, ask the provider for more, or hand over to the second reviewer. */
export type ReviewIntent = 'save' | 'ask_for_more' | 'finish_review';

/**
 * Reviewer A decides items and, with an intent, moves the application on. Refused with `invalid_input` where a note or a question is
 * missing; with `wrong_state`, detail `every_item_decided`, when the review cannot be finished yet.
 */
export function reviewItems(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string, decisions: readonly ItemDecision[], intent: ReviewIntent): Promise<Result<null>> {
    const opened = await openForReview(deps, actor, providerId);
    if (!opened.ok) return opened;
    const { vetting, context, reviewer, userId, isStanding, at } = opened.value;
    if (vetting.state !== 'in_review') return err('wrong_state', { detail: vetting.state });
    if (vetting.reviewerA !== userId) return err('not_allowed', { detail: 'is_reviewer_a' });
    if (tieBetween(reviewer, applicantOf(vetting)) !== null) return err('wrong_state', { detail: 'untied' });

    const channelTestOn = await lastTestOf(deps, providerId);
    const items = vetting.items.map((item) => decided(item, decisions, { userId, at, today: localDate(at, deps.zone), channelTestOn }));
    const faults = intent === 'save' ? {} : faultsOf(itemsToDecide(items, vetting.requested) as readonly VettingItem[]);
    if (Object.keys(faults).length > 0) return err('invalid_input', { fields: faults });
    const judged = { ...vetting, items };
    const relevant = itemsToDecide(items, vetting.requested);
    const stepped =
      intent === 'save'
        ? null
        : step(vetting.state, { name: intent, by: 'reviewer' }, {
            ...context,
            reasonPerItem: items.some((item) => item.state === 'more_needed') && items.every((item) => item.state !== 'more_needed' || item.content.question !== ''),
            items: relevant.map((item) => ({ state: item.state, noted: item.content.note !== '' })),
          });
    if (stepped !== null && !stepped.ok) return stepped;
    const dueAt = intent === 'ask_for_more' ? atHour(addDays(localDate(at, deps.zone), MORE_NEEDED_DAYS + 1), 0, deps.zone) : null;
    const listeners = await listenersOf(deps, providerId);
    return deps.transact(async (tx) => {
      const actorInLog = { kind: 'user', userId } as const;
      if (stepped === null) {
        if (!(await tx.vettings.change(vetting, {}, at))) return err('conflict_of_versions');
      } else {
        const stored = await recordStep(tx, { vetting, step: stepped.value, change: { dueAt }, actor: actorInLog, at, listeners, isStanding });
        if (!stored.ok) return stored;
      }
      await storeVerdicts(tx, vetting, judged, userId, at);
      return ok(null);
    });
  };
}

export type OpenReview = { readonly vetting: Vetting; readonly reviewer: Reviewer; readonly userId: string; readonly context: VettingContext; readonly isStanding: boolean; readonly at: Date };

export async function openForReview(deps: ProviderDeps, actor: Actor, providerId: string): Promise<Result<OpenReview>> {
  const member = requireOffice(deps, actor, 'vetting.review');
  if (!member.ok) return member;
  const all = await deps.vettings.ofProvider(providerId);
  const vetting = applicationAmong(all);
  if (vetting === null) return err('not_found');
  const at = deps.clock.now();
  const reviewer = await reviewerOf(deps, member.value.userId);
  return ok({
    vetting,
    reviewer,
    userId: member.value.userId,
    context: { now: at, actor: reviewer, applicant: applicantOf(vetting), reviewerA: vetting.reviewerA, secondFactor: member.value.factor === 'full' },
    isStanding: standingAmong(all) === null,
    at,
  });
}

async function lastTestOf(deps: ProviderDeps, providerId: string): Promise<string | null> {
  return (await deps.providers.profile(providerId))?.channelTestOn ?? null;
}

const stateOf: Readonly<Record<Exclude<ItemVerdict, 'open'>, ItemState>> = { accepted: 'accepted', refused: 'refused', more_needed: 'more_needed' };

function decided(item: VettingItem, decisions: readonly ItemDecision[], by: { userId: string; at: Date; today: string; channelTestOn: string | null }): VettingItem {
  const decision = decisions.find((one) => one.code === item.code);
  if (decision === undefined || item.state === 'missing') return item;
  const content = { ...item.content, note: decision.note, question: decision.question };
  if (decision.verdict === 'open') return { ...item, state: 'submitted', validUntil: null, content };
  const validUntil =
    decision.verdict === 'accepted' ? itemValidUntil(itemRule(item.code).validity, by.today, item.content.endsOn, by.channelTestOn) : null;
  return { ...item, state: stateOf[decision.verdict], validUntil, content, decidedBy: by.userId, decidedAt: by.at };
}

/** A note at every verdict, a question at everything asked for. Field names are those of the form. */
function faultsOf(items: readonly VettingItem[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  for (const { code, state, content } of items) {
    if (state === 'more_needed' && content.question === '') faults[`question-${code}`] = ['questionRequired'];
    if ((state === 'accepted' || state === 'refused') && content.note === '') faults[`note-${code}`] = ['noteRequired'];
  }
  return faults;
}

async function storeVerdicts(tx: ProviderTx, before: Vetting, after: Vetting, userId: string, at: Date): Promise<void> {
  for (const item of after.items) {
    const was = before.items.find((one) => one.code === item.code);
    if (was === undefined || JSON.stringify(was) === JSON.stringify(item)) continue;
    await tx.vettings.saveItem(before.id, {
      code: item.code,
      state: item.state,
      validUntil: item.validUntil,
      content: item.content,
      ...(item.decidedBy === null ? {} : { decidedBy: item.decidedBy }),
      ...(item.decidedAt === null ? {} : { decidedAt: item.decidedAt }),
    });
    if (was.state === item.state) continue;
    await tx.audit.append({
      event: 'vetting.item_decided',
      actor: { kind: 'user', userId },
      at,
      organisationId: before.providerId,
      object: { kind: 'vetting', id: before.id },
      reason: `${item.code}:${item.state}`,
    });
  }
}
