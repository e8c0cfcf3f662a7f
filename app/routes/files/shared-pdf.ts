import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { attachment } from '#app/http/file-response.ts';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { seeOther } from '#app/http/respond.ts';
import { viaForm } from './pdf-answers.ts';

export const handle = { audience: 'link' };

export function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  return viaForm(locale, pathsFor(locale).shared(params['token'] ?? ''));
}

/** Sends a shared document to who shows the code once more; nothing of it is kept between two requests. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const form = await readForm(request, context);
  const opened = await context.services.dossiers.openShareLink(token, form.text('code'));
  if (!opened.ok) return seeOther(pathsFor(localeOf(request)).shared(token));
  return attachment({ bytes: opened.value.bytes, type: 'application/pdf', name: opened.value.fileName });
}
