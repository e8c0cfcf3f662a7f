import { arrowsOf, mermaidOf } from '../state-machine.ts';
import { assignmentRules, firstAssignmentState } from './assignment-machine.ts';
import { caseRules } from './case-machine.ts';
import { offerRules } from './offer-machine.ts';

/** The page `docs/case-states.md`: the three machines drawn from their tables. */
export function caseStatesDocument(): string {
  return [
    '# States of cases, offers and assignments',
    '',
    'Drawn from the tables in `app/domain/case`. A test compares this page with them; after a change of a table run',
    '`npx vitest run --project domain app/domain/case -u`.',
    '',
    '## Case',
    '',
    ...drawing(mermaidOf('draft', ['anonymised'], arrowsOf(caseRules))),
    '',
    '## Offer',
    '',
    ...drawing(mermaidOf('planned', ['confirmed', 'conflict', 'declined', 'revoked', 'undeliverable'], arrowsOf(offerRules))),
    '',
    '## Assignment',
    '',
    ...drawing(mermaidOf(firstAssignmentState, ['handed_over', 'taken_back', 'fulfilled', 'aborted'], arrowsOf(assignmentRules))),
    '',
    '## Rules',
    '',
    '| Rule | Event | From | To | By | Guards | Effects | Told |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[...caseRules, ...offerRules, ...assignmentRules].map(
      (rule) =>
        `| ${rule.id} | ${rule.event} | ${list(rule.from)} | ${rule.to} | ${list(rule.by)} | ${list(rule.guards)} | ${list(rule.effects)} | ${list(
          rule.notices.map((notice) => `${notice.to}: ${notice.kind}${notice.when === undefined ? '' : ` (${notice.when})`}`),
        )} |`,
    ),
    '',
  ].join('\n');
}

function drawing(text: string): readonly string[] {
  return ['```mermaid', text, '```'];
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '–' : items.join(', ');
}
