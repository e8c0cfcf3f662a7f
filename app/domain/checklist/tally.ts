import type { Outcome, Standing } from './standing.ts';
import type { AnswerBasis } from './vocabulary.ts';

/** Running sums over standings. Everything but `open` counts scored requirements in scope only. */
export type Tally = {
  points: number;
  maximum: number;
  mustOpen: number;
  /** Questions to be asked that have no answer, status questions among them. */
  open: number;
  applicable: number;
  known: number;
  unknown: number;
  unanswered: number;
  notApplicable: number;
  readonly byBasis: Record<AnswerBasis | 'not_stated', number>;
};

export function emptyTally(): Tally {
  const byBasis = { checked: 0, provider_said: 0, document_seen: 0, estimated: 0, not_stated: 0 };
  return { points: 0, maximum: 0, mustOpen: 0, open: 0, applicable: 0, known: 0, unknown: 0, unanswered: 0, notApplicable: 0, byBasis };
}

/** Whether something remains to be done about a requirement. */
export function isOpen({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome !== 'met' && outcome !== 'not_applicable' && outcome !== 'out_of_scope';
}

/** Counts one standing. */
export function count(tally: Tally, standing: Standing | undefined): void {
  if (standing === undefined) return;
  const { requirement, outcome } = standing;
  if (outcome === 'unanswered') tally.open += 1;
  if (requirement.kind === 'status' || outcome === 'out_of_scope') return;
  tally.points += standing.points;
  tally.maximum += standing.maximum;
  if (outcome === 'not_applicable') {
    tally.notApplicable += 1;
    return;
  }
  tally.applicable += 1;
  if (outcome === 'unanswered') tally.unanswered += 1;
  else if (outcome === 'unknown') tally.unknown += 1;
  else {
    tally.known += 1;
    tally.byBasis[standing.basis ?? 'not_stated'] += 1;
  }
  if (requirement.must !== null && outcome !== 'met') tally.mustOpen += 1;
}

/** Adds one sum to another. */
export function add(whole: Tally, part: Tally): void {
  whole.points += part.points;
  whole.maximum += part.maximum;
  whole.mustOpen += part.mustOpen;
  whole.open += part.open;
  whole.applicable += part.applicable;
  whole.known += part.known;
  whole.unknown += part.unknown;
  whole.unanswered += part.unanswered;
  whole.notApplicable += part.notApplicable;
  whole.byBasis.checked += part.byBasis.checked;
  whole.byBasis.provider_said += part.byBasis.provider_said;
  whole.byBasis.document_seen += part.byBasis.document_seen;
  whole.byBasis.estimated += part.byBasis.estimated;
  whole.byBasis.not_stated += part.byBasis.not_stated;
}
