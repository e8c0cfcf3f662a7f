import { hashRaw } from '@node-rs/argon2';
import { passwordBytes } from '#app/domain/sealed-box/slots.ts';
import { KDF_OUTPUT_BYTES, kdfParameters, meetsKdfFloor } from '#app/domain/sealed-box/kdf-floor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { PasswordKdf } from '#app/features/accounts/ports.ts';

/** Argon2id in the library's enumeration, which is const and so cannot be imported. */
const argon2id = 2;
/** Four runs hold 256 MiB. */
const atATime = 4;

export function createPasswordKdf(): PasswordKdf {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running >= atATime) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  }

  function leave(): void {
    running -= 1;
    waiting.shift()?.();
  }

  return {
    current: kdfParameters,
    async derive(password, salt, parameters) {
      if (!meetsKdfFloor(parameters)) return err('invalid_input');
      await enter();
      try {
        const output = await hashRaw(passwordBytes(password), {
          algorithm: argon2id,
          memoryCost: parameters.memory,
          timeCost: parameters.passes,
          parallelism: parameters.parallelism,
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
