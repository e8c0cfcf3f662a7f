import type { ReactNode } from 'react';
import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Gate } from '#app/ui/layout/gate.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  step?: { step: number; steps: number; name: ReactNode };
  /** The form that was refused; its errors stand above everything. */
  form?: FormState | null;
  emergencyHref: string;
  children: ReactNode;
};

/** Every page on the way in: steps, heading, errors, form, and the way out for an emergency. */
export function GatePage({ title, lead, step, form, emergencyHref, children }: Props) {
  const t = useText('accounts');
  const common = useText('common');
  const errors = form ? summaryOf(form) : [];
  return (
    <Gate words={t('gate.words')}>
      <div className="stack stack--3">
        {step ? <StepLights step={step.step} steps={step.steps} title={t('gate.step', { step: step.step, steps: step.steps })} detail={step.name} /> : null}
        <h1>{title}</h1>
        {lead ? <p className="muted">{lead}</p> : null}
      </div>
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      {children}
      <div className="no-print">
        <Callout tone="light" icon="warning">
          <p>{t.rich('gate.emergency', { link: (words) => <a href={emergencyHref}>{words}</a> })}</p>
        </Callout>
      </div>
    </Gate>
  );
}

/** The token that a form carries where the browser does not say where it comes from. */
export function FormToken({ token }: { token: string | undefined }) {
  return token ? <input type="hidden" name="formToken" value={token} /> : null;
}
