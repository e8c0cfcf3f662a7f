import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseChecklist, concerns, paces } from './choose.ts';
import type { Candidate, Wish } from './choose.ts';
import { checklistScopes, companyKinds, sizeClasses } from './vocabulary.ts';

const all = { sizes: sizeClasses, kinds: companyKinds };
const candidates: readonly Candidate[] = [
  { checklistId: 'schnellcheck', scope: 'whole', suits: all },
  { checklistId: 'basis', scope: 'whole', suits: { ...all, sizes: ['solo', 'micro', 'small'] } },
  { checklistId: 'mittelstand', scope: 'whole', suits: { ...all, sizes: ['medium', 'large'] } },
  { checklistId: 'oeffentlich', scope: 'whole', suits: { ...all, kinds: ['municipality', 'school', 'association'] } },
  { checklistId: 'ransomware', scope: 'subject', suits: all },
  { checklistId: 'produktion', scope: 'subject', suits: { ...all, kinds: ['business', 'municipality', 'school'] } },
];
const wish: Wish = { sizeClass: 'micro', kind: 'business', concern: 'overall', pace: 'in_stages' };
const anyWish = fc.record({ sizeClass: fc.constantFrom(...sizeClasses), kind: fc.constantFrom(...companyKinds), concern: fc.constantFrom(...concerns), pace: fc.constantFrom(...paces) });

test.each<[string, Partial<Wish>, ReturnType<typeof chooseChecklist>]>([
  ['a joinery of eight', {}, { checklistId: 'basis', reasons: ['concern', 'size'], afterwards: null }],
  ['a maker of 120 whose insurer asks', { sizeClass: 'medium', concern: 'insurer' }, { checklistId: 'mittelstand', reasons: ['concern', 'size'], afterwards: null }],
  ['a town hall, whatever its size', { kind: 'municipality', sizeClass: 'medium' }, { checklistId: 'oeffentlich', reasons: ['concern', 'kind'], afterwards: null }],
  ['fear of encryption', { concern: 'ransomware' }, { checklistId: 'ransomware', reasons: ['concern'], afterwards: 'basis' }],
  ['machines in an association, which that checklist is not for', { kind: 'association', concern: 'machines' }, { checklistId: 'oeffentlich', reasons: ['subject_not_for_kind', 'kind'], afterwards: null }],
  ['five minutes', { concern: 'ransomware', pace: 'five_minutes' }, { checklistId: 'schnellcheck', reasons: ['short_time'], afterwards: 'ransomware' }],
  ['doubt about NIS2', { sizeClass: 'medium', pace: 'law_first' }, { checklistId: null, reasons: ['law_first'], afterwards: 'mittelstand' }],
])('%s', (_name, changes, expected) => {
  expect(chooseChecklist({ ...wish, ...changes }, candidates)).toEqual(expected);
});

test('what is chosen suits the company, is one of those offered, and is never its own sequel', () => {
  const anyCandidates = fc.uniqueArray(
    fc.record({
      checklistId: fc.constantFrom('schnellcheck', 'ransomware', 'mobil', 'produktion', 'one', 'two', 'three'),
      scope: fc.constantFrom(...checklistScopes),
      suits: fc.record({ sizes: fc.subarray([...sizeClasses], { minLength: 1 }), kinds: fc.subarray([...companyKinds], { minLength: 1 }) }),
    }),
    { selector: (each) => each.checklistId },
  );
  fc.assert(
    fc.property(anyWish, anyCandidates, (asked, offered) => {
      const choice = chooseChecklist(asked, offered);
      for (const id of [choice?.checklistId, choice?.afterwards]) {
        if (id === undefined || id === null) continue;
        const found = offered.find((each) => each.checklistId === id);
        expect(found?.suits.sizes).toContain(asked.sizeClass);
        expect(found?.suits.kinds).toContain(asked.kind);
      }
      if (choice !== null) {
        expect(choice.reasons.length).toBeGreaterThan(0);
        expect(choice.afterwards).not.toBe(choice.checklistId ?? '');
      }
      // Who may take the quick check always gets an answer.
      if (offered.some((each) => each.checklistId === 'schnellcheck' && each.suits.sizes.includes(asked.sizeClass) && each.suits.kinds.includes(asked.kind))) {
        expect(choice).not.toBeNull();
      }
    }),
  );
});
