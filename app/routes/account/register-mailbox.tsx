import type { LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page } from '#app/http/respond.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export function loader({ request }: LoaderFunctionArgs) {
  return page({ title: textOf(localeOf(request), 'accounts')('register.sentTitle') });
}

/** The same page for a new address and for a known one. */
export default function RegisterMailbox() {
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('register.sentTitle')} step={{ step: 2, steps: 4, name: t('register.email') }} emergencyHref={paths.emergency.start}>
      <p>{t('register.sent')}</p>
      <p className="muted">{t('register.sentNothing')}</p>
      <p>
        <a href={paths.accounts.signIn}>{t('signIn.title')}</a>
      </p>
    </GatePage>
  );
}
