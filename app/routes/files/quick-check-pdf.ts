import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { addressPrefix } from '#app/features/accounts/client.ts';
import { attachment, plainPage } from '#app/http/file-response.ts';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { seeOther, statusOf } from '#app/http/respond.ts';
import { viaForm } from './pdf-answers.ts';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  return viaForm(locale, pathsFor(locale).checklists.quick);
}

/** The sheet of a quick check, from the answers that the form carries. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const { quick } = pathsFor(locale).checklists;
  const code = (await readForm(request, context)).text('code');
  const printed = await context.services.dossiers.printQuickCheck(code, locale, addressPrefix(context.client.address));
  if (printed.ok) return attachment({ bytes: printed.value.bytes, type: 'application/pdf', name: printed.value.fileName });
  if (printed.refusal.code === 'not_found') return seeOther(quick);
  const t = textOf(locale, 'checklists');
  const headers = { 'Retry-After': String(printed.refusal.retryAfterSeconds ?? 3600) };
  return plainPage({ locale, status: statusOf(printed.refusal), title: t('quick.pdf'), text: t('quick.tooMany'), link: { href: quick, label: t('quick.all') }, headers });
}
