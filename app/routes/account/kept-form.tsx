import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { FormToken } from '#app/features/accounts/gate-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { page, seeOther } from '#app/http/respond.ts';
import { safePath } from '#app/http/safe-redirect.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';

export const handle = { audience: 'account' };

/** A form that waited behind a locked session, ready to be sent as it was typed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, formToken } = await requireSignedIn(request, context);
  const locale = localeOf(request);
  const home = homePath(pathsFor(locale), actor.organisationType);
  const kept = await context.services.accounts.readKeptPost(context.cookie);
  if (!kept.ok) throw seeOther(home);
  return page({ title: textOf(locale, 'accounts')('unlock.keptTitle'), kept: kept.value, home, formToken });
}

/** The form stops waiting and goes on to where it was meant for, with everything in it: 307 keeps method and body. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request, context);
  const form = await readForm(request, context);
  const home = homePath(pathsFor(localeOf(request)), actor.organisationType);
  const taken = await context.services.accounts.takeKeptPost(context.cookie, form.text('keptForm'));
  return taken.ok ? redirect(safePath(taken.value.path, home), 307) : seeOther(home);
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
        <form method="post">
          <input type="hidden" name="keptForm" value={kept.id} />
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
