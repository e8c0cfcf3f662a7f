import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { unlockSchema } from '#app/features/accounts/form.ts';
import { LostNote } from '#app/features/accounts/carried-form.tsx';
import { FormToken, GatePage } from '#app/features/accounts/gate-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { isLost, nextStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';
import { goOn, wantedPath } from '#app/http/sign-in-steps.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const paths = pathsFor(localeOf(request));
  const session = await context.session();
  if (session.kind === 'open') throw seeOther(wantedPath(request) || homePath(paths, session.actor.organisationType));
  if (session.kind === 'half') throw seeOther(nextStep(session, request));
  if (session.kind === 'none') throw seeOther(paths.accounts.signIn);
  const waits = new URL(request.url).searchParams.get('formular') === 'wartet';
  return page({ title: textOf(localeOf(request), 'accounts')('unlock.title'), formToken: session.formToken, waits, isFormLost: isLost(request) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const form = await readForm(request, context);
  const parsed = unlockSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error) }, { status: 422 });
  const done = await context.services.accounts.unlock(context.cookie, parsed.data.password);
  if (done.ok) return goOn(request, context, done.value, { wanted: form.text('waits') === 'yes' ? paths.accounts.keptForm : wantedPath(request) });
  if (done.refusal.code === 'not_signed_in' || done.refusal.code === 'wrong_state') return seeOther(paths.accounts.signIn);
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'password', wrong: 'passwordWrong' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state }, done.refusal);
}

export default function Unlock() {
  const { formToken, waits, isFormLost } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('unlock.title')} lead={t('unlock.lead')} form={form} emergencyHref={paths.emergency.start}>
      {isFormLost ? <LostNote /> : null}
      {waits ? <Flash>{t('unlock.kept')}</Flash> : null}
      <form className="stack stack--4" method="post" noValidate>
        <FormToken token={formToken} />
        {waits ? <input type="hidden" name="waits" value="yes" /> : null}
        <TextField {...fieldProps(form ?? emptyForm(), 'password')} label={t('password.enter')} type="password" autoComplete="current-password" />
        <p>
          <Button block>{t('unlock.submit')}</Button>
        </p>
      </form>
      <p className="t-2">
        <a href={paths.accounts.signOut}>{t('signOut.submit')}</a>
      </p>
    </GatePage>
  );
}
