import type { Answers } from './answers.ts';
import { standingsOf } from './standing.ts';
import { add, count, emptyTally } from './tally.ts';
import type { Tally } from './tally.ts';
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
  const whole = emptyTally();
  let next = 0;
  const topics = version.topics.map((topic) => {
    const own = emptyTally();
    for (const end = next + topic.requirements.length; next < end; next += 1) count(own, standings[next]);
    add(whole, own);
    return { topic, ...scoreIn(own), coverage: coverageIn(own), mustOpen: own.mustOpen };
  });
  return { ...scoreIn(whole), coverage: coverageIn(whole), complete: whole.open === 0, must: mustItems(standings), topics, standings };
}

/** Sum of points and maximum. Without any maximum there is no statement, never 0 of 0. */
export function scoreOf(standings: readonly Standing[]): Score {
  const tally = emptyTally();
  for (const standing of standings) count(tally, standing);
  return scoreIn(tally);
}

function scoreIn({ points, maximum, mustOpen }: Tally): Score {
  const percent = maximum === 0 ? null : Math.floor((points * 100) / maximum);
  return { points, maximum, percent, band: percent === null ? null : bandOf(percent, mustOpen > 0) };
}

function bandOf(percent: number, mustIsOpen: boolean): Band {
  if (percent < gapsFrom) return 'critical';
  return percent < solidFrom || mustIsOpen ? 'gaps' : 'solid';
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

function coverageIn({ applicable, known, unknown, unanswered, notApplicable, byBasis }: Tally): Coverage {
  return { applicable, known, unknown, unanswered, notApplicable, byBasis };
}
