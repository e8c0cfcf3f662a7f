import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { Locale } from '#app/features/ports.ts';
import { plainPage } from '#app/http/file-response.ts';
import { seeOther, statusOf } from '#app/http/respond.ts';

/** A PDF's address opened as a page: documents are issued by a form, because issuing one leaves a trace. */
export function viaForm(locale: Locale, href: string): Response {
  const t = textOf(locale, 'dossiers');
  const link = { href, label: t('pages.file.toPage') };
  return plainPage({ locale, status: 405, title: t('pages.file.viaFormTitle'), text: t('pages.file.viaForm'), link, headers: { Allow: 'POST' } });
}

/** A refused PDF leads back to the page of its form, which says why; what is not there has no such page. */
export function refusedPdf(refusal: Refusal, locale: Locale, formPage: string, elsewhere: string): Response {
  if (refusal.code !== 'not_found' && refusal.code !== 'not_allowed') return seeOther(`${formPage}?hinweis=${refusal.code}`);
  const label = textOf(locale, 'dossiers')('pages.file.toPage');
  const title = textOf(locale, 'common')('errorPage.notFoundTitle');
  return plainPage({ locale, status: statusOf(refusal), title, text: getMessages(locale).refusals[refusal.code], link: { href: elsewhere, label } });
}
