import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { CarriedFields, CarriedNote, CarriedWords, LostNote } from '#app/features/accounts/carried-form.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { signInSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { brings, carriedForm, longestCarryingForm } from '#app/http/carried-form.ts';
import { readPublicForm } from '#app/http/forms.ts';
import { isLost } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn, wantedPath, withWanted } from '#app/http/sign-in-steps.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

const notes = { bestaetigt: 'confirmMail.done', freigeschaltet: 'signIn.resetDone', abgemeldet: 'signIn.signedOut' } as const;

export function loader({ request }: LoaderFunctionArgs) {
  const stand = new URL(request.url).searchParams.get('stand') ?? '';
  return page({ title: textOf(localeOf(request), 'accounts')('signIn.title'), isFormLost: isLost(request), note: stand in notes ? notes[stand as keyof typeof notes] : null, postTo: withWanted(pathsFor(localeOf(request)).accounts.signIn, wantedPath(request)) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await readPublicForm(request, { longest: longestCarryingForm });
  const carried = carriedForm(request, form);
  if (brings(request)) return page({ form: null, mailed: false, carried });
  const parsed = signInSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), mailed: false, carried }, { status: 422 });
  const done = await context.services.accounts.signIn(parsed.data.email, parsed.data.password, context.client);
  if (done.ok && done.value.cookie === null) return page({ form: null, mailed: true, carried });
  if (done.ok && done.value.next !== 'confirm_mail') return goOn(request, context, done.value, { carried });
  if (done.ok) throw refused({ code: 'wrong_state' });
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'password', wrong: 'credentials' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state, mailed: false, carried }, done.refusal);
}

export default function SignIn() {
  const { note, postTo, isFormLost } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  const form = acted?.form ?? emptyForm();
  return (
    <GatePage title={t('signIn.title')} lead={t('signIn.lead')} step={{ step: 1, steps: 2, name: t('password.part') }} form={acted?.form} emergencyHref={paths.emergency.start}>
      {note && !acted ? <Flash>{t(note)}</Flash> : null}
      {isFormLost && !acted ? <LostNote /> : null}
      {acted?.mailed ? <Flash>{t('confirmMail.again')}</Flash> : null}
      {acted?.carried ? <CarriedNote text={t('carried.signIn')} /> : null}
      <form className="stack stack--4" method="post" action={acted?.carried ? paths.accounts.signIn : postTo} noValidate>
        <CarriedFields form={acted?.carried ?? null} />
        <TextField {...fieldProps(form, 'email')} label={t('register.email')} type="email" autoComplete="username" spellCheck={false} />
        <TextField {...fieldProps(form, 'password')} label={t('password.enter')} type="password" autoComplete="current-password" />
        <p>
          <Button block>{t('signIn.submit')}</Button>
        </p>
      </form>
      <CarriedWords form={acted?.carried ?? null} />
      <p className="t-2">
        <a href={paths.accounts.recover}>{t('signIn.forgot')}</a>
      </p>
      <p className="t-2">{t.rich('gate.noAccount', { link: (words) => <a href={paths.accounts.register}>{words}</a> })}</p>
    </GatePage>
  );
}
