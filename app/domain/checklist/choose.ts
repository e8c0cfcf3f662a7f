import { companyKinds, sizeClasses } from './vocabulary.ts';
import type { ChecklistScope, CompanyKind, SizeClass } from './vocabulary.ts';

/** Which checklist fits, by three questions: who you are, what it is about, how much time there is. */

export const concerns = ['overall', 'insurer', 'ransomware', 'mail_payment', 'away', 'machines'] as const;
export type Concern = (typeof concerns)[number];

/** `law_first`: before any checklist, find out whether NIS2 concerns the company. */
export const paces = ['in_stages', 'five_minutes', 'law_first'] as const;
export type Pace = (typeof paces)[number];

export type Wish = { readonly sizeClass: SizeClass; readonly kind: CompanyKind; readonly concern: Concern; readonly pace: Pace };

/** What the rule needs to know of a checklist. */
export type Candidate = {
  readonly checklistId: string;
  readonly scope: ChecklistScope;
  readonly suits: { readonly sizes: readonly SizeClass[]; readonly kinds: readonly CompanyKind[] };
};

/** Why this one, as codes for the reader's language; `concern`, `size` and `kind` speak of the answer of that name. */
export type ChoiceReason = 'concern' | 'size' | 'kind' | 'short_time' | 'law_first' | 'subject_not_for_kind';

export type Choice = {
  /** Null: the decision tree about the law comes first. */
  readonly checklistId: string | null;
  readonly reasons: readonly ChoiceReason[];
  /** What to do next; null when this is all. */
  readonly afterwards: string | null;
};

/** The checklist about one subject, where the concern is one. */
const subjectOf: Readonly<Record<Concern, string | null>> = {
  overall: null,
  insurer: null,
  ransomware: 'ransomware',
  mail_payment: 'mail-zahlung',
  away: 'mobil',
  machines: 'produktion',
};

const quickest = 'schnellcheck';

/** The one checklist for this wish; null only where nothing suits such a company at all. */
export function chooseChecklist(wish: Wish, candidates: readonly Candidate[]): Choice | null {
  const thorough = thoroughChoice(wish, candidates);
  if (wish.pace === 'law_first') return { checklistId: null, reasons: ['law_first'], afterwards: thorough?.checklistId ?? null };
  const quick = candidates.find((each) => each.checklistId === quickest && suits(each, wish));
  if (quick && (wish.pace === 'five_minutes' || thorough === null)) {
    return { checklistId: quickest, reasons: ['short_time'], afterwards: thorough?.checklistId ?? null };
  }
  return thorough;
}

function thoroughChoice(wish: Wish, candidates: readonly Candidate[]): Choice | null {
  const whole = narrowest(candidates.filter((each) => each.scope === 'whole' && each.checklistId !== quickest && suits(each, wish)));
  const wanted = subjectOf[wish.concern];
  const subject = candidates.find((each) => each.checklistId === wanted && each.scope === 'subject' && suits(each, wish));
  if (subject) return { checklistId: subject.checklistId, reasons: ['concern'], afterwards: whole?.checklistId ?? null };
  if (whole === null) return null;
  return {
    checklistId: whole.checklistId,
    reasons: [wanted === null ? 'concern' : 'subject_not_for_kind', ...audienceReason(whole)],
    afterwards: null,
  };
}

/** Said only of what narrows the circle. */
function audienceReason({ suits: { sizes, kinds } }: Candidate): ChoiceReason[] {
  if (kinds.length < companyKinds.length) return ['kind'];
  return sizes.length < sizeClasses.length ? ['size'] : [];
}

function suits({ suits: { sizes, kinds } }: Candidate, { sizeClass, kind }: Wish): boolean {
  return sizes.includes(sizeClass) && kinds.includes(kind);
}

/** The one written for the fewest kinds of company, then for the fewest sizes: it speaks most clearly to those it suits. */
function narrowest(candidates: readonly Candidate[]): Candidate | null {
  const byWidth = candidates.toSorted((a, b) => a.suits.kinds.length - b.suits.kinds.length || a.suits.sizes.length - b.suits.sizes.length);
  return byWidth[0] ?? null;
}
