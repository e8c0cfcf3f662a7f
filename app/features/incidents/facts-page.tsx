import { useLabels, useText } from '#app/content/use-text.tsx';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Icon } from '#app/ui/icon/icon.tsx';
import { ActionBar, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import { ReportField } from './report-field.tsx';
import type { StepView } from './step-view.ts';

/** Which facts are no longer right. */
export function FactsChoice({ steps, stepHref, caseHref }: { steps: readonly IntakeStep[]; stepHref: (step: IntakeStep) => string; caseHref: string }) {
  const t = useText('cases');
  const labels = useLabels();
  return (
    <Wrap flow className="stack stack--5">
      <PageHeader back={{ href: caseHref, label: t('nav.toCase') }} title={t('facts.title')} lead={t('facts.lead')} />
      <Section id="choose" title={t('facts.choose')}>
        <ul className="rows rows--links measure">
          {steps.map((step) => <li key={step}><a href={stepHref(step)}>{labels.intakeSteps[step]}<Icon name="arrow" /></a></li>)}
        </ul>
      </Section>
    </Wrap>
  );
}

type Props = { view: StepView; form: FormState; formToken: string; backHref: string };

/** The facts of one page of the report, as they stand. */
export function FactsPage({ view, form, formToken, backHref }: Props) {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const errors = summaryOf(form, view.fields.flatMap(({ id }) => [id, `${id}Date`, `${id}Time`]));
  return (
    <Wrap flow className="stack stack--5">
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      <PageHeader back={{ href: backHref, label: t('facts.title') }} title={labels.intakeSteps[view.step]} lead={t('facts.lead')} />
      <form className="stack stack--5 measure" method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <ReaderNote>{common('classes.triageFact')}</ReaderNote>
        {view.fields.map((field) => (
          <Stack key={field.id} gap={2}>
            <ReportField field={field} form={form} today={view.today} noted={false} />
            {field.fieldClass === 'account_data' ? <ReaderNote>{common('classes.accountData')}</ReaderNote> : null}
          </Stack>
        ))}
        <ActionBar>
          <Button>{t('facts.save')}</Button>
          <LinkButton look="quiet" href={backHref}>{t('steps.cancel')}</LinkButton>
        </ActionBar>
      </form>
    </Wrap>
  );
}
