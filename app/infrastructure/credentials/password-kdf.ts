import { hashRaw } from '@node-rs/argon2';
import { passwordBytes } from '#app/domain/sealed-box/slots.ts';
import { KDF_OUTPUT_BYTES, meetsKdfFloor } from '#app/domain/sealed-box/kdf-floor.ts';
import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { PasswordKdf } from '#app/features/accounts/ports.ts';

/** Argon2id in the library's enumeration, which is const and so cannot be imported. */
const argon2id = 2;

/** When it makes sense to come back after the queue was full: it is empty long before. */
const retryAfterSeconds = 10;

type Settings = {
  /** What new hashes are made with. */
  readonly parameters: KdfParameters;
  /** Runs at once; each holds 64 MiB. */
  readonly atATime: number;
  /** So many wait in a queue; further ones are refused at once. */
  readonly mostWaiting: number;
};

/** The password hash with its queue: nobody can fill the memory of the server or make others wait without end. */
export function createPasswordKdf({ atATime, mostWaiting, parameters }: Settings): PasswordKdf {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running >= atATime) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  }

  /** Whoever waits longest takes over the place; nobody who comes later can slip in between. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    current: parameters,
    async derive(password, salt, wanted) {
      if (!meetsKdfFloor(wanted)) return err('invalid_input');
      if (running >= atATime && waiting.length >= mostWaiting) return err('temporarily_unavailable', { retryAfterSeconds });
      await enter();
      try {
        const output = await hashRaw(passwordBytes(password), {
          algorithm: argon2id,
          memoryCost: wanted.memory,
          timeCost: wanted.passes,
          parallelism: wanted.parallelism,
          outputLen: KDF_OUTPUT_BYTES,
          salt: Buffer.from(salt),
        });
        return ok(output);
      } finally {
        leave();
      }
    },
  };
}
