import { test } from 'vitest';
import { acceptors, expectOneWinnerEach } from '#tests/support/acceptance-race.ts';

const cases = 40;

test(`of ${cases} cases accepted at once by ${acceptors} providers from two processes each has exactly one winner`, { timeout: 240_000 }, () => expectOneWinnerEach(cases));
