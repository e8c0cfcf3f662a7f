import { expect, test } from 'vitest';
import { minutesBetween, travelMinutes } from './travel.ts';

const matrix = { chemnitz: { chemnitz: 12, vogtland: 65 }, zwickau: { vogtland: 35 } };

test('a way counts in either direction of the matrix', () => {
  expect([minutesBetween(matrix, 'vogtland', 'chemnitz'), minutesBetween(matrix, 'chemnitz', 'vogtland')]).toEqual([65, 65]);
});

test('a way inside the district is in the matrix too', () => {
  expect(minutesBetween(matrix, 'chemnitz', 'chemnitz')).toBe(12);
});

test('the nearest site counts and unknown ways are passed over', () => {
  expect(travelMinutes(matrix, ['elsewhere', 'chemnitz', 'zwickau'], 'vogtland')).toBe(35);
});

test('no known way is told as such', () => {
  expect([travelMinutes(matrix, [], 'vogtland'), travelMinutes(matrix, ['elsewhere'], 'vogtland')]).toEqual([null, null]);
});
