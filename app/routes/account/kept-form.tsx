import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { FormToken } from '#app/features/accounts/gate-page.tsx';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { homePath } from '#app/http/sign-in-steps.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';

export const handle = { audience: 'account' };

/** A form that waited behind a locked session, ready to be sent as it was typed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const home = homePath(pathsFor(locale), actor.organisationType);
  const kept = await context.services.accounts.takeKeptPost(context.cookie);
  if (!kept.ok) throw seeOther(home);
  return page({ title: textOf(locale, 'accounts')('unlock.keptTitle'), kept: kept.value, home, formToken });
}

export default function KeptForm() {
  const { kept, home, formToken } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const format = useFormat();
  return (
    <Wrap flow>
      <Stack gap={5}>
        <h1>{t('unlock.keptTitle')}</h1>
        <p className="measure">{t('unlock.keptText', { moment: format.dateTime(kept.at) })}</p>
        <form method="post" action={kept.path}>
          {kept.fields.map(([name, value], index) => (
            <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
          ))}
          <FormToken token={formToken} />
          <div className="actionbar">
            <Button>{t('unlock.keptSubmit')}</Button>
            <LinkButton look="quiet" href={home}>{t('unlock.keptDiscard')}</LinkButton>
          </div>
        </form>
      </Stack>
    </Wrap>
  );
}
