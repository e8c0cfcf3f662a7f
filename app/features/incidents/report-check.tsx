import { useLabels, useText } from '#app/content/use-text.tsx';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import { CheckYourAnswers } from '#app/ui/answers/check-your-answers.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { ConfirmPage } from '#app/ui/confirm/confirm.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import type { CheckView } from './check-view.ts';

/** Everything that was answered, each with a way to change it, and one button. */
export function ReportCheck({ view, formToken, stepHref, back, discardHref }: { view: CheckView; formToken: string; stepHref: (step: IntakeStep) => string; back: string; discardHref: string }) {
  const t = useText('incidents');
  const common = useText('common');
  const labels = useLabels();
  return (
    <CheckYourAnswers
      steps={<StepLights step={view.steps} steps={view.steps} title={t('check.step')} done />}
      summary={
        view.open.length > 0 ? (
          <ErrorSummary title={common('form.errors', { count: view.open.length })} errors={view.open.map((step) => ({ field: `s-${step}`, text: t('check.missing', { step: labels.intakeSteps[step] }) }))} />
        ) : null
      }
      title={t('check.title')}
      lead={t('check.lead')}
      rows={view.rows.map((row, index) => ({
        key: row.id,
        question: <span id={view.rows.findIndex((one) => one.step === row.step) === index ? `s-${row.step}` : undefined}>{row.question}</span>,
        answer: row.answer ?? <em>{t('form.notAnswered')}</em>,
        change: { href: stepHref(row.step), label: common('action.change') },
      }))}
      next={
        <Callout tone="light" icon="clock">
          <p>{t('check.next')}</p>
        </Callout>
      }
      fields={<input type="hidden" name="formToken" value={formToken} />}
      submit={t('check.submit')}
      back={{ href: back, label: common('action.back') }}
      after={
        <p>
          <a href={discardHref}>{t('check.discard')}</a>
        </p>
      }
    />
  );
}

/** Asks before a draft is thrown away. */
export function DiscardDraft({ formToken, keepHref }: { formToken: string; keepHref: string }) {
  const t = useText('incidents');
  return (
    <ConfirmPage
      title={t('discard.title')}
      consequences={
        <>
          <p>{t('discard.text')}</p>
          <p>{t('discard.unsent')}</p>
        </>
      }
      fields={<input type="hidden" name="formToken" value={formToken} />}
      confirm={t('discard.confirm')}
      cancel={{ href: keepHref, label: t('discard.keep') }}
    />
  );
}
