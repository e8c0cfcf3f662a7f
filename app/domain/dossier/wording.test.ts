import { describe, expect, test } from 'vitest';
import { fill, wordingFor } from './wording.ts';

describe('wording of a dossier', () => {
  test('German times are local times with the hour without a leading zero', () => {
    expect(wordingFor('de', 'Europe/Berlin').dateTime('2026-11-19T05:40:00.000Z')).toBe('19.11.2026, 6:40 Uhr');
  });

  test('English times keep two digits and name the month', () => {
    expect(wordingFor('en', 'Europe/Berlin').dateTime('2026-11-19T05:40:00.000Z')).toBe('19 November 2026, 06:40');
  });

  test('summer time counts, and midnight is hour zero of the new day', () => {
    expect(wordingFor('de', 'Europe/Berlin').dateTime('2026-06-30T22:00:00.000Z')).toBe('01.07.2026, 0:00 Uhr');
  });

  test('a day without a time stays that day in every zone', () => {
    expect(wordingFor('de', 'Pacific/Kiritimati').date('2026-11-19')).toBe('19.11.2026');
    expect(wordingFor('en', 'America/Los_Angeles').date('2026-11-01')).toBe('1 November 2026');
  });

  test('short dates fit narrow columns', () => {
    expect(wordingFor('en', 'UTC').shortDate('2026-09-04')).toBe('4 Sep 2026');
    expect(wordingFor('de', 'UTC').shortDate('2026-09-04')).toBe('04.09.2026');
  });

  test('numbers are grouped by language and keep their sign', () => {
    expect(wordingFor('de', 'UTC').number(-1234567.5)).toBe('−1.234.567,5');
    expect(wordingFor('en', 'UTC').number(1234)).toBe('1,234');
    expect(wordingFor('de', 'UTC').number(100)).toBe('100');
  });

  test('cents become whole euros', () => {
    expect(wordingFor('de', 'UTC').euro(1_240_050)).toBe('12.401\u00a0€');
    expect(wordingFor('en', 'UTC').euro(1_240_049)).toBe('€\u00a012,400');
  });

  test('a placeholder without a value is a mistake, a value in braces is not filled again', () => {
    expect(() => fill('Seite {page}', {})).toThrow('{page}');
    expect(fill('{name}', { name: '{other}' })).toBe('{other}');
  });

  test('what is no date is a mistake', () => {
    expect(() => wordingFor('de', 'UTC').date('gestern')).toThrow('gestern');
  });
});
