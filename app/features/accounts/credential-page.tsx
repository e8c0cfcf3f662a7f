import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

/** A page of the account that changes one credential. */
export function CredentialPage({ title, lead, back, backLabel, form, children }: { title: string; lead: string; back: string; backLabel?: string; form: FormState | undefined; children: ReactNode }) {
  const t = useText('accounts');
  const common = useText('common');
  const errors = form ? summaryOf(form) : [];
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={title} lead={lead} back={{ href: back, label: backLabel ?? t('account.back') }} />
        <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
        <div className="credential stack stack--5">{children}</div>
      </Stack>
    </Wrap>
  );
}
