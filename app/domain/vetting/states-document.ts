import { arrowsOf, mermaidOf } from '../state-machine.ts';
import { vettingItems } from './items.ts';
import type { Validity } from './items.ts';
import { finalVettingStates } from './statuses.ts';
import { vettingRules } from './vetting-machine.ts';

/** The page `docs/vetting-states.md`: the life of an approval and the proofs it rests on, drawn from the tables. */
export function vettingStatesDocument(): string {
  return [
    '# States of an approval, and its proofs',
    '',
    'Drawn from the tables in `app/domain/vetting`. A test compares this page with them; after a change of a table run',
    '`npx vitest run --project domain app/domain/vetting -u`.',
    '',
    '```mermaid',
    mermaidOf('draft', finalVettingStates, arrowsOf(vettingRules)),
    '```',
    '',
    '| Rule | Event | From | To | By | Guards |',
    '| --- | --- | --- | --- | --- | --- |',
    ...vettingRules.map(
      (rule) => `| ${rule.id} | ${rule.event} | ${rule.from.join(', ')} | ${rule.to} | ${rule.by.join(', ')} | ${rule.guards.join(', ')} |`,
    ),
    '',
    '| Item | Subject | Mandatory for levels | For urgent cases | Valid | File |',
    '| --- | --- | --- | --- | --- | --- |',
    ...vettingItems.map(
      (item) =>
        `| ${item.code} | ${item.subject} | ${item.mandatoryFor.join(', ') || '–'} | ${item.mandatoryForUrgent ? 'yes' : '–'} | ${spoken(item.validity)} | ${item.needsDocument ? 'needed' : 'possible'} |`,
    ),
    '',
  ].join('\n');
}

function spoken(validity: Validity): string {
  switch (validity.kind) {
    case 'months':
      return `${validity.months} months`;
    case 'end_date':
      return 'until its end date';
    case 'test':
      return `${validity.days} days after the last test`;
  }
}
