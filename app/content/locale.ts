/** Languages of the product. German is the one everything is written in first. */
export const locales = ['de', 'en'] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'de';

/** Days and hours are those of the region, wherever the server stands. */
export const timeZone = 'Europe/Berlin';

/** Tag for `Intl`: English text, European dates. */
export const intlTag = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Locale, string>;
