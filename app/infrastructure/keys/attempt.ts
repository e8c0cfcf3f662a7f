import { SealedBoxRefused } from '#app/domain/sealed-box/refused.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';

/** Turns the one refusal of the sealed box into a Result; everything else is a bug and stays an exception. */
export function attempt<T>(open: () => T): Result<T> {
  try {
    return ok(open());
  } catch (error) {
    if (error instanceof SealedBoxRefused) return err('sealed_box_refused');
    throw error;
  }
}
