import { textOf } from '#app/content/translator.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Locale } from '../../ports.ts';

/** Who gave an answer that came out of a file, and when, as far as the file could say so. */
export function originInWords({ answeredAt, answeredBy }: NonNullable<Answer['imported']>, locale: Locale): string {
  const t = textOf(locale, 'exchange');
  if (answeredAt === null) return t('import.noDate');
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(new Date(answeredAt));
  return answeredBy === null ? t('import.onDate', { date }) : t('import.byOn', { name: answeredBy, date });
}
