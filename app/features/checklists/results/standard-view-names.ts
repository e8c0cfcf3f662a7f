import type { ReferenceScheme } from '#app/domain/checklist/vocabulary.ts';

/** The last part of a view's address, in the order of the tabs; null: the subjects of insurers. */
export const schemeOfView = {
  versicherung: null,
  nis2: 'nis2-21-2',
  cis: 'cis-v8.1',
  bsi: 'bsi-grundschutz-2023',
  iso: 'iso-27001-2022',
  nist: 'nist-csf-2.0',
  'cyber-essentials': 'cyber-essentials',
  cyfun: 'cyfun-2025',
  din: 'din-spec-27076',
} as const satisfies Readonly<Record<string, ReferenceScheme | null>>;

export type StandardViewName = keyof typeof schemeOfView;

export const standardViewNames = Object.keys(schemeOfView) as StandardViewName[];
