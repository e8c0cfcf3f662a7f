/** One place where a company works. */
export type Site = {
  readonly id: string;
  /** Null: nobody has named it. Only the place of the registration may be without. */
  readonly name: string | null;
  readonly town: string;
  readonly district: string | null;
  /** Raised by one with every change. */
  readonly revision: number;
};

/** So many a company may enter; more are a case for several organisations. */
export const mostSites = 50;

/** What is known of a company's place from its registration. */
export type RegisteredPlace = { readonly organisationId: string; readonly town: string; readonly district: string | null };

/**
 * The place of the registration as a site. Its id is the organisation's: random like every other, and the same whoever derives it,
 * so that it can be stored later under the id it always had.
 */
export function registeredSite({ organisationId, town, district }: RegisteredPlace): Site {
  return { id: organisationId, name: null, town, district, revision: 0 };
}

/** The sites of a company: those it has entered; before it has entered any, the one place of its registration. */
export function sitesOf(place: RegisteredPlace, entered: readonly Site[]): readonly Site[] {
  return entered.length > 0 ? entered : [registeredSite(place)];
}
