import type { Actor } from '#app/domain/access/actor.ts';
import { fromLocal, localDate, addDays, atHour } from '#app/domain/deadlines/local-time.ts';
import { gapsIn } from '#app/domain/routing/duty-coverage.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOffice, requireOwnProvider } from './offer-rights.ts';
import type { MatchingDeps, NamedPerson, Shift } from './ports.ts';

/** Days of the calendar that are looked at for gaps. */
const daysAhead = 14;
const longestShiftHours = 24 * 14;

export type Span = { readonly from: string; readonly to: string };
export type ShiftView = Span & { readonly id: string; readonly person: string | null };

export type DutyView = {
  readonly shifts: readonly ShiftView[];
  /** Times of the next days that nobody covers. */
  readonly gaps: readonly Span[];
  readonly coveredUntil: string;
  /** Whom a shift can be given to; only for the office. */
  readonly people: readonly NamedPerson[];
};

/** A wall-clock time of the region as forms post it: `2026-11-23` and `18:00`. */
export type WallTime = { readonly date: string; readonly time: string };
export type NewShift = { readonly from: WallTime; readonly to: WallTime; readonly userId?: string };

/** Duty of the actor's own provider in the coming days, with its gaps. */
export function readProviderDuty(deps: MatchingDeps) {
  return async function (actor: Actor): Promise<Result<DutyView>> {
    const own = requireOwnProvider(deps, actor, 'provider.change_duty');
    return own.ok ? ok(await dutyOf(deps, own.value.organisationId, [])) : own;
  };
}

/** Duty of the office in the coming days: who, and when nobody. */
export function readOfficeDuty(deps: MatchingDeps) {
  return async function (actor: Actor): Promise<Result<DutyView>> {
    const own = requireOffice(deps, actor, 'duty.read');
    return own.ok ? ok(await dutyOf(deps, 'office', await deps.reads.officers())) : own;
  };
}

async function dutyOf(deps: MatchingDeps, of: string | 'office', people: readonly NamedPerson[]): Promise<DutyView> {
  const now = deps.clock.now();
  const until = atHour(addDays(localDate(now, deps.zone), daysAhead), 0, deps.zone);
  const later = atHour(addDays(localDate(now, deps.zone), 400), 0, deps.zone);
  const shifts = await deps.reads.shifts(of, now, later);
  return {
    shifts: shifts.map((shift) => viewOf(shift, people)),
    gaps: gapsIn(shifts, now, until).map(({ startsAt, endsAt }) => ({ from: startsAt.toISOString(), to: endsAt.toISOString() })),
    coveredUntil: until.toISOString(),
    people,
  };
}

function viewOf({ id, userId, startsAt, endsAt }: Shift, people: readonly NamedPerson[]): ShiftView {
  return { id, from: startsAt.toISOString(), to: endsAt.toISOString(), person: people.find((one) => one.userId === userId)?.name ?? null };
}

export function addProviderShift(deps: MatchingDeps) {
  return async function (actor: Actor, shift: NewShift): Promise<Result<null>> {
    const own = requireOwnProvider(deps, actor, 'provider.change_duty');
    return own.ok ? storeShift(deps, own.value, null, shift) : own;
  };
}

export function addOfficeShift(deps: MatchingDeps) {
  return async function (actor: Actor, shift: NewShift): Promise<Result<null>> {
    const own = requireOffice(deps, actor, 'duty.change');
    if (!own.ok) return own;
    const officer = (await deps.reads.officers()).find((one) => one.userId === shift.userId);
    if (officer === undefined) return err('invalid_input', { fields: { userId: ['personNeeded'] } });
    return storeShift(deps, own.value, officer.userId, shift);
  };
}

export function removeProviderShift(deps: MatchingDeps) {
  return async function (actor: Actor, shiftId: string): Promise<Result<null>> {
    const own = requireOwnProvider(deps, actor, 'provider.change_duty');
    return own.ok ? dropShift(deps, own.value, shiftId) : own;
  };
}

export function removeOfficeShift(deps: MatchingDeps) {
  return async function (actor: Actor, shiftId: string): Promise<Result<null>> {
    const own = requireOffice(deps, actor, 'duty.change');
    return own.ok ? dropShift(deps, own.value, shiftId) : own;
  };
}

type Hand = { readonly userId: string; readonly organisationId: string };

async function storeShift(deps: MatchingDeps, hand: Hand, userId: string | null, shift: NewShift): Promise<Result<null>> {
  const now = deps.clock.now();
  const startsAt = instantOf(shift.from, deps.zone);
  const endsAt = instantOf(shift.to, deps.zone);
  if (startsAt === null) return err('invalid_input', { fields: { fromDate: ['timeNeeded'] } });
  if (endsAt === null) return err('invalid_input', { fields: { toDate: ['timeNeeded'] } });
  if (endsAt <= startsAt) return err('invalid_input', { fields: { toDate: ['endBeforeBegin'] } });
  if (endsAt <= now) return err('invalid_input', { fields: { toDate: ['endInThePast'] } });
  if (endsAt.getTime() - startsAt.getTime() > longestShiftHours * 3_600_000) return err('invalid_input', { fields: { toDate: ['tooLong'] } });
  const same = (await deps.reads.shifts(hand.organisationId, startsAt, endsAt)).some(
    (one) => one.userId === userId && one.startsAt.getTime() === startsAt.getTime() && one.endsAt.getTime() === endsAt.getTime(),
  );
  if (same) return ok(null);
  const id = deps.random.id();
  await deps.transact(async (tx) => {
    await tx.store.addShift({ id, organisationId: hand.organisationId, userId, startsAt, endsAt, at: now });
    await note(tx, hand, id, now, 'added');
  });
  return ok(null);
}

async function dropShift(deps: MatchingDeps, hand: Hand, shiftId: string): Promise<Result<null>> {
  return deps.transact(async (tx) => {
    if (!(await tx.store.removeShift(shiftId, hand.organisationId))) return err('not_found');
    await note(tx, hand, shiftId, deps.clock.now(), 'removed');
    return ok(null);
  });
}

async function note(tx: Parameters<Parameters<MatchingDeps['transact']>[0]>[0], hand: Hand, id: string, at: Date, reason: string): Promise<void> {
  await tx.audit.append({
    event: 'duty.shift_changed',
    actor: { kind: 'user', userId: hand.userId },
    at,
    organisationId: hand.organisationId,
    object: { kind: 'duty_shift', id },
    reason,
  });
}

/** Null where date or time is no such thing. */
function instantOf({ date, time }: WallTime, zone: string): Date | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (day === null || clock === null) return null;
  const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  const real = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (real.getUTCMonth() !== month - 1 || hour > 24 || minute > 59) return null;
  return fromLocal({ year, month, day: dayOfMonth, hour, minute, second: 0 }, zone);
}
