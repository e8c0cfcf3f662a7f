import { expect, test } from 'vitest';
import { expectNothingLost } from '#tests/support/check-storm.ts';

test('after two kills in a storm of reports every acknowledged report is there, complete', async () => {
  expect(await expectNothingLost(2)).toBeGreaterThan(1);
}, 180_000);
