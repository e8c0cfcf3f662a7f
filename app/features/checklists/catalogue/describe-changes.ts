import type { RequirementDifference, VersionChanges } from '#app/domain/checklist/version-changes.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';

const meaning: Readonly<Record<RequirementDifference, string>> = {
  wording: 'asks in other words',
  parts: 'other parts',
  weight: 'other weight',
  must: 'must item or no longer',
  scope: 'asked of others',
  explanation: 'explained otherwise',
  topic: 'in another topic',
};

/** What changed between two versions and what it does to runs of the earlier one, as plain text for the author. */
export function describeChanges(earlier: ChecklistVersion, later: ChecklistVersion, changes: VersionChanges): string {
  const { answers, revisions, maximum } = changes;
  const lines = [`${later.checklistId}: version ${earlier.version} -> ${later.version}`, ''];
  for (const revision of revisions) {
    const question = findRequirement(later, revision.requirementId) ?? findRequirement(earlier, revision.requirementId);
    const what = revision.kind === 'changed' ? revision.differences.map((difference) => meaning[difference]).join(', ') : revision.kind;
    lines.push(`  ${revision.requirementId}: ${what}${question ? ` (${question.question.de})` : ''}`);
  }
  if (revisions.length === 0) lines.push('  No requirement differs.');
  lines.push(
    '',
    'Runs of the earlier version stay as they are: each keeps its frozen copy, and so do their documents.',
    `Whoever starts anew is offered ${answers.keepTheirWords} answers with one click and ${answers.toReadAgain} to be read again;`,
    `${answers.newQuestions} questions are new, ${answers.lost} are asked no more.`,
    ...maximum.map(({ sizeClass, earlier: before, later: after }) => `Highest points for ${sizeClass}: ${before} -> ${after}`),
  );
  return lines.join('\n');
}
