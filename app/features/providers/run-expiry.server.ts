import { dueExpiryNotice, endOfLocalDay, expiryNoticeDays, standingOn } from '#app/domain/vetting/validity.ts';
import { allowsOffers } from '#app/domain/vetting/statuses.ts';
import { step } from '#app/domain/vetting/vetting-machine.ts';
import type { VettingContext, VettingEventName } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps, Vetting } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';

/**
 * The daily run, safe to run at any time and twice: approvals that begin to end or have ended at local midnight, suspensions
 * nobody confirmed, applications whose time to hand in proofs is over, and the notices 90, 60, 30, 14 and 1 day before an end.
 * Returns how many approvals it changed.
 */
export function runVettingExpiry(deps: ProviderDeps) {
  return async function (): Promise<number> {
    let changed = 0;
    for (const vetting of await deps.vettings.runningWithDates()) {
      const event = dueEvent(deps, vetting);
      if (event !== null && (await move(deps, vetting, event))) changed += 1;
      else if (event === null) await remind(deps, vetting);
    }
    return changed;
  };
}

function contextOf(deps: ProviderDeps, vetting: Vetting): VettingContext {
  const now = deps.clock.now();
  return {
    now,
    hasConditions: vetting.conditions.length > 0,
    suspensionConfirmed: vetting.suspension !== null && vetting.suspension.confirmedBy !== null,
    ...(vetting.validUntil === null ? {} : { standing: standingOn(vetting.validUntil, now, deps.zone) }),
    ...(vetting.suspension === null ? {} : { suspensionConfirmBy: new Date(vetting.suspension.confirmBy) }),
    ...(vetting.dueAt === null ? {} : { moreNeededUntil: vetting.dueAt }),
  };
}

/** What the clock alone brings about now, or null. */
function dueEvent(deps: ProviderDeps, vetting: Vetting): VettingEventName | null {
  const context = contextOf(deps, vetting);
  const events: readonly VettingEventName[] = ['expire', 'begin_expiring', 'lapse_suspension', 'close_stale'];
  return events.find((name) => step(vetting.state, { name, by: 'system' }, context).ok) ?? null;
}

async function move(deps: ProviderDeps, vetting: Vetting, name: VettingEventName): Promise<boolean> {
  const stepped = step(vetting.state, { name, by: 'system' }, contextOf(deps, vetting));
  if (!stepped.ok) return false;
  const listeners = await listenersOf(deps, vetting.providerId);
  const isApproval = vetting.validUntil !== null;
  const stored = await deps.transact((tx) =>
    recordStep(tx, {
      vetting,
      step: stepped.value,
      change: name === 'lapse_suspension' ? { suspension: null } : {},
      actor: { kind: 'system' },
      at: deps.clock.now(),
      listeners,
      isStanding: isApproval,
    }),
  );
  return stored.ok;
}

/** The key of the mail holds approval, end and threshold: each is sent once, whatever happens. */
async function remind(deps: ProviderDeps, vetting: Vetting): Promise<void> {
  if (vetting.validUntil === null || !allowsOffers(vetting.state)) return;
  const { validUntil } = vetting;
  const days = dueExpiryNotice(validUntil, deps.clock.now(), deps.zone, []);
  if (days === null || days === expiryNoticeDays[0]) return;
  const { leads, reviewers } = await listenersOf(deps, vetting.providerId);
  const until = endOfLocalDay(validUntil, deps.zone).toISOString();
  await deps.transact(async (tx) => {
    for (const userId of [...leads, ...reviewers]) {
      const isLead = leads.includes(userId);
      await tx.outbox.enqueue({
        kind: isLead ? 'vetting_expiring' : 'office_vetting_changed',
        to: { userId },
        data: { path: isLead ? '/partner/zulassung' : `/buero/dienstleister/${vetting.providerId}`, until },
        dedupeKey: `vetting_expiring:${vetting.id}:${validUntil}:${days}:${userId}`,
      });
    }
  });
}
