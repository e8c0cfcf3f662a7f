import { asksTheSame } from './comparison.ts';
import { standingsOf } from './standing.ts';
import { scoreOf } from './result.ts';
import { requirementsOf } from './version.ts';
import type { ChecklistVersion, Requirement } from './version.ts';
import type { SizeClass } from './vocabulary.ts';

/** What differs in one requirement, by what it means to somebody who has answered the older wording. */
export type RequirementDifference =
  /** Answers and comparisons rest on these words: the earlier answer is offered for reading again, not for a click. */
  | 'wording'
  | 'parts'
  /** Points of a new run differ; answers stay comparable. */
  | 'weight'
  | 'must'
  /** Who is asked. */
  | 'scope'
  /** Reason, check, proof, advice, effort, references: nothing an answer rests on. */
  | 'explanation'
  | 'topic';

export type RequirementRevision =
  | { readonly requirementId: string; readonly kind: 'new' | 'gone' }
  | { readonly requirementId: string; readonly kind: 'changed'; readonly differences: readonly RequirementDifference[] };

/** What an older run and a newer version have to do with each other. */
export type VersionChanges = {
  readonly revisions: readonly RequirementRevision[];
  /** Answers of an older run that a new one offers with one click, offers to be read again, or has no question for. */
  readonly answers: { readonly keepTheirWords: number; readonly toReadAgain: number; readonly lost: number; readonly newQuestions: number };
  /** Highest points for each size class that both versions are for. */
  readonly maximum: readonly { readonly sizeClass: SizeClass; readonly earlier: number; readonly later: number }[];
};

/** Compares two versions of a checklist: what changed, and what it does to runs of the earlier one. In the order of the later one. */
export function versionChanges(earlier: ChecklistVersion, later: ChecklistVersion): VersionChanges {
  const before = new Map(placed(earlier).map((entry) => [entry.requirement.id, entry]));
  const after = placed(later);
  const afterIds = new Set(after.map(({ requirement }) => requirement.id));
  const revisions: RequirementRevision[] = [];
  const answers = { keepTheirWords: 0, toReadAgain: 0, lost: 0, newQuestions: 0 };

  for (const { requirement, topicId } of after) {
    const old = before.get(requirement.id);
    if (old === undefined || old.requirement.kind !== requirement.kind) {
      revisions.push({ requirementId: requirement.id, kind: 'new' });
      answers.newQuestions += 1;
      continue;
    }
    if (asksTheSame(old.requirement, requirement)) answers.keepTheirWords += 1;
    else answers.toReadAgain += 1;
    const differences = differencesOf(old, { requirement, topicId }, earlier, later);
    if (differences.length > 0) revisions.push({ requirementId: requirement.id, kind: 'changed', differences });
  }
  for (const { requirement } of before.values()) {
    if (afterIds.has(requirement.id)) continue;
    revisions.push({ requirementId: requirement.id, kind: 'gone' });
    answers.lost += 1;
  }
  const sizes = later.suits.sizes.filter((sizeClass) => earlier.suits.sizes.includes(sizeClass));
  const maximum = sizes.map((sizeClass) => ({ sizeClass, earlier: maximumFor(earlier, sizeClass), later: maximumFor(later, sizeClass) }));
  return { revisions, answers, maximum };
}

type Placed = { readonly requirement: Requirement; readonly topicId: string };

function placed(version: ChecklistVersion): Placed[] {
  return version.topics.flatMap((topic) => topic.requirements.map((requirement) => ({ requirement, topicId: topic.id })));
}

function differencesOf(old: Placed, now: Placed, earlier: ChecklistVersion, later: ChecklistVersion): RequirementDifference[] {
  const a = old.requirement;
  const b = now.requirement;
  const found: RequirementDifference[] = [];
  const differ = (of: (requirement: Requirement) => unknown): boolean => stable(of(a)) !== stable(of(b));
  if (differ((each) => [each.question, each.hint, each.kind === 'control' ? each.answerTexts : null])) found.push('wording');
  if (differ((each) => (each.kind === 'control' ? each.parts : null))) found.push('parts');
  if (differ((each) => (each.kind === 'control' ? each.weight : 0))) found.push('weight');
  if (differ((each) => (each.kind === 'control' ? each.must !== null : false))) found.push('must');
  const scope = (requirement: Requirement, version: ChecklistVersion): string =>
    stable([
      requirement.suits,
      requirement.appliesWhen,
      version.groups.find((group) => group.id === requirement.group)?.appliesWhen,
      requirement.kind === 'control' ? [requirement.followUpOf, requirement.notApplicableAllowed] : null,
    ]);
  if (scope(a, earlier) !== scope(b, later)) found.push('scope');
  if (differ(explanationOf)) found.push('explanation');
  if (old.topicId !== now.topicId) found.push('topic');
  return found;
}

function explanationOf(requirement: Requirement): unknown {
  const { title, why, howToFindOut } = requirement;
  if (requirement.kind === 'status') return [title, why, howToFindOut];
  const { proof, recommendation, effortHours, costClass, usuallyDoneBy, capability, must, dependsOn, references, insurerTopic } = requirement;
  return [title, why, howToFindOut, proof, recommendation, effortHours, costClass, usuallyDoneBy, capability, must?.reason, dependsOn, references, insurerTopic];
}

/** What a company of that size can reach when all that may be asked of it applies. */
function maximumFor(version: ChecklistVersion, sizeClass: SizeClass): number {
  const answers = Object.fromEntries(requirementsOf(version).map(({ id }) => [id, { value: 'yes' as const }]));
  return scoreOf(standingsOf(version, answers, { sizeClass, kind: null, sector: null })).maximum;
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
}
