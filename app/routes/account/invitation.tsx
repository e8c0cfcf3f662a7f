import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLabels, useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { invitationSchema } from '#app/features/accounts/form.ts';
import { GatePage } from '#app/features/accounts/gate-page.tsx';
import { NewPasswordFields } from '#app/features/accounts/new-password-fields.tsx';
import { readPublicForm } from '#app/http/forms.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused } from '#app/http/respond.ts';
import { goOn } from '#app/http/sign-in-steps.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';

export const handle = { audience: 'signing_in', main: 'gate' };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { accounts } = context.services;
  const invitation = await accounts.readInvitation(params.token ?? '');
  if (!invitation.ok) throw refused(invitation.refusal);
  const title = textOf(localeOf(request), 'accounts')('invitation.title', { organisation: invitation.value.organisationName });
  return page({ title, invitation: invitation.value, suggestion: accounts.suggestPassphrase() });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await readPublicForm(request);
  const parsed = invitationSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error), suggestion: form.text('suggested') }, { status: 422 });
  const done = await context.services.accounts.acceptInvitation(params.token ?? '', { ...parsed.data, locale }, context.client);
  if (done.ok) return goOn(request, context, done.value);
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'password', wrong: 'password_guessable' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state, suggestion: form.text('suggested') }, done.refusal);
}

export default function Invitation() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const t = useText('accounts');
  const roles = useLabels().roles;
  const paths = pathsFor(useLocale());
  const { invitation } = loaded;
  const form = acted?.form ?? emptyForm({ name: invitation.name });
  return (
    <GatePage title={t('invitation.title', { organisation: invitation.organisationName })} lead={t('invitation.lead', { role: roles[invitation.role], email: invitation.email })} form={acted?.form} emergencyHref={paths.emergency.start}>
      {invitation.hasAccount ? (
        <Callout tone="warn">
          <p>{t('invitation.hasAccount')}</p>
        </Callout>
      ) : (
        <form className="stack stack--5" method="post" noValidate>
          <TextField {...fieldProps(form, 'name')} label={t('register.name')} autoComplete="name" />
          <NewPasswordFields form={form} suggestion={acted?.suggestion || loaded.suggestion} />
          <p>
            <Button block>{t('invitation.submit')}</Button>
          </p>
        </form>
      )}
    </GatePage>
  );
}
