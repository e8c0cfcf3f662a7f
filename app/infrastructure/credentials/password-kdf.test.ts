import { expect, test } from 'vitest';
import { kdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { createPasswordKdf } from './password-kdf.ts';

const salt = Buffer.alloc(16, 3);

test('what does not fit into the queue is refused at once, with a time to come back, and the others are served', async () => {
  const kdf = createPasswordKdf({ atATime: 2, mostWaiting: 3, parameters: kdfParameters });
  const outcomes = await Promise.all(Array.from({ length: 9 }, (_, index) => kdf.derive(`passwort ${index}`, salt, kdf.current)));
  expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true, true, true, false, false, false, false]);
  expect(outcomes.at(-1)).toEqual({ ok: false, refusal: { code: 'temporarily_unavailable', retryAfterSeconds: 10 } });
  expect((await kdf.derive('danach', salt, kdf.current)).ok).toBe(true);
});

test('who comes while a place is handed over does not make it one too many', async () => {
  const kdf = createPasswordKdf({ atATime: 1, mostWaiting: 1, parameters: kdfParameters });
  const first = kdf.derive('eins', salt, kdf.current);
  const second = kdf.derive('zwei', salt, kdf.current);
  await first;
  const [third, fourth] = [kdf.derive('drei', salt, kdf.current), kdf.derive('vier', salt, kdf.current)];
  expect((await Promise.all([second, third, fourth])).map((outcome) => outcome.ok)).toEqual([true, true, false]);
});

test('weak parameters are refused', async () => {
  const kdf = createPasswordKdf({ atATime: 1, mostWaiting: 0, parameters: kdfParameters });
  expect(await kdf.derive('x', salt, { ...kdf.current, memory: 1024, passes: 1 })).toMatchObject({ refusal: { code: 'invalid_input' } });
});
