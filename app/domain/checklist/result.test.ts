import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { checklist, control, no, notApplicable, partly, smallBusiness, statusQuestion, unknown, words, yes } from './checklist.fixture.ts';
import { planOf } from './measures.ts';
import { resultOf } from './result.ts';
import { standingsOf } from './standing.ts';
import { answerValues } from './vocabulary.ts';

const facts = smallBusiness;
const must = { reason: words('it decides') };

describe('traps that other checklists fell into', () => {
  test('weights multiply the maximum as well as the sum', () => {
    const version = checklist([control('heavy', { weight: 5 }), control('light', { weight: 1 })]);
    expect(resultOf(version, { heavy: yes, light: no }, facts)).toMatchObject({ points: 5, maximum: 6, percent: 83 });
    expect(resultOf(version, { heavy: no, light: yes }, facts)).toMatchObject({ points: 1, maximum: 6, percent: 16 });
  });

  test('an unknown stays in the maximum, gives no points and shows in the coverage', () => {
    const version = checklist([control('a'), control('b')]);
    const result = resultOf(version, { a: yes, b: unknown }, facts);
    expect(result).toMatchObject({ points: 1, maximum: 2, percent: 50 });
    expect(result.coverage).toMatchObject({ applicable: 2, known: 1, unknown: 1, unanswered: 0 });
  });

  test('everything not applicable gives no statement instead of nothing of nothing', () => {
    const version = checklist([control('a'), control('b')]);
    const result = resultOf(version, { a: notApplicable, b: notApplicable }, facts);
    expect(result).toMatchObject({ points: 0, maximum: 0, percent: null, band: null });
    expect(result.topics[0]).toMatchObject({ percent: null, band: null });
    expect(planOf(result.standings, facts)).toEqual([]);
  });

  test('everything unknown is zero of the whole maximum', () => {
    const result = resultOf(checklist([control('a'), control('b')]), { a: unknown, b: unknown }, facts);
    expect(result).toMatchObject({ points: 0, maximum: 2, percent: 0, band: 'critical' });
  });

  test('a requirement with an open part is not met', () => {
    const parts = [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }];
    const version = checklist([control('a', { weight: 4, parts })]);
    const outcome = (answers: Record<string, 'yes' | 'no' | 'unknown' | 'not_applicable'>) =>
      standingsOf(version, { a: { value: 'yes', parts: answers, reason: 'none here' } }, facts)[0];
    expect(outcome({ p: 'yes', q: 'yes' })).toMatchObject({ outcome: 'met', points: 4 });
    expect(outcome({ p: 'yes', q: 'no' })).toMatchObject({ outcome: 'partly', points: 2 });
    expect(outcome({ p: 'yes' })).toMatchObject({ outcome: 'partly', points: 2 });
    expect(outcome({ p: 'unknown', q: 'no' })).toMatchObject({ outcome: 'not_met', points: 0 });
    expect(outcome({ p: 'unknown', q: 'unknown' })).toMatchObject({ outcome: 'unknown', points: 0 });
    expect(outcome({ p: 'yes', q: 'not_applicable' })).toMatchObject({ outcome: 'met', points: 4 });
    expect(outcome({ p: 'not_applicable', q: 'not_applicable' })).toMatchObject({ outcome: 'not_applicable', maximum: 0 });
  });

  test('a yes for the whole does not stand in for parts that nobody answered', () => {
    const parts = [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }];
    expect(standingsOf(checklist([control('a', { parts })]), { a: yes }, facts)[0]).toMatchObject({ outcome: 'unknown', points: 0 });
  });

  test.each(answerValues)('a measure is there exactly for what is partly met, not met or unknown: %s', (value) => {
    const standings = standingsOf(checklist([control('a')]), { a: { value, reason: 'none here' } }, facts);
    expect(planOf(standings, facts)).toHaveLength(['partly', 'no', 'unknown'].includes(value) ? 1 : 0);
  });

  test.each([...answerValues, undefined])('a follow-up survives any answer to its parent: %s', (value) => {
    const version = checklist([control('parent'), control('child', { followUpOf: { control: 'parent', from: 'partly' } })]);
    const answers: Answers = value === undefined ? {} : { parent: { value, reason: 'none here' } };
    const expected = {
      yes: 'unanswered', partly: 'unanswered', no: 'not_met', unknown: 'unknown', not_applicable: 'not_applicable', open: 'unanswered',
    }[value ?? 'open'];
    expect(resultOf(version, answers, facts).standings[1]?.outcome).toBe(expected);
  });

  test('bands are our own three and only a full result without open must items is solid', () => {
    const version = checklist(Array.from({ length: 100 }, (_, n) => control(`c${n}`, { must: n === 99 ? must : null })));
    const met = (count: number, last = false) =>
      resultOf(version, Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`c${n}`, n < count || (last && n === 99) ? yes : no])), facts);
    expect([met(49).band, met(50).band, met(79, true).band, met(80, true).band, met(99).band]).toEqual([
      'critical', 'gaps', 'solid', 'solid', 'gaps',
    ]);
    expect(met(78, true)).toMatchObject({ percent: 79, band: 'gaps' });
  });

  test('a must item stands on its own line, however high the percentage', () => {
    const version = checklist([control('m', { weight: 1, must }), control('a', { weight: 5 }), control('b', { weight: 5 })]);
    const result = resultOf(version, { m: no, a: yes, b: yes }, facts);
    expect(result.percent).toBe(90);
    expect(result.must).toMatchObject([{ requirement: { id: 'm' }, outcome: 'not_met', reason: must.reason }]);
    expect(result.topics[0]?.mustOpen).toBe(1);
  });
});

describe('not applicable', () => {
  test('leaves the maximum when it has a reason', () => {
    expect(resultOf(checklist([control('a'), control('b')]), { a: yes, b: notApplicable }, facts)).toMatchObject({ points: 1, maximum: 1 });
  });

  test('without a reason, or where it is not offered, counts as unknown', () => {
    const version = checklist([control('a'), control('b', { notApplicableAllowed: false })]);
    const result = resultOf(version, { a: { value: 'not_applicable', reason: ' ' }, b: notApplicable }, facts);
    expect(result).toMatchObject({ points: 0, maximum: 2, coverage: { unknown: 2, notApplicable: 0 } });
  });
});

describe('what applies', () => {
  test('a status question has no points and switches off what rests on its no', () => {
    const rests = { answer: { requirement: 'remote', is: ['yes' as const] } };
    const version = checklist([statusQuestion('remote'), control('vpn', { appliesWhen: rests }), control('a')]);
    expect(resultOf(version, { remote: yes, a: yes }, facts)).toMatchObject({ points: 1, maximum: 2 });
    expect(resultOf(version, { remote: no, a: yes }, facts)).toMatchObject({ points: 1, maximum: 1, complete: true });
  });

  test('an unknown or open status question never makes a requirement go away', () => {
    const rests = { answer: { requirement: 'remote', is: ['yes' as const] } };
    const version = checklist([statusQuestion('remote'), control('vpn', { appliesWhen: rests })]);
    expect(resultOf(version, { remote: unknown }, facts).maximum).toBe(1);
    expect(resultOf(version, {}, facts).maximum).toBe(1);
    const negated = checklist([statusQuestion('remote'), control('vpn', { appliesWhen: { not: rests } })]);
    expect(resultOf(negated, { remote: unknown }, facts).maximum).toBe(1);
  });

  test('what rests on a question that is itself not asked does not apply', () => {
    const version = checklist([
      statusQuestion('a'),
      statusQuestion('b', { appliesWhen: { answer: { requirement: 'a', is: ['yes'] } } }),
      control('c', { appliesWhen: { answer: { requirement: 'b', is: ['yes'] } } }),
    ]);
    expect(resultOf(version, { a: no, b: yes }, facts).standings.map((standing) => standing.notAsked)).toEqual([null, 'condition', 'condition']);
  });

  test('controls for other sizes, closed groups and conditions on the company are left out, unknown facts leave nothing out', () => {
    const version = checklist(
      [
        control('big', { suits: ['large'] }),
        control('grouped', { group: 'machines' }),
        control('public', { appliesWhen: { company: { kind: ['municipality'] } } }),
        control('factory', { appliesWhen: { all: [{ company: { sector: ['C'] } }, { company: { sizeClass: ['small'] } }] } }),
      ],
      { groups: [{ id: 'machines', title: words('machines'), appliesWhen: { company: { sector: ['A'] } } }] },
    );
    expect(resultOf(version, {}, facts).standings.map((standing) => standing.notAsked)).toEqual(['size', 'group', 'condition', null]);
    expect(resultOf(version, {}, { sizeClass: null, kind: null, sector: null }).coverage.applicable).toBe(4);
  });

  test('a part that does not apply to the company is not waited for', () => {
    const parts = [{ id: 'p', text: words('p') }, { id: 'q', text: words('q'), appliesWhen: { company: { sizeClass: ['large' as const] } } }];
    const version = checklist([control('a', { parts })]);
    expect(standingsOf(version, { a: { value: 'yes', parts: { p: 'yes' } } }, facts)[0]?.outcome).toBe('met');
    const none = checklist([control('a', { parts: parts.slice(1) })]);
    expect(standingsOf(none, {}, facts)[0]).toMatchObject({ outcome: 'out_of_scope', notAsked: 'condition', maximum: 0 });
  });

  test('a follow-up of a full yes is not met while its parent is only partly met', () => {
    const version = checklist([control('parent'), control('child', { followUpOf: { control: 'parent', from: 'yes' } })]);
    expect(standingsOf(version, { parent: partly, child: yes }, facts)[1]).toMatchObject({ outcome: 'not_met', notAsked: 'follow_up', maximum: 1 });
    expect(standingsOf(version, { parent: yes, child: yes }, facts)[1]?.outcome).toBe('met');
  });

  test('a requirement called like a property of every object is simply not answered', () => {
    expect(standingsOf(checklist([control('constructor')]), {}, facts)[0]?.outcome).toBe('unanswered');
  });
});

describe('coverage', () => {
  test('counts on what knowledge the answers rest, follow-ups like their parent', () => {
    const version = checklist([control('a'), control('b', { followUpOf: { control: 'a', from: 'yes' } }), control('c'), control('d')]);
    const result = resultOf(version, { a: { value: 'no', basis: 'checked' }, c: { value: 'yes', basis: 'provider_said' }, d: yes }, facts);
    expect(result.coverage.byBasis).toEqual({ checked: 2, provider_said: 1, document_seen: 0, estimated: 0, not_stated: 1 });
  });
});
