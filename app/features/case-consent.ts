/** Raised with every change of the consent texts in app/content/*\/incidents.ts; stored with what was agreed. */
export const consentTextVersion = '2026-11';

/** What stands in `Case.consent`. */
export type StoredConsent = {
  readonly routingWanted: boolean;
  readonly releaseMode: 'immediate' | 'after_confirmation';
  readonly textVersion: string;
  /** ISO 8601: when the report was sent with it. */
  readonly at: string;
  readonly givenBy: string;
};
