import type { Standing } from './standing.ts';
import type { Bilingual, ScoredRequirement } from './version.ts';
import { insurerTopics } from './vocabulary.ts';
import type { InsurerTopic, ReferenceScheme } from './vocabulary.ts';

/**
 * How the answers look when sorted by a standard's ids. Never „erfüllt“ in the sense of the standard: a row says only that what this
 * checklist asks about the id is met. `not_covered`: this checklist asks nothing about it.
 */
export type ViewState = 'met' | 'open' | 'unknown' | 'not_applicable' | 'not_covered';

export type ViewRow<Id extends string = string> = {
  readonly id: Id;
  readonly title: Bilingual | null;
  readonly group: string | null;
  readonly state: ViewState;
  readonly requirements: readonly { readonly requirement: ScoredRequirement; readonly outcome: Standing['outcome'] }[];
};

/** The ids of a standard, as far as they are known; titles only where the licence lets us print them. */
export type StandardIds = {
  readonly scheme: ReferenceScheme;
  readonly name: Bilingual;
  readonly ids: readonly { readonly id: string; readonly title?: Bilingual; readonly group?: string }[];
};

/** One row per id of the standard, in its order. The worst requirement decides: open before unknown before met. */
export function viewByStandard(standings: readonly Standing[], standard: StandardIds): ViewRow[] {
  const byId = new Map<string, Standing[]>();
  for (const standing of standings) {
    if (standing.requirement.kind === 'status') continue;
    for (const reference of standing.requirement.references) {
      if (reference.scheme === standard.scheme) byId.set(reference.id, [...(byId.get(reference.id) ?? []), standing]);
    }
  }
  return standard.ids.map(({ id, title, group }) => row(id, title ?? null, group ?? null, byId.get(id) ?? []));
}

/** One row per subject that insurers ask about. Labels of the subjects live in app/content. */
export function viewByInsurerTopic(standings: readonly Standing[]): ViewRow<InsurerTopic>[] {
  return insurerTopics.map((topic) =>
    row(topic, null, null, standings.filter((s) => s.requirement.kind === 'control' && s.requirement.insurerTopic === topic)),
  );
}

function row<Id extends string>(id: Id, title: Bilingual | null, group: string | null, standings: readonly Standing[]): ViewRow<Id> {
  const requirements = standings.flatMap(({ requirement, outcome }) =>
    requirement.kind === 'control' ? [{ requirement, outcome }] : [],
  );
  return { id, title, group, state: stateOf(requirements.map((entry) => entry.outcome)), requirements };
}

function stateOf(outcomes: readonly Standing['outcome'][]): ViewState {
  if (outcomes.length === 0) return 'not_covered';
  if (outcomes.some((outcome) => outcome === 'not_met' || outcome === 'partly')) return 'open';
  if (outcomes.some((outcome) => outcome === 'unknown' || outcome === 'unanswered')) return 'unknown';
  return outcomes.some((outcome) => outcome === 'met') ? 'met' : 'not_applicable';
}
