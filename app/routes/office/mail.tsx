import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { MailPage } from '#app/features/office/mail-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const found = await context.services.office.readOutbox(session.actor);
  if (!found.ok) throw refused(found.refusal);
  const { counts, rows } = found.value;
  const query = new URL(request.url).searchParams;
  const view = { counts, rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
  return page({ title: textOf(localeOf(request), 'office')('mail.title'), view, formToken: session.formToken, done: query.has('ok'), failed: query.has('nein') });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const form = await readForm(request, context);
  const sent = await context.services.office.requeueMail(session.actor, form.text('id'));
  if (!sent.ok && sent.refusal.code !== 'wrong_state') throw refused(sent.refusal);
  return seeOther(`${pathsFor(localeOf(request)).office.mail}?${sent.ok ? 'ok' : 'nein'}=1`);
}

export default function Mail() {
  const { view, formToken, done, failed } = useLoaderData<typeof loader>();
  return <MailPage view={view} formToken={formToken} done={done} failed={failed} hrefs={pathsFor(useLocale()).office} />;
}
