import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { checklist, control, no, smallBusiness, statusQuestion, words, yes } from './checklist.fixture.ts';
import { askedQuestions, neighbours, nextOpenQuestion, openQuestions, progressOf, questionNumber } from './navigation.ts';
import { standingsOf } from './standing.ts';

const version = checklist([], {
  topics: [
    {
      id: 'one',
      title: words('one'),
      requirements: [statusQuestion('remote'), control('vpn', { appliesWhen: { answer: { requirement: 'remote', is: ['yes'] } } })],
    },
    { id: 'two', title: words('two'), requirements: [control('backup'), control('test', { followUpOf: { control: 'backup', from: 'partly' } })] },
  ],
});

function after(answers: Answers) {
  return standingsOf(version, answers, smallBusiness);
}

test('the next question is the next open one, and at the end the first that was skipped', () => {
  expect(nextOpenQuestion(after({}), null)?.id).toBe('remote');
  expect(nextOpenQuestion(after({ remote: yes }), 'remote')?.id).toBe('vpn');
  expect(nextOpenQuestion(after({ remote: yes, backup: no }), 'backup')?.id).toBe('vpn');
  expect(nextOpenQuestion(after({ remote: no, backup: no }), 'backup')).toBeNull();
});

test('skipping the only open question leads nowhere else', () => {
  expect(nextOpenQuestion(after({ remote: yes, backup: no }), 'vpn')).toBeNull();
});

test('a follow-up is asked once its parent is answered well enough', () => {
  expect(openQuestions(after({ remote: no })).map(({ id }) => id)).toEqual(['backup']);
  expect(openQuestions(after({ remote: no, backup: yes })).map(({ id }) => id)).toEqual(['test']);
});

test('going back passes over what is not asked', () => {
  expect(neighbours(after({ remote: no }), 'backup')).toMatchObject({ previous: { id: 'remote' }, next: null });
  expect(neighbours(after({ remote: yes }), 'backup')).toMatchObject({ previous: { id: 'vpn' } });
  expect(neighbours(after({}), 'nowhere')).toEqual({ previous: null, next: null });
});

test('the number of a question counts what is asked', () => {
  expect(questionNumber(after({ remote: no }), 'backup')).toEqual({ number: 2, of: 2 });
  expect(questionNumber(after({ remote: no }), 'vpn')).toBeNull();
  expect(askedQuestions(after({ remote: no })).map(({ id }) => id)).toEqual(['remote', 'backup']);
});

test('progress is counted in all and per topic', () => {
  expect(progressOf(after({ remote: yes, backup: yes }))).toEqual({
    answered: 2,
    total: 4,
    topics: [{ topicId: 'one', answered: 1, total: 2 }, { topicId: 'two', answered: 1, total: 2 }],
  });
});
