import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';

/**
 * The one answer to everything that does not open: wrong key, changed byte, foreign row, unknown suite, short input,
 * unsigned public key. It carries no detail on purpose, so that nobody can learn from it how far an attempt got.
 */
export class SealedBoxRefused extends Error {
  constructor() {
    super('sealed box refused');
    this.name = 'SealedBoxRefused';
  }
}

/** Throws the one refusal. */
export function refuse(): never {
  throw new SealedBoxRefused();
}

/**
 * Runs an opening act and returns its refusal as a `Result` with the code `sealed_box_refused`; for the places where a
 * refusal is expected, such as a mistyped code. Other exceptions are bugs and pass through.
 */
export function attempt<T>(act: () => T): Result<T> {
  try {
    return ok(act());
  } catch (error) {
    if (error instanceof SealedBoxRefused) return err('sealed_box_refused');
    throw error;
  }
}
