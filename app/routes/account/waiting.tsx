import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useLocale, useText } from '#app/content/use-text.tsx';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { sheetUseSchema } from '#app/features/accounts/form.ts';
import { FormToken, GatePage } from '#app/features/accounts/gate-page.tsx';
import { CodeField } from '#app/features/accounts/second-factor-set-up.tsx';
import { readForm } from '#app/http/forms.ts';
import { nextStep } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';
import { endedSessionCookie } from '#app/http/session-cookie.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps } from '#app/ui/form/form-state.ts';
import { Secret } from '#app/ui/secret/secret.tsx';

export const handle = { audience: 'signing_in', main: 'gate' };

/** For two people: a new colleague, and somebody whose fresh key waits after a reset. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const paths = pathsFor(localeOf(request));
  const session = await context.session();
  if (session.kind === 'open' && session.actor.confirmed) throw seeOther(homePath(paths, session.actor.organisationType));
  if (session.kind === 'locked') throw seeOther(paths.accounts.unlock);
  if (session.kind === 'none') throw seeOther(paths.accounts.signIn);
  if (session.kind === 'half' && session.next !== 'await_grant') throw seeOther(nextStep(session, request));
  const userId = session.kind === 'half' ? session.userId : session.actor.userId;
  const fingerprint = (await context.services.accounts.ownFingerprint(userId)) ?? '';
  return page({ title: textOf(localeOf(request), 'accounts')('waiting.title'), fingerprint, formToken: session.formToken, afterReset: session.kind === 'half' });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const parsed = sheetUseSchema.safeParse(form.values);
  if (!parsed.success) return page({ form: formWithIssues(locale, form.values, parsed.error) }, { status: 422 });
  const done = await context.services.accounts.useEmergencySheet(context.cookie, parsed.data);
  if (done.ok) return seeOther(`${pathsFor(locale).accounts.signIn}?stand=freigeschaltet`, { headers: { 'Set-Cookie': endedSessionCookie(context.site) } });
  const state = formWithRefusal(locale, form.values, done.refusal, { field: 'sheetCode', wrong: 'sheet_codeWrong' });
  if (!state) throw refused(done.refusal);
  return formAgain({ form: state }, done.refusal);
}

export default function Waiting() {
  const { fingerprint, formToken, afterReset } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const t = useText('accounts');
  const paths = pathsFor(useLocale());
  return (
    <GatePage title={t('waiting.title')} lead={t('waiting.lead')} form={form} emergencyHref={paths.emergency.start}>
      <p>{t('waiting.how')}</p>
      <Secret label={t('waiting.fingerprint')} groups={fingerprint.split(' ')} />
      {afterReset ? <p className="muted">{t('waiting.signInAgain')}</p> : null}
      <p className="row row--tight">
        <LinkButton look="secondary" href={paths.accounts.registerStep('freischaltung')}>
          {t('waiting.reload')}
        </LinkButton>
        <LinkButton look="quiet" href={paths.accounts.signOut}>
          {t('signOut.submit')}
        </LinkButton>
      </p>
      {afterReset ? (
        <form className="stack stack--4" method="post" noValidate aria-labelledby="sheet">
          <h2 id="sheet" className="t-4">{t('waiting.sheetTitle')}</h2>
          <p>{t('waiting.sheetLead')}</p>
          <FormToken token={formToken} />
          <TextField {...fieldProps(form ?? emptyForm(), 'sheetCode')} label={t('waiting.sheetCode')} autoComplete="off" spellCheck={false} />
          <CodeField form={form ?? emptyForm()} label={t('factor.code')} hint={t('factor.codeHint')} />
          <p>
            <Button look="secondary" block>{t('waiting.sheetSubmit')}</Button>
          </p>
        </form>
      ) : null}
    </GatePage>
  );
}
