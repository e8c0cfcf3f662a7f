import { useText } from '#app/content/use-text.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';

/** What every form of a case carries. `intent` names the act where a page has several. */
export function HiddenFields({ formToken, intent, idempotencyKey }: { formToken: string; intent?: string; idempotencyKey?: string }) {
  return (
    <>
      <input type="hidden" name="formToken" value={formToken} />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {idempotencyKey ? <input type="hidden" name="idempotencyKey" value={idempotencyKey} /> : null}
    </>
  );
}

/** The faults of a form that came back, above everything else. */
export function FormErrors({ form }: { form: FormState }) {
  const t = useText('common');
  const errors = summaryOf(form);
  return <ErrorSummary title={t('form.errors', { count: errors.length })} errors={errors} />;
}
