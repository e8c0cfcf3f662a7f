import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { readPublicForm } from '#app/http/forms.ts';
import { nextStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';
import { Button } from '#app/ui/button/button.tsx';

export const handle = { audience: 'signing_in', main: 'gate' };

/** Following the link changes nothing: programs open links in mails too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  if (!(await context.services.accounts.isConfirmationOpen(params.token ?? ''))) throw refused({ code: 'link_expired' });
  return page({ title: textOf(localeOf(request), 'accounts')('confirmMail.title') });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  await readPublicForm(request);
  const done = await context.services.accounts.confirmMail(params.token ?? '');
  if (!done.ok) throw refused(done.refusal);
  const session = await context.services.accounts.resumeSession(context.cookie);
  if (session.kind === 'half') return seeOther(nextStep(session, request));
  return seeOther(`${pathsFor(localeOf(request)).accounts.signIn}?stand=bestaetigt`);
}

export default function ConfirmMail() {
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('confirmMail.title')} lead={t('confirmMail.text')} step={{ step: 2, steps: 4, name: t('register.email') }} emergencyHref={paths.emergency.start}>
      <form method="post">
        <Button block>{t('confirmMail.submit')}</Button>
      </form>
    </GatePage>
  );
}
