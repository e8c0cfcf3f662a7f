import { answerPromise, dutyLadder } from '../deadlines/service-windows.ts';
import type { ServiceClock } from '../deadlines/service-windows.ts';
import type { Severity } from '../triage/kinds.ts';
import type { CaseStep } from './case-machine.ts';
import { runningCaseStates } from './statuses.ts';
import type { CaseState } from './statuses.ts';

/** What people of the office are asked for in a case, and the rungs of the ladder that tell them. */
export const dutyTaskKinds = [
  'decide_triage',
  'duty_informed',
  'duty_must_act',
  'second_officer',
  'board_contact',
  'first_contact_missed',
  'first_contact_denied',
  'exhibit_damaged',
] as const;
export type DutyTaskKind = (typeof dutyTaskKinds)[number];

/** The ladder that leads from routing to a person. */
export const ladderTasks = ['duty_informed', 'duty_must_act', 'second_officer', 'board_contact'] as const satisfies readonly DutyTaskKind[];

/** The provider that leads has not spoken with the company: a person decides whether somebody else is asked. */
export const contactTasks = ['first_contact_missed', 'first_contact_denied'] as const satisfies readonly DutyTaskKind[];

const searching: readonly CaseState[] = ['ready', 'matching', 'escalated'];

/** The states in which a task still asks for something. */
const asksIn: Readonly<Record<DutyTaskKind, readonly CaseState[]>> = {
  decide_triage: ['in_triage'],
  duty_informed: searching,
  duty_must_act: searching,
  second_officer: searching,
  board_contact: searching,
  first_contact_missed: ['assigned'],
  first_contact_denied: ['assigned'],
  exhibit_damaged: runningCaseStates,
};

export function isDutyTaskKind(kind: string): kind is DutyTaskKind {
  return (dutyTaskKinds as readonly string[]).includes(kind);
}

export function isLadderTask(kind: string): boolean {
  return (ladderTasks as readonly string[]).includes(kind);
}

export function isContactTask(kind: string): boolean {
  return (contactTasks as readonly string[]).includes(kind);
}

/** A rung that only informs ends by itself; every other task waits for a person's decision. */
export function waitsForDecision(kind: string): boolean {
  return kind !== 'duty_informed' && kind !== 'second_officer' && kind !== 'board_contact';
}

/** Whether a task still asks for something while its case is in this state. */
export function stillAsks(kind: string, state: CaseState): boolean {
  return (isDutyTaskKind(kind) ? asksIn[kind] : runningCaseStates as readonly CaseState[]).includes(state);
}

/** Whether a step of the case answers a task or makes it pointless: then it ends with the step. */
export function endsWith(kind: string, step: CaseStep): boolean {
  if (!stillAsks(kind, step.state)) return true;
  return step.record.event === 'resume_matching' && isLadderTask(kind);
}

/** What a step asks a person of the office for, and until when; null: nothing. */
export function taskAskedBy(step: CaseStep, severity: Severity, at: Date, clock: ServiceClock): { readonly kind: DutyTaskKind; readonly dueAt: Date } | null {
  if (!step.effects.includes('create_duty_task')) return null;
  switch (step.state) {
    case 'in_triage':
      return { kind: 'decide_triage', dueAt: answerPromise(severity, at, clock) };
    case 'escalated':
      return { kind: 'duty_must_act', dueAt: dutyLadder(severity, at, [], clock).find((one) => one.step === 'duty_must_act')?.dueAt ?? at };
    case 'assigned':
      return { kind: 'first_contact_denied', dueAt: at };
    default:
      return null;
  }
}
