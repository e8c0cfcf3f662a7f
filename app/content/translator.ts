import { createTranslator } from 'use-intl/core';
import type { _Translator } from 'use-intl/core';
import { intlTag, timeZone } from './locale.ts';
import type { Locale } from './locale.ts';
import { getMessages } from './messages.ts';
import type { Catalogue, Namespace } from './messages.ts';

/** Translator of one namespace: `t('title')`, `t('waiting', { count: 3 })`, `t.rich('lead', { link: (words) => <a>…</a> })`. */
export type Text<N extends Namespace> = _Translator<Catalogue[N]>;

const known = new Map<string, unknown>();

/**
 * The translator of a namespace. Dates inside messages are those of the region. A key or an argument that does not exist
 * is a bug and throws. Translators hold no state and are made once.
 */
export function textOf<N extends Namespace>(locale: Locale, namespace: N): Text<N> {
  const key = `${locale}.${namespace}`;
  const before = known.get(key);
  if (before) return before as Text<N>;
  const made = createTranslator({
    locale: intlTag[locale],
    messages: getMessages(locale)[namespace] as Record<string, unknown>,
    timeZone,
    onError(error) {
      throw error;
    },
  }) as unknown as Text<N>;
  known.set(key, made);
  return made;
}
