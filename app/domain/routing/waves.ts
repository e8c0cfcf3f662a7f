import type { Severity } from '#app/domain/triage/kinds.ts';
import type { Clock, RoutingRules, WaveRule } from './rules.ts';

/** Wave 0 is the direct offer to a provider the company named; waves 1, 2, 3 follow the rule set. */
export type PlannedWave = {
  readonly wave: number;
  readonly providerIds: readonly string[];
  readonly minutes: number;
  readonly nightMinutes: number;
  readonly clock: Clock;
};

/** What to do next in a case that nobody has accepted. */
export type NextWave = { readonly next: 'send'; readonly wave: PlannedWave } | { readonly next: 'exhausted' };

export type WaveProgress = {
  readonly severity: Severity;
  /** Order of the stored decision, and the wished ones of it. */
  readonly order: readonly string[];
  readonly wished: readonly string[];
  /** Highest wave opened so far for this severity; -1: none. */
  readonly lastWave: number;
  /** Everybody already asked in this case. */
  readonly offered: readonly string[];
};

/**
 * The next wave at the moment of sending. `stillPasses` re-checks the filters now: whoever fails is left out and the next in order
 * takes the place. A wave that nobody is left for is not waited for: either a later one is sent at once, or the result is
 * `exhausted`, at which the duty officer must act.
 */
export function nextWave(progress: WaveProgress, rules: RoutingRules, stillPasses: (providerId: string) => boolean): NextWave {
  const open = progress.order.filter((id) => !progress.offered.includes(id) && stillPasses(id));
  const clock = rules.clock[progress.severity];

  if (progress.lastWave <= 0) {
    const named = open.find((id) => progress.wished.includes(id));
    if (named !== undefined) return { next: 'send', wave: plan(0, [named], directRule(progress.severity, rules), clock) };
  }

  const number = Math.max(progress.lastWave, 0) + 1;
  const rule = rules.waves[progress.severity][number - 1];
  if (rule === undefined || open.length === 0) return { next: 'exhausted' };
  return { next: 'send', wave: plan(number, take(open, rule), rule, clock) };
}

/**
 * The whole plan as it stands at the decision, for the company and the office: what happens if nobody answers.
 * Direct offers come first, one by one.
 */
export function planWaves(severity: Severity, order: readonly string[], wished: readonly string[], rules: RoutingRules): PlannedWave[] {
  const planned: PlannedWave[] = [];
  let lastWave = -1;
  let offered: readonly string[] = [];
  for (;;) {
    const following = nextWave({ severity, order, wished, lastWave, offered }, rules, () => true);
    if (following.next === 'exhausted') return planned;
    planned.push(following.wave);
    lastWave = following.wave.wave;
    offered = [...offered, ...following.wave.providerIds];
  }
}

/**
 * Who is asked at once, without waiting for the window, when a provider declines, cannot be reached or has a conflict:
 * the next in order that was not asked and still passes. Null: nobody is left.
 */
export function nextInLine(
  order: readonly string[],
  offered: readonly string[],
  stillPasses: (providerId: string) => boolean,
): string | null {
  return order.find((id) => !offered.includes(id) && stillPasses(id)) ?? null;
}

/** Minutes a wave waits, by the local hour at which it is sent. Night windows are longer because people answer later. */
export function windowMinutes(wave: Pick<PlannedWave, 'minutes' | 'nightMinutes'>, localHour: number, rules: RoutingRules): number {
  const { fromHour, toHour } = rules.night;
  return localHour >= fromHour || localHour < toHour ? wave.nightMinutes : wave.minutes;
}

/** What an answer of "yes" means now. `reserve`: somebody else was faster but has not confirmed. */
export type AcceptanceMeaning = 'accept' | 'reserve' | 'taken';

/**
 * A late yes counts: after the window has passed an offer stays good until somebody is confirmed.
 */
export function meaningOfAcceptance(caseConfirmed: boolean, reservedByOther: boolean): AcceptanceMeaning {
  if (caseConfirmed) return 'taken';
  return reservedByOther ? 'reserve' : 'accept';
}

function directRule(severity: Severity, rules: RoutingRules): WaveRule {
  const first = rules.waves[severity][0];
  if (first === undefined) throw new Error(`rule set ${rules.version} has no wave for ${severity}`);
  return { ...first, size: 1 };
}

function take(open: readonly string[], rule: WaveRule): readonly string[] {
  return rule.size === 'all_remaining' ? open : open.slice(0, rule.size);
}

function plan(wave: number, providerIds: readonly string[], rule: WaveRule, clock: Clock): PlannedWave {
  return { wave, providerIds, minutes: rule.minutes, nightMinutes: rule.nightMinutes, clock };
}
