/** Parameters of one Argon2id run, as stored beside a slot. */
export type KdfParameters = {
  readonly algorithm: 'argon2id';
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
};

/** Salt of a password slot and result of its Argon2id run, in bytes. */
export const KDF_SALT_BYTES = 16;
export const KDF_OUTPUT_BYTES = 32;

/** What new slots are made with: 64 MiB, three passes, one lane. */
export const kdfParameters: KdfParameters = { algorithm: 'argon2id', memory: 64 * 1024, passes: 3, parallelism: 1 };

/**
 * The weakest parameters that are accepted, compiled in so that nobody lowers them through the database: 46 MiB with one
 * pass or 19 MiB with two (OWASP password storage, ASVS 5.0 11.4.2).
 */
const floors = [
  { memory: 46 * 1024, passes: 1 },
  { memory: 19 * 1024, passes: 2 },
] as const;

/** The cheapest run that is still accepted. */
export const weakestKdfParameters: KdfParameters = { algorithm: 'argon2id', memory: 19 * 1024, passes: 2, parallelism: 1 };

/** Whether stored parameters may be used. What fails here is refused before any password is hashed. */
export function meetsKdfFloor(parameters: KdfParameters): boolean {
  const { algorithm, memory, passes, parallelism } = parameters;
  const sane = [memory, passes, parallelism].every(Number.isSafeInteger) && parallelism >= 1;
  return (
    sane &&
    algorithm === 'argon2id' &&
    floors.some((floor) => memory >= floor.memory && passes >= floor.passes)
  );
}

/** Whether a slot should be made anew at the next sign-in because today's parameters are stronger. */
export function isBelowCurrentKdf(parameters: KdfParameters): boolean {
  return parameters.memory < kdfParameters.memory || parameters.passes < kdfParameters.passes;
}
