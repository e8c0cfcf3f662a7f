import { err, ok } from './result.ts';
import type { Result } from './result.ts';

/**
 * A state machine is one table of rules. A rule says from which states an event leads where, who may fire it, which
 * guards must hold, who is told and what else has to happen in the same transaction.
 */
export type Rule<
  S extends string,
  E extends string,
  P extends string,
  G extends string,
  N extends NoticeRule<string, string, G>,
  F extends string,
> = {
  /** Number of the rule in the rule book, for instance `C17`. Several rows may share one. */
  readonly id: string;
  readonly event: E;
  readonly from: readonly S[];
  /** `same`: the state stays, but the event is recorded. */
  readonly to: S | 'same';
  readonly by: readonly P[];
  readonly guards: readonly G[];
  readonly notices: readonly N[];
  readonly effects: readonly F[];
};

/** Who is told what; with `when`, only if that guard holds too. */
export type NoticeRule<K extends string, To extends string, G extends string> = {
  readonly kind: K;
  readonly to: To;
  readonly when?: G;
};

/** What happened, and who did it in which part. `reason` is a code, never free text. */
export type Fired<E extends string, P extends string> = {
  readonly name: E;
  readonly by: P;
  readonly reason?: string;
};

/** The one record of a step: it becomes the case event and the audit entry. */
export type TransitionRecord<S extends string, E extends string, P extends string> = {
  readonly rule: string;
  readonly event: E;
  readonly from: S;
  readonly to: S;
  readonly by: P;
  readonly reason: string | null;
};

export type Step<S extends string, E extends string, P extends string, N, F extends string> = {
  readonly state: S;
  readonly record: TransitionRecord<S, E, P>;
  readonly notices: readonly N[];
  readonly effects: readonly F[];
};

/** A guard is true only when the context proves it: a missing fact never opens a way. */
export type Guards<G extends string, C> = Readonly<
  Record<G, (context: C, fired: { readonly by: string; readonly reason?: string }) => boolean>
>;

/**
 * Fires an event. The first rule whose guards hold is taken, in the order of the table.
 * Refused with `wrong_state` when the state knows no such event (detail: the state) or when a guard fails (detail: the
 * guard's name), with `not_allowed` when the event exists here but not for this party.
 */
export function fire<
  S extends string,
  E extends string,
  P extends string,
  G extends string,
  N extends NoticeRule<string, string, G>,
  F extends string,
  C,
>(
  rules: readonly Rule<S, E, P, G, N, F>[],
  guards: Guards<G, C>,
  state: S,
  fired: Fired<E, P>,
  context: C,
): Result<Step<S, E, P, N, F>> {
  const here = rules.filter((rule) => rule.event === fired.name && rule.from.includes(state));
  if (here.length === 0) return err('wrong_state', { detail: state });
  const permitted = here.filter((rule) => rule.by.includes(fired.by));
  if (permitted.length === 0) return err('not_allowed', { detail: fired.name });

  let failed: G | undefined;
  for (const rule of permitted) {
    const failing = rule.guards.find((guard) => !guards[guard](context, fired));
    if (failing !== undefined) {
      failed ??= failing;
      continue;
    }
    const to = rule.to === 'same' ? state : rule.to;
    return ok({
      state: to,
      record: { rule: rule.id, event: fired.name, from: state, to, by: fired.by, reason: fired.reason ?? null },
      notices: rule.notices.filter((notice) => notice.when === undefined || guards[notice.when](context, fired)),
      effects: rule.effects,
    });
  }
  return err('wrong_state', { detail: failed });
}

/** The events a party may try in a state, before guards: what a page offers. In the order of the table, each once. */
export function eventsFor<S extends string, E extends string, P extends string>(
  rules: readonly { readonly event: E; readonly from: readonly S[]; readonly by: readonly P[] }[],
  state: S,
  party: P,
): readonly E[] {
  const events = rules
    .filter((rule) => rule.from.includes(state) && rule.by.includes(party))
    .map((rule) => rule.event);
  return [...new Set(events)];
}

/** One arrow of a drawing. */
export type Arrow = { readonly from: string; readonly to: string; readonly label: string };

/** Every arrow of a table, one for each state, target and event, in the order of the table. */
export function arrowsOf(
  rules: readonly {
    readonly id: string;
    readonly event: string;
    readonly from: readonly string[];
    readonly to: string;
    readonly by: readonly string[];
  }[],
): readonly Arrow[] {
  const arrows = new Map<string, { from: string; to: string; id: string; event: string; by: Set<string> }>();
  for (const rule of rules) {
    for (const from of rule.from) {
      const to = rule.to === 'same' ? from : rule.to;
      const key = `${from} ${to} ${rule.event}`;
      const arrow = arrows.get(key) ?? { from, to, id: rule.id, event: rule.event, by: new Set<string>() };
      for (const party of rule.by) arrow.by.add(party);
      arrows.set(key, arrow);
    }
  }
  return [...arrows.values()].map(({ from, to, id, event, by }) => ({
    from,
    to,
    label: `${id} ${event} (${[...by].join(', ')})`,
  }));
}

/** A Mermaid state diagram. Events that keep the state are left out: they would hide the way. */
export function mermaidOf(initial: string, ends: readonly string[], arrows: readonly Arrow[]): string {
  const ways = arrows.filter((arrow) => arrow.from !== arrow.to);
  return [
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...ways.map((arrow) => `  ${arrow.from} --> ${arrow.to}: ${arrow.label}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
