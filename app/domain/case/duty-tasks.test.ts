import { expect, test } from 'vitest';
import { germanBusinessCalendar } from '../deadlines/business-hours.ts';
import { routingRulesV1 } from '../routing/rules.ts';
import { severities } from '../triage/kinds.ts';
import { caseRules } from './case-machine.ts';
import type { CaseRule, CaseStep } from './case-machine.ts';
import { contactTasks, dutyTaskKinds, endsWith, isLadderTask, ladderTasks, stillAsks, taskAskedBy } from './duty-tasks.ts';
import { caseStates, isTerminal } from './statuses.ts';

const clock = { rules: routingRulesV1, calendar: germanBusinessCalendar(new Set()) };
const at = new Date('2026-11-23T09:00:00Z');

/** Every step that a rule allows. */
function stepsOf(rule: CaseRule): CaseStep[] {
  return rule.from.map((from) => {
    const state = rule.to === 'same' ? from : rule.to;
    return { state, record: { rule: rule.id, event: rule.event, from, to: state, by: rule.by[0] ?? 'system', reason: null }, notices: [], effects: rule.effects };
  });
}

const steps = caseRules.flatMap(stepsOf);

test('no task outlives its case', () => {
  for (const step of steps.filter((one) => isTerminal(one.state))) {
    for (const kind of [...dutyTaskKinds, 'of_another_kind']) expect(endsWith(kind, step), `${kind} with ${step.record.event}`).toBe(true);
  }
});

test('a task ends where it asks for nothing any more, and nowhere else but with the answer to it', () => {
  for (const step of steps) {
    for (const kind of dutyTaskKinds) {
      const answered = step.record.event === 'resume_matching' && isLadderTask(kind);
      expect(endsWith(kind, step)).toBe(answered || !stillAsks(kind, step.state));
    }
  }
});

test('whoever comes into triage, escalation or a denied first contact is asked about by a task that fits the state', () => {
  for (const step of steps.filter((one) => one.effects.includes('create_duty_task'))) {
    for (const severity of severities) {
      const task = taskAskedBy(step, severity, at, clock);
      expect(task, step.record.event).not.toBeNull();
      if (task === null) continue;
      expect(stillAsks(task.kind, step.state)).toBe(true);
      expect(task.dueAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
    }
  }
  const entering = steps.filter((step) => step.record.from !== step.state && (step.state === 'in_triage' || step.state === 'escalated'));
  expect(entering.filter((step) => taskAskedBy(step, 'S3', at, clock) === null).map((step) => step.record.event)).toEqual([]);
});

test('ladder and first contact ask in different states', () => {
  for (const state of caseStates) {
    expect(ladderTasks.some((kind) => stillAsks(kind, state)) && contactTasks.some((kind) => stillAsks(kind, state))).toBe(false);
  }
});
