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
  /** Ids of the standard that the row stands for, and those of them that this checklist asks about: more than one where rows are modules. */
  readonly ids: { readonly all: readonly string[]; readonly asked: readonly string[] };
  readonly requirements: readonly { readonly requirement: ScoredRequirement; readonly outcome: Standing['outcome'] }[];
};

/** The ids of a standard, as far as they are known; titles only where the licence lets us print them. */
export type StandardIds = {
  readonly scheme: ReferenceScheme;
  readonly name: Bilingual;
  readonly url?: string;
  /** ISO date on which people last compared the ids with the source. */
  readonly checkedOn?: string;
  readonly ids: readonly { readonly id: string; readonly title?: Bilingual; readonly group?: string }[];
};

/** What one row of a standard's view stands for: of the Grundschutz a whole module, of the others one id. */
function rowIdOf(scheme: ReferenceScheme, id: string): string {
  return scheme === 'bsi-grundschutz-2023' ? id.replace(/\.A\d+$/, '') : id;
}

/** One row per id or module of the standard, in its order. The worst requirement decides: open before unknown before met. */
export function viewByStandard(standings: readonly Standing[], standard: StandardIds): ViewRow[] {
  const byId = new Map<string, Standing[]>();
  for (const standing of standings) {
    if (standing.requirement.kind === 'status') continue;
    for (const reference of standing.requirement.references) {
      if (reference.scheme === standard.scheme) byId.set(reference.id, [...(byId.get(reference.id) ?? []), standing]);
    }
  }
  const rows = new Map<string, StandardIds['ids'][number][]>();
  for (const entry of standard.ids) {
    const rowId = rowIdOf(standard.scheme, entry.id);
    rows.set(rowId, [...(rows.get(rowId) ?? []), entry]);
  }
  return [...rows].map(([rowId, entries]) => {
    const own = entries.find((entry) => entry.id === rowId);
    const parts = entries.filter((entry) => entry.id !== rowId).map((entry) => entry.id);
    const all = parts.length > 0 ? parts : [rowId];
    const asked = all.filter((id) => byId.has(id));
    const found = new Set(entries.flatMap((entry) => byId.get(entry.id) ?? []));
    return row(rowId, { title: own?.title ?? null, group: own?.group ?? null }, { all, asked }, standings.filter((standing) => found.has(standing)));
  });
}

/** One row per subject that insurers ask about. Labels of the subjects live in app/content. */
export function viewByInsurerTopic(standings: readonly Standing[]): ViewRow<InsurerTopic>[] {
  return insurerTopics.map((topic) => {
    const own = standings.filter((s) => s.requirement.kind === 'control' && s.requirement.insurerTopic === topic);
    return row(topic, { title: null, group: null }, { all: [topic], asked: own.length > 0 ? [topic] : [] }, own);
  });
}

function row<Id extends string>(id: Id, about: Pick<ViewRow, 'title' | 'group'>, ids: ViewRow['ids'], standings: readonly Standing[]): ViewRow<Id> {
  const requirements = standings.flatMap(({ requirement, outcome }) =>
    requirement.kind === 'control' ? [{ requirement, outcome }] : [],
  );
  return { id, ...about, ids, state: stateOf(requirements.map((entry) => entry.outcome)), requirements };
}

function stateOf(outcomes: readonly Standing['outcome'][]): ViewState {
  if (outcomes.length === 0) return 'not_covered';
  if (outcomes.some((outcome) => outcome === 'not_met' || outcome === 'partly')) return 'open';
  if (outcomes.some((outcome) => outcome === 'unknown' || outcome === 'unanswered')) return 'unknown';
  return outcomes.some((outcome) => outcome === 'met') ? 'met' : 'not_applicable';
}
