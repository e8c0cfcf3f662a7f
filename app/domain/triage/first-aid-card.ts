import type { FirstAidCardId, IncidentKind } from './kinds.ts';

/** A text in both languages of the product. */
export type CardText = { readonly de: string; readonly en: string };

export type FirstAidStep = {
  readonly id: string;
  /** What to do, as a short imperative. */
  readonly do: CardText;
  /** Why, in one or two sentences. */
  readonly why: CardText;
  /** How it is done in practice. */
  readonly how: CardText;
};

export type FirstAidCall = {
  /** Contact id of the region's data, or `own_it`, `own_bank`, `own_insurer`, `data_protection_officer`. */
  readonly contact: string;
  readonly when: CardText;
};

/** First aid for one kind of incident: reviewed content, fits one A4 page when printed. */
export type FirstAidCard = {
  readonly id: FirstAidCardId;
  /** Whole number, raised with every change of the text. */
  readonly version: number;
  /** ISO date of the last review. */
  readonly checkedOn: string;
  readonly licence: string;
  readonly sources: readonly { readonly publisher: string; readonly title: string; readonly url: string }[];
  readonly forKinds: readonly IncidentKind[];
  /** Who should read it. */
  readonly audience: CardText;
  readonly title: CardText;
  /** Calms and says how long it takes. */
  readonly firstSentence: CardText;
  /** Roughly how many minutes the steps take. */
  readonly minutes: number;
  readonly steps: readonly FirstAidStep[];
  readonly doNot: readonly CardText[];
  readonly call: readonly FirstAidCall[];
  /** What to keep as evidence. */
  readonly evidence: readonly CardText[];
};

export type FirstAidCards = ReadonlyMap<FirstAidCardId, FirstAidCard>;

/** People the company knows itself and whom no region data names. */
export const ownContacts = ['own_it', 'own_bank', 'own_insurer', 'data_protection_officer'] as const;
export type OwnContact = (typeof ownContacts)[number];
