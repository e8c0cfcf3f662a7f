import { isContactTask } from '#app/domain/case/duty-tasks.ts';
import { addTask, beginRouting, escalate, followSeverity, openWave, planNext, tellRung } from './begin-routing.ts';
import { nextAction, waitingOffers } from './next-action.ts';
import type { NextAction } from './next-action.ts';
import { moveOffer, releaseCase } from './offers.ts';
import type { DueCase, MatchingDeps, MatchingTx, RoutingFile } from './ports.ts';
import { bySystem, fireOnCase, recordOffer, tellLeader, tellOfficers, tellProvider } from './record.ts';
import type { Act } from './record.ts';
import { scheduleNext } from './schedule-next.ts';

const casesAtOnce = 50;
/** A case that is still due after so many steps waits for the next round; it must not hold up the others. */
const stepsInARow = 40;

/**
 * Does everything that is due in routing. Each step is one transaction that begins by taking the case under its fence: a step
 * that another process has done, or that was broken off, changes nothing. Returns the number of steps done.
 */
export function advanceRouting(deps: MatchingDeps) {
  return async function (): Promise<number> {
    let done = 0;
    const failed = new Map<string, unknown>();
    for (let round = 0; round < stepsInARow; round += 1) {
      const due = (await deps.reads.due(deps.clock.now(), casesAtOnce + failed.size)).filter((one) => !failed.has(one.id));
      if (due.length === 0) break;
      for (const one of due) {
        try {
          if (await deps.transact((tx) => advanceOnce(deps, tx, one))) done += 1;
        } catch (error) {
          failed.set(one.id, error);
        }
      }
    }
    // One broken case must not hold up the others; the worker hears of it all the same.
    for (const error of failed.values()) throw error;
    return done;
  };
}

/** One step of one case; false when somebody else was faster. */
async function advanceOnce(deps: MatchingDeps, tx: MatchingTx, due: DueCase): Promise<boolean> {
  if (!(await tx.store.lock(due.id, due))) return false;
  const now = deps.clock.now();
  const file = await tx.store.file(due.id);
  if (file === null) return false;
  const action = nextAction(file, now, deps.serviceClock(now));
  const act: Act = { deps, tx, file, now, actor: bySystem };
  if (action !== null && action.at <= now) await perform(act, action);
  await scheduleNext(act);
  return true;
}

async function perform(act: Act, action: NextAction): Promise<void> {
  switch (action.do) {
    case 'begin':
      return beginRouting(act);
    case 'follow_severity':
      return followSeverity(act);
    case 'release_unconfirmed':
      return releaseUnconfirmed(act, action.offer);
    case 'expire':
      return expireOffers(act);
    case 'next_wave':
      return followWave(act, action.wave);
    case 'escalate':
      return escalate(act, reasonToEscalate(act.file));
    case 'ladder':
      return climb(act, action.task);
    case 'remind_first_contact':
      return remindFirstContact(act, action.assignment);
    case 'ask_about_first_contact':
      return askAboutFirstContact(act, action.assignment);
    case 'take_back_silent':
      return takeBackSilent(act);
  }
}

async function releaseUnconfirmed(act: Act, offer: RoutingFile['offers'][number]): Promise<void> {
  const confirmBy = offer.confirmBy ?? act.now;
  if (!(await moveOffer(act, offer, { name: 'miss_confirmation', by: 'system' }, { confirmBy }, { decidedAt: act.now, confirmBy: null }))) return;
  await recordOffer(act, 'offer.expired', offer, 'not_confirmed');
  await tellProvider(act, 'offer_expired', offer, { once: `${offer.id}:not_confirmed` });
  await releaseCase(act, offer);
}

async function expireOffers(act: Act): Promise<void> {
  for (const offer of waitingOffers(act.file)) {
    if (offer.expiresAt === null || offer.expiresAt > act.now) continue;
    if (!(await moveOffer(act, offer, { name: 'expire', by: 'system' }, { expiresAt: offer.expiresAt }, {}))) continue;
    await recordOffer(act, 'offer.expired', offer, null);
    await tellProvider(act, 'offer_expired', offer, { once: offer.id });
  }
}

/** The window is over, or nobody of the wave is left: the next wave, empty ones skipped; after the last one, nothing. */
async function followWave(act: Act, wave: RoutingFile['waves'][number]): Promise<void> {
  const { decision } = act.file;
  const planned = decision === null || decision.id !== wave.decisionId ? null : await planNext(act, decision, wave.step);
  if (decision !== null && planned !== null) await openWave(act, decision, planned);
  else await act.tx.store.endWaves(act.file.id, [wave.id], act.now);
}

/** Silence is not a refusal. */
function reasonToEscalate(file: RoutingFile): 'none_eligible' | 'ladder_time' | 'all_refused' {
  if (file.offers.length === 0) return 'none_eligible';
  return file.offers.some((offer) => offer.state === 'expired') ? 'ladder_time' : 'all_refused';
}

/** A rung of the ladder: people are told; the call to act escalates the case and stays open until somebody decides. */
async function climb(act: Act, task: RoutingFile['tasks'][number]): Promise<void> {
  await act.tx.store.tellTask(task.id);
  if (task.kind === 'duty_must_act') {
    if (act.file.state === 'matching') return escalate(act, 'ladder_time');
    return tellRung(act, task);
  }
  await tellRung(act, task);
  await act.tx.store.endTask(task.id, 'system', 'told', act.now);
}

async function remindFirstContact(act: Act, assignment: RoutingFile['assignments'][number]): Promise<void> {
  await act.tx.store.remindOfFirstContact(assignment.id, act.file.id, 1);
  await tellLeader(act, 'assignment_reminder', assignment.providerId, false, { until: assignment.firstContactDue, once: `${assignment.id}:1` });
}

async function askAboutFirstContact(act: Act, assignment: RoutingFile['assignments'][number]): Promise<void> {
  await act.tx.store.remindOfFirstContact(assignment.id, act.file.id, 2);
  await addTask(act, 'first_contact_missed', act.now);
  await tellLeader(act, 'assignment_reminder', assignment.providerId, true, { until: assignment.firstContactDue, once: `${assignment.id}:2` });
  await tellOfficers(act, 'duty_task', await act.tx.people.onDuty(act.now), { until: act.now, once: `${assignment.id}:missed` });
}

/** A critical case whose officer is silent too: the case goes back without waiting for a person. */
async function takeBackSilent(act: Act): Promise<void> {
  await takeBackMissed(act, 'system');
}

/** The provider did not call: the case is taken back and routing begins anew. False when the rules forbid it. */
export async function takeBackMissed(act: Act, by: 'system' | 'duty'): Promise<boolean> {
  const asked = act.file.tasks.find((task) => isContactTask(task.kind) && task.doneAt === null);
  const moved = await fireOnCase(
    act,
    { name: 'miss_first_contact', by, reason: asked?.kind === 'first_contact_denied' ? 'company_denies_contact' : 'first_contact_missed' },
    { context: asked ? { dutyAskedAt: asked.createdAt } : {}, outcome: by === 'system' ? 'taken_back_by_rule' : 'taken_back' },
  );
  return moved.ok;
}
