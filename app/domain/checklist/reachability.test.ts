import { describe, expect, test } from 'vitest';
import { control, statusQuestion } from './checklist.fixture.ts';
import { canBeAsked, canHold } from './reachability.ts';
import type { Reach } from './reachability.ts';
import type { Condition, Requirement } from './version.ts';
import { companyKinds, sizeClasses } from './vocabulary.ts';

function reach(questions: Requirement[] = [], more: Partial<Reach> = {}): Reach {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return { sizes: sizeClasses, kinds: companyKinds, find: (id) => byId.get(id), group: () => undefined, ...more };
}

const answered = (requirement: string, is: 'yes' | 'no' | 'partly'): Condition => ({ answer: { requirement, is: [is] } });
const size = (sizeClass: (typeof sizeClasses)[number]): Condition => ({ company: { sizeClass: [sizeClass] } });

describe('conditions that can never hold', () => {
  test.each<[string, Condition]>([
    ['two sizes at once', { all: [size('solo'), size('large')] }],
    ['two sectors at once', { all: [{ company: { sector: ['A'] } }, { company: { sector: ['B'] } }] }],
    ['yes and no to one question', { all: [answered('s', 'yes'), answered('s', 'no')] }],
    ['an answer that a status question does not offer', answered('s', 'partly')],
    ['not of everything', { not: { any: sizeClasses.map(size) } }],
    ['a question that is never asked', answered('hidden', 'yes')],
  ])('%s', (_name, condition) => {
    const hidden = statusQuestion('hidden', { appliesWhen: { all: [size('solo'), size('large')] } });
    expect(canHold(condition, reach([statusQuestion('s'), hidden]))).toBe(false);
  });
});

test('conditions that can hold are let through', () => {
  const questions = [statusQuestion('s'), statusQuestion('t', { appliesWhen: answered('s', 'yes') })];
  expect(canHold({ all: [size('solo'), answered('t', 'no')] }, reach(questions))).toBe(true);
  expect(canHold({ not: { company: { sector: ['A'] } } }, reach())).toBe(true);
  expect(canHold({ all: [answered('t', 'yes'), answered('s', 'no')] }, reach(questions))).toBe(false);
});

test('a control for sizes that the checklist is not for is never asked', () => {
  const control5 = control('a', { suits: ['large'] });
  expect(canBeAsked(control5, reach([], { sizes: ['solo', 'micro'] }))).toBe(false);
  expect(canBeAsked(control5, reach([], { sizes: ['medium', 'large'] }))).toBe(true);
});

test('a group that excludes the control makes it unreachable', () => {
  const grouped = control('a', { group: 'g', appliesWhen: size('solo') });
  expect(canBeAsked(grouped, reach([], { group: () => size('large') }))).toBe(false);
  expect(canBeAsked(grouped, reach([], { group: () => ({ not: size('large') }) }))).toBe(true);
});

test('questions that rest on each other in a circle end in an answer', () => {
  const circle = [statusQuestion('a', { appliesWhen: answered('b', 'yes') }), statusQuestion('b', { appliesWhen: answered('a', 'yes') })];
  expect(canHold(answered('a', 'yes'), reach(circle))).toBe(false);
});
