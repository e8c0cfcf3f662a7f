import { addMinutes } from '#app/domain/deadlines/local-time.ts';
import { firstContactDue, neverShortened } from '#app/domain/deadlines/service-windows.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import { DUTY_SILENCE_MINUTES } from '#app/domain/case/case-guards.ts';
import { isContactTask, isLadderTask } from '#app/domain/case/duty-tasks.ts';
import { isMoreSevere } from '#app/domain/triage/kinds.ts';
import type { AssignmentRow, OfferRow, RoutingFile, TaskRow, WaveRow } from './ports.ts';

/** What routing has to do next in a case, and when. Pure; the worker does it when the time has come. */
export type NextAction = { readonly at: Date } & (
  | { readonly do: 'begin' }
  | { readonly do: 'follow_severity' }
  | { readonly do: 'release_unconfirmed'; readonly offer: OfferRow }
  | { readonly do: 'expire'; readonly offer: OfferRow }
  | { readonly do: 'next_wave'; readonly wave: WaveRow }
  | { readonly do: 'escalate' }
  | { readonly do: 'ladder'; readonly task: TaskRow }
  | { readonly do: 'remind_first_contact'; readonly assignment: AssignmentRow }
  | { readonly do: 'ask_about_first_contact'; readonly assignment: AssignmentRow }
  | { readonly do: 'take_back_silent'; readonly assignment: AssignmentRow }
);

/** The earliest action that is still to be done; null: nothing waits for the worker. */
export function nextAction(file: RoutingFile, now: Date, clock: ServiceClock): NextAction | null {
  const actions = actionsOf(file, now, clock);
  return actions.reduce<NextAction | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

function actionsOf(file: RoutingFile, now: Date, clock: ServiceClock): NextAction[] {
  switch (file.state) {
    case 'ready':
      return [{ do: 'begin', at: now }];
    case 'matching':
    case 'escalated':
      return offeringActions(file, now);
    case 'assigned':
      return contactActions(file, clock);
    default:
      return [];
  }
}

function offeringActions(file: RoutingFile, now: Date): NextAction[] {
  if (file.state === 'matching' && file.currentWave === 0) return [{ do: 'begin', at: now }];
  const decided = file.decision?.record.decision.severity;
  if (decided !== undefined && isMoreSevere(file.severity, decided)) return [{ do: 'follow_severity', at: now }];

  const holder = file.offers.find((offer) => offer.state === 'accepted');
  const open = waitingOffers(file);
  const wave = openWave(file);
  const actions: NextAction[] = [];
  if (holder?.confirmBy) actions.push({ do: 'release_unconfirmed', offer: holder, at: holder.confirmBy });
  for (const offer of open) if (offer.expiresAt) actions.push({ do: 'expire', offer, at: offer.expiresAt });
  // While somebody has accepted nobody else is asked: the wave and the call to act wait for its word.
  if (wave !== null) actions.push({ do: 'next_wave', wave, at: notBefore(wave.endsAt, holder) });
  for (const task of ladderOf(file)) {
    actions.push({ do: 'ladder', task, at: task.kind === 'duty_informed' ? task.dueAt : notBefore(task.dueAt, holder) });
  }
  const nobodyAsked = holder === undefined && open.length === 0 && !file.offers.some((offer) => offer.state === 'reserve');
  if (file.state === 'matching' && nobodyAsked) {
    actions.push(wave === null ? { do: 'escalate', at: now } : { do: 'next_wave', wave, at: now });
  }
  return actions;
}

/** Sent, not answered, window open. */
export function waitingOffers(file: RoutingFile): OfferRow[] {
  return file.offers.filter(({ state }) => state === 'sent' || state === 'delivered' || state === 'seen');
}

/** The newest wave of the present run while its window is open. */
export function openWave(file: RoutingFile): WaveRow | null {
  const newest = file.waves.find((wave) => wave.number === file.currentWave);
  return newest !== undefined && newest.endedAt === null ? newest : null;
}

function ladderOf(file: RoutingFile): TaskRow[] {
  return file.tasks.filter((task) => isLadderTask(task.kind) && task.doneAt === null && !task.told);
}

/** Clocks run in milliseconds; a holder that confirms in its last second is not overtaken. */
function notBefore(at: Date, holder: OfferRow | undefined): Date {
  return holder?.confirmBy && holder.confirmBy >= at ? new Date(holder.confirmBy.getTime() + 1) : at;
}

/** A raised severity asks earlier, but never before the time that was promised. */
function contactActions(file: RoutingFile, clock: ServiceClock): NextAction[] {
  const assignment = file.assignments.find((one) => one.role === 'leading' && one.state === 'first_contact_due');
  if (assignment === undefined) return [];
  const due = firstContactDue(file.severity, assignment.createdAt, clock);
  const promised = assignment.firstContactDue;
  if (assignment.reminderStep === 0) return [{ do: 'remind_first_contact', assignment, at: due.remindAt }];
  if (assignment.reminderStep === 1) return [{ do: 'ask_about_first_contact', assignment, at: neverShortened(promised, due.proposeReroutingAt) }];
  const asked = file.tasks.find((task) => isContactTask(task.kind) && task.doneAt === null);
  if (file.severity !== 'S1' || asked === undefined) return [];
  return [{ do: 'take_back_silent', assignment, at: neverShortened(promised, addMinutes(asked.createdAt, DUTY_SILENCE_MINUTES)) }];
}
