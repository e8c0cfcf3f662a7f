import type { Severity } from '#app/domain/triage/kinds.ts';

/** How fast a provider promises to react, by contract. Stored in its profile. */
export const responseClasses = ['emergency', 'fast', 'standard'] as const;
export type ResponseClass = (typeof responseClasses)[number];

/** Promised reaction in minutes on the clock of the severity; null: not offered. */
export const reactionOf: Readonly<Record<ResponseClass, Readonly<Record<Severity, number | null>>>> = {
  emergency: { S1: 15, S2: 60, S3: 240, S4: 600 },
  fast: { S1: 60, S2: 60, S3: 240, S4: 600 },
  standard: { S1: null, S2: 240, S3: 240, S4: 600 },
};

/** The class of a stored value; what is not known counts as the slowest. */
export function responseClassOf(text: string): ResponseClass {
  return responseClasses.find((one) => one === text) ?? 'standard';
}
