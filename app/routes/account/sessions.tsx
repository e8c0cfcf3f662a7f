import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { SessionList } from '#app/features/accounts/session-list.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'account' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireSignedIn(request, context);
  const account = await context.services.accounts.readAccount(actor);
  if (!account.ok) throw refused(account.refusal);
  const ended = new URL(request.url).searchParams.has('beendet');
  return page({ title: textOf(localeOf(request), 'accounts')('sessions.title'), sessions: account.value.sessions, ended, formToken });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const form = await readForm(request, context);
  const paths = pathsFor(localeOf(request));
  const done = await context.services.accounts.endSession(actor, form.text('session'));
  if (!done.ok) throw refused(done.refusal);
  return seeOther(`${paths.accounts.sessions}?beendet`);
}

export default function Sessions() {
  const { sessions, ended, formToken } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('sessions.title')} lead={t('sessions.lead')} back={{ href: paths.accounts.account, label: t('account.back') }} />
        {ended ? <Flash>{t('sessions.ended')}</Flash> : null}
        <SessionList sessions={sessions} formToken={formToken} />
      </Stack>
    </Wrap>
  );
}
