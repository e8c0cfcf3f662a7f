import { formatOf } from '#app/content/formatter.ts';
import { textOf } from '#app/content/translator.ts';
import type { FieldId } from '#app/domain/triage/fields.ts';
import { maximumOf } from './form.ts';
import type { ErrorKey } from './form.ts';
import type { Locale } from '../ports.ts';

/** The texts at the controls, from the keys of a refusal. */
export function errorTexts(fields: Readonly<Record<string, readonly string[]>>, now: Date, locale: Locale): Record<string, string[]> {
  const t = textOf(locale, 'common');
  return Object.fromEntries(Object.entries(fields).map(([name, keys]) => [name, keys.map((key) => textFor(key as ErrorKey, name))]));

  function textFor(key: ErrorKey, name: string): string {
    switch (key) {
      case 'tooLong':
        return t('validation.tooLong', { max: maximumOf(name as FieldId) });
      case 'dateInFuture':
        return t('validation.dateInFuture', { today: formatOf(locale).date(now) });
      case 'required':
      case 'choose':
      case 'phone':
      case 'date':
      case 'time':
      case 'invalid':
        return t(`validation.${key}`);
    }
  }
}
