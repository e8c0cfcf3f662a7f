import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { TextField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { QrCode, Secret } from '#app/ui/secret/secret.tsx';
import { FormToken } from './gate-page.tsx';

type Props = { form: FormState; factor: { secret: string; typedKey: string; qrRows: readonly string[] }; formToken: string };

/** Scan or type, then show that it worked. */
export function SecondFactorSetUp({ form, factor, formToken }: Props) {
  const t = useText('accounts');
  return (
    <form className="stack stack--5" method="post" noValidate>
      <FormToken token={formToken} />
      <input type="hidden" name="secret" value={factor.secret} />
      <p>{t('factor.install')}</p>
      <div className="stack stack--3">
        <p>{t('factor.scan')}</p>
        <QrCode title={t('factor.qr')} rows={factor.qrRows} />
      </div>
      <Secret label={t('factor.typedKey')} groups={factor.typedKey.split(' ')} />
      <CodeField form={form} label={t('factor.code')} hint={t('factor.codeHint')} />
      <p>
        <Button block>{t('factor.submit')}</Button>
      </p>
    </form>
  );
}

/** Six digits of the authenticator app. */
export function CodeField({ form, label, hint }: { form: FormState; label: string; hint: string }) {
  return <TextField {...fieldProps(form, 'code')} label={label} hint={hint} width="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} />;
}
