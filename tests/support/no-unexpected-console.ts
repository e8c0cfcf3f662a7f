import { afterEach, expect, vi } from 'vitest';

/** A message that nobody expected is a fault that nobody has looked at yet. */
const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

afterEach(() => {
  const calls = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  for (const spy of spies) spy.mockClear();
  expect(calls, 'unexpected console messages').toEqual([]);
});
