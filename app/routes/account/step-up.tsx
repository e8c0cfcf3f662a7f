import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { codeSchema } from '#app/features/accounts/form.ts';
import { FormToken, GatePage } from '#app/features/accounts/gate-page.tsx';
import { CodeField } from '#app/features/accounts/second-factor-set-up.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireSignedIn } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { cameFrom, goOn } from '#app/http/sign-in-steps.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { emptyForm } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'account', main: 'gate' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { formToken, actor } = await requireSignedIn(request, context);
  return page({ title: textOf(localeOf(request), 'accounts')('stepUp.title'), formToken, back: cameFrom(request) || homePath(pathsFor(localeOf(request)), actor.organisationType) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireSignedIn(request, context);
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = codeSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error) }, { status: 422 });
  const done = await context.services.accounts.stepUp(context.cookie, parsed.data.code);
  if (done.ok) return goOn(request, context, done.value);
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'code', wrong: 'codeWrong' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state }, done.refusal);
}

export default function StepUp() {
  const { formToken, back } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('stepUp.title')} lead={t('stepUp.lead')} form={form} emergencyHref={paths.emergency.start}>
      <form className="stack stack--4" method="post" noValidate>
        <FormToken token={formToken} />
        <CodeField form={form ?? emptyForm()} label={t('code.label')} hint={t('code.hint')} />
        <p>
          <Button block>{t('stepUp.submit')}</Button>
        </p>
      </form>
      <p>
        <LinkButton look="quiet" href={back}>{t('stepUp.back')}</LinkButton>
      </p>
    </GatePage>
  );
}
