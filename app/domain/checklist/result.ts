import { answerTo } from './answers.ts';
import type { Answers } from './answers.ts';
import { standingsOf } from './standing.ts';
import type { Outcome, Standing } from './standing.ts';
import type { Bilingual, ChecklistVersion, CompanyFacts, ScoredRequirement, Topic } from './version.ts';
import type { AnswerBasis } from './vocabulary.ts';

/**
 * Our own three bands, of no standard: below half of the points `critical`, below four fifths `gaps`, else `solid`.
 * While a must item is not met, nothing is called solid.
 */
export type Band = 'critical' | 'gaps' | 'solid';
const gapsFrom = 50;
const solidFrom = 80;

/** Points with their maximum. `percent` is rounded down, so that 100 stands only where all is met; null: no statement. */
export type Score = {
  readonly points: number;
  readonly maximum: number;
  readonly percent: number | null;
  readonly band: Band | null;
};

export type TopicResult = Score & { readonly topic: Topic; readonly coverage: Coverage; readonly mustOpen: number };

/** A must item on its own line, whatever the percentage says. */
export type MustItem = {
  readonly requirement: ScoredRequirement;
  readonly outcome: Exclude<Outcome, 'out_of_scope'>;
  readonly reason: Bilingual;
};

/** How much of the result rests on knowledge. Counts scored requirements; what is out of scope is in none of them. */
export type Coverage = {
  /** Everything this company is to be judged by. */
  readonly applicable: number;
  /** Answered with knowledge: yes, partly, no. */
  readonly known: number;
  readonly unknown: number;
  readonly unanswered: number;
  /** Taken out with a reason; not part of `applicable`. */
  readonly notApplicable: number;
  readonly byBasis: Readonly<Record<AnswerBasis | 'not_stated', number>>;
};

export type ChecklistResult = Score & {
  readonly coverage: Coverage;
  /** Every question that is to be asked has an answer. */
  readonly complete: boolean;
  readonly must: readonly MustItem[];
  readonly topics: readonly TopicResult[];
  readonly standings: readonly Standing[];
};

/** The whole result of a run. Needs no complete run: what is unanswered counts as not met and is shown as unanswered. */
export function resultOf(version: ChecklistVersion, answers: Answers, facts: CompanyFacts): ChecklistResult {
  const standings = standingsOf(version, answers, facts);
  const byTopic = new Map<string, Standing[]>(version.topics.map((topic) => [topic.id, []]));
  for (const standing of standings) byTopic.get(standing.topicId)?.push(standing);
  const basisOf = basisFinder(standings, answers);
  return {
    ...scoreOf(standings),
    coverage: coverageOf(standings, basisOf),
    complete: standings.every((standing) => standing.outcome !== 'unanswered'),
    must: mustItems(standings),
    topics: version.topics.map((topic) => {
      const own = byTopic.get(topic.id) ?? [];
      return { topic, ...scoreOf(own), coverage: coverageOf(own, basisOf), mustOpen: own.filter(isOpenMust).length };
    }),
    standings,
  };
}

/** Whether something remains to be done about a must item. */
export function isOpen(item: { readonly outcome: Outcome }): boolean {
  return item.outcome !== 'met' && item.outcome !== 'not_applicable' && item.outcome !== 'out_of_scope';
}

/** Sum of points and maximum. Without any maximum there is no statement, never 0 of 0. */
export function scoreOf(standings: readonly Standing[]): Score {
  let points = 0;
  let maximum = 0;
  for (const standing of standings) {
    points += standing.points;
    maximum += standing.maximum;
  }
  const percent = maximum === 0 ? null : Math.floor((points * 100) / maximum);
  return { points, maximum, percent, band: percent === null ? null : bandOf(percent, standings.some(isOpenMust)) };
}

function bandOf(percent: number, mustIsOpen: boolean): Band {
  if (percent < gapsFrom) return 'critical';
  return percent < solidFrom || mustIsOpen ? 'gaps' : 'solid';
}

function isOpenMust({ requirement, outcome }: Standing): boolean {
  return requirement.kind === 'control' && requirement.must !== null && isOpen({ outcome });
}

function mustItems(standings: readonly Standing[]): MustItem[] {
  const items: MustItem[] = [];
  for (const { requirement, outcome } of standings) {
    if (requirement.kind === 'control' && requirement.must !== null && outcome !== 'out_of_scope') {
      items.push({ requirement, outcome, reason: requirement.must.reason });
    }
  }
  return items;
}

type BasisOf = (standing: Standing) => AnswerBasis | undefined;

/** What an outcome rests on. A follow-up that was not asked rests on the same knowledge as its parent's answer. */
function basisFinder(standings: readonly Standing[], answers: Answers): BasisOf {
  let byId: ReadonlyMap<string, Standing> | undefined;
  const standingOf = (id: string) => {
    byId ??= new Map(standings.map((standing) => [standing.requirement.id, standing]));
    return byId.get(id);
  };
  return function basisOf({ requirement, notAsked }): AnswerBasis | undefined {
    if (notAsked !== 'follow_up' || requirement.kind === 'status') return answerTo(answers, requirement.id)?.basis;
    const parent = requirement.followUpOf && standingOf(requirement.followUpOf.control);
    return parent === undefined || parent.requirement.kind === 'status' ? undefined : basisOf(parent);
  };
}

function coverageOf(standings: readonly Standing[], basisOf: BasisOf): Coverage {
  const counts = { applicable: 0, known: 0, unknown: 0, unanswered: 0, notApplicable: 0 };
  const byBasis = { checked: 0, provider_said: 0, document_seen: 0, estimated: 0, not_stated: 0 };
  for (const standing of standings) {
    const { requirement, outcome } = standing;
    if (requirement.kind === 'status' || outcome === 'out_of_scope') continue;
    if (outcome === 'not_applicable') {
      counts.notApplicable += 1;
      continue;
    }
    counts.applicable += 1;
    if (outcome === 'unknown') counts.unknown += 1;
    else if (outcome === 'unanswered') counts.unanswered += 1;
    else {
      counts.known += 1;
      byBasis[basisOf(standing) ?? 'not_stated'] += 1;
    }
  }
  return { ...counts, byBasis };
}
