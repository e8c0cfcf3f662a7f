import { expect, test } from 'vitest';
import { sitesOf } from './sites.ts';
import type { Site } from './sites.ts';

const place = { organisationId: 'o1', town: 'Zwickau', district: 'zwickau' };

test('a company that has entered no site has exactly the place of its registration', () => {
  expect(sitesOf(place, [])).toEqual([{ id: 'o1', name: null, town: 'Zwickau', district: 'zwickau', revision: 0 }]);
});

test('what a company has entered counts, also without the place of its registration', () => {
  const entered: Site[] = [{ id: 's2', name: 'Lager', town: 'Plauen', district: 'vogtlandkreis', revision: 1 }];
  expect(sitesOf(place, entered)).toEqual(entered);
});
