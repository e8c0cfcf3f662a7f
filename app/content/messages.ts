import { english } from './english.ts';
import { german } from './german.ts';
import type { Locale } from './locale.ts';
import type { Shape } from './shape.ts';

/** The catalogue as written in German; its literal texts carry the ICU arguments, so that a forgotten one does not compile. */
export type Catalogue = typeof german;
/** Namespaces with texts; labels are looked up by `labelsOf`. */
export type Namespace = Exclude<keyof Catalogue, 'labels'>;

/** A catalogue in any language. */
export type Messages = Shape<Catalogue>;

const catalogues: Readonly<Record<Locale, Messages>> = { de: german, en: english };

export function getMessages(locale: Locale): Messages {
  return catalogues[locale];
}

/** Names of all identifiers of the domain, by group: `labelsOf(locale).caseStates[state]`. Plain words without arguments. */
export function labelsOf(locale: Locale): Messages['labels'] {
  return catalogues[locale].labels;
}
