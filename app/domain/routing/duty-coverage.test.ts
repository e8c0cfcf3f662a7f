import { expect, test } from 'vitest';
import { gapsIn } from './duty-coverage.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

test('nobody on duty is one gap from now to the end', () => {
  expect(gapsIn([], at(8), at(20))).toEqual([span(8, 20)]);
});

test('gaps lie before, between and after the shifts, in order', () => {
  expect(gapsIn([span(14, 16), span(9, 11)], at(8), at(20))).toEqual([span(8, 9), span(11, 14), span(16, 20)]);
});

test('shifts that overlap, touch or lie within each other leave no gap', () => {
  expect(gapsIn([span(6, 12), span(8, 10), span(12, 15), span(14, 22)], at(8), at(20))).toEqual([]);
});

test('what lies outside the time looked at changes nothing', () => {
  expect(gapsIn([span(1, 3), span(21, 23)], at(8), at(20))).toEqual([span(8, 20)]);
});
