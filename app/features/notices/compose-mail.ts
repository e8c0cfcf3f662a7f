import { formatOf } from '#app/content/formatter.ts';
import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { Locale } from '../ports.ts';

type Recipient = { readonly locale: Locale; readonly name: string | null };
type Facts = { readonly kind: NoticeKind; readonly data: Readonly<Record<string, string>>; readonly secretPath: string | null; readonly device?: string | null };

/** Subject and plain text of a mail: what is waiting, until when, where. Never what the case is about. */
export function composeMail(notice: Facts, recipient: Recipient, baseUrl: string): { subject: string; text: string } {
  const t = textOf(recipient.locale, 'notices');
  const format = formatOf(recipient.locale);
  const { subject, text } = getMessages(recipient.locale).notices.kinds[notice.kind];
  const until = notice.data.until ? t('until', { moment: format.dayTime(notice.data.until) }) : null;
  const reference = notice.data.reference ? t('reference', { reference: notice.data.reference }) : null;
  const at = notice.data.at ? t('at', { moment: format.dayTime(notice.data.at) }) : null;
  const device = notice.device ? t('device', { device: notice.device }) : null;
  const path = notice.secretPath ?? notice.data.path ?? null;
  const lines = [
    recipient.name ? t('greetingNamed', { name: recipient.name }) : t('greeting'),
    text,
    [reference, until, at, device].filter((line) => line !== null).join('\n'),
    path ? `${baseUrl}${localised(path, recipient.locale)}` : '',
    t('closing'),
  ];
  return { subject, text: `${lines.filter((line) => line !== '').join('\n\n')}\n` };
}

/** Stored paths are German; English lies below /en. */
function localised(path: string, locale: Locale): string {
  return locale === 'en' && !path.startsWith('/en/') ? `/en${path}` : path;
}
