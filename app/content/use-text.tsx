import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { formatOf } from './formatter.ts';
import type { Formatter } from './formatter.ts';
import { defaultLocale } from './locale.ts';
import type { Locale } from './locale.ts';
import { labelsOf } from './messages.ts';
import type { Messages, Namespace } from './messages.ts';
import { textOf } from './translator.ts';
import type { Text } from './translator.ts';

const LocaleContext = createContext<Locale>(defaultLocale);

/** Language of the page; the root sets it once from the address. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Texts of a namespace in the page's language. */
export function useText<N extends Namespace>(namespace: N): Text<N> {
  return textOf(useLocale(), namespace);
}

/** Names of the domain's identifiers in the page's language. */
export function useLabels(): Messages['labels'] {
  return labelsOf(useLocale());
}

/** Dates, durations and numbers in the page's language. */
export function useFormat(): Formatter {
  return formatOf(useLocale());
}
