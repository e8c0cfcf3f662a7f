import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { FormToken, GatePage } from '#app/features/accounts/gate-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { endedSessionCookie } from '#app/http/session-cookie.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await context.session();
  if (session.kind === 'none') throw seeOther(pathsFor(localeOf(request)).accounts.signIn);
  return page({ title: textOf(localeOf(request), 'accounts')('signOut.title'), formToken: session.formToken });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await readForm(request, context);
  await context.services.accounts.signOut(context.cookie);
  const headers = { 'Set-Cookie': endedSessionCookie(context.site), 'Clear-Site-Data': '"cache", "storage"' };
  return seeOther(`${pathsFor(localeOf(request)).accounts.signIn}?stand=abgemeldet`, { headers });
}

export default function SignOut() {
  const { formToken } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('signOut.title')} lead={t('signOut.lead')} emergencyHref={paths.emergency.start}>
      <form method="post" className="actionbar">
        <FormToken token={formToken} />
        <Button>{t('signOut.submit')}</Button>
        <LinkButton look="quiet" href={paths.accounts.account}>{t('signOut.stay')}</LinkButton>
      </form>
    </GatePage>
  );
}
