import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { CarriedFields, CarriedNote, CarriedWords } from '#app/features/accounts/carried-form.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { codeSchema } from '#app/features/accounts/form.ts';
import { FormToken, GatePage } from '#app/features/accounts/gate-page.tsx';
import { CodeField } from '#app/features/accounts/second-factor-set-up.tsx';
import { brings, carriedForm, longestCarryingForm } from '#app/http/carried-form.ts';
import { readForm } from '#app/http/forms.ts';
import { requireStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn, wantedPath, withWanted } from '#app/http/sign-in-steps.ts';
import { Button } from '#app/ui/button/button.tsx';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken, email } = await requireStep(request, context, 'second_factor');
  return page({ title: textOf(localeOf(request), 'accounts')('code.title'), formToken, email, postTo: withWanted(pathsFor(localeOf(request)).accounts.code, wantedPath(request)) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireStep(request, context, 'second_factor');
  const locale = localeOf(request);
  const form = await readForm(request, context, { longest: longestCarryingForm });
  const carried = carriedForm(request, form);
  if (brings(request)) return page({ form: null, carried });
  const parsed = codeSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), carried }, { status: 422 });
  const done = await context.services.accounts.verifySecondFactor(context.cookie, parsed.data.code, context.client);
  if (done.ok) return goOn(request, context, done.value, { carried });
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'code', wrong: 'codeWrong' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state, carried }, done.refusal);
}

export default function SignInCode() {
  const { formToken, email, postTo } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const form = acted?.form;
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  const lead = (
    <>
      {t('gate.signedInAs', { email })} <a href={paths.accounts.signOut}>{t('gate.notYou')}</a>
    </>
  );
  return (
    <GatePage title={t('code.title')} lead={lead} step={{ step: 2, steps: 2, name: t('code.stepName') }} form={form} emergencyHref={paths.emergency.start}>
      {acted?.carried ? <CarriedNote text={t('carried.code')} /> : null}
      <form className="stack stack--4" method="post" action={acted?.carried ? paths.accounts.code : postTo} noValidate>
        <FormToken token={formToken} />
        <CarriedFields form={acted?.carried ?? null} />
        <CodeField form={form ?? emptyForm()} label={t('code.label')} hint={t('code.hint')} />
        <p>
          <Button block>{t('code.submit')}</Button>
        </p>
      </form>
      <CarriedWords form={acted?.carried ?? null} />
      <p className="t-2">
        <a href={paths.accounts.recover}>{t('code.lost')}</a>
      </p>
    </GatePage>
  );
}
