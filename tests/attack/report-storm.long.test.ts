import { expect, test } from 'vitest';
import { expectNothingLost } from '#tests/support/check-storm.ts';

test('after twenty kills in a storm of reports every acknowledged report is there, complete', async () => {
  expect(await expectNothingLost(20)).toBeGreaterThan(20);
});
