import type { ReactNode } from 'react';
import { useLabels, useText } from '#app/content/use-text.tsx';
import { falseAlarmReasons, referralTargets, reopeningReasons } from '#app/domain/case/reasons.ts';
import { isMoreSevere, severities } from '#app/domain/triage/kinds.ts';
import { companyRaiseReasons } from '#app/domain/triage/severity-change.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Checkbox, RadioCards } from '#app/ui/choices/choices.tsx';
import { TextArea } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { ActionBar, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import type { CompanyStep } from './company-steps.ts';
import { FormErrors, HiddenFields } from '../form-parts.tsx';
import type { CompanyStepView } from '../view.ts';

type Props = { step: CompanyStep; view: CompanyStepView; formToken: string; form: FormState; caseHref: string };

/** One thing that a company can do with its case: what it means, what is asked, and a way back that changes nothing. */
export function CompanyStepPage({ step, view, formToken, form, caseHref }: Props) {
  const t = useText('cases');
  return (
    <Wrap flow className="stack stack--5">
      <FormErrors form={form} />
      <PageHeader back={{ href: caseHref, label: t('nav.toCase') }} title={t(`steps.${step}.title`)} lead={t(`steps.${step}.lead`)} />
      {isFinal(step) ? <div className="measure"><Callout tone="warn"><p>{t(`steps.${step}.irreversible`)}</p></Callout></div> : null}
      {view.waitsForProvider ? (
        <div className="measure"><Callout><p>{t('steps.declare_false_alarm.needsProvider')}</p></Callout></div>
      ) : (
        <form className="stack stack--5 measure" method="post">
          <HiddenFields formToken={formToken} />
          <StepFields step={step} view={view} form={form} />
          <ActionBar>
            <Button>{t(`steps.${step}.confirm`)}</Button>
            <LinkButton look="quiet" href={caseHref}>{t('steps.cancel')}</LinkButton>
          </ActionBar>
        </form>
      )}
    </Wrap>
  );
}

/** The case is over with it and cannot be opened again. */
function isFinal(step: CompanyStep): step is 'refer_out' | 'declare_false_alarm' | 'withdraw' {
  return step === 'refer_out' || step === 'declare_false_alarm' || step === 'withdraw';
}

function StepFields({ step, view, form }: Pick<Props, 'step' | 'view' | 'form'>): ReactNode {
  const t = useText('cases');
  const common = useText('common');
  const labels = useLabels();
  const reasons = (values: readonly (keyof typeof labels.caseReasons)[]) => values.map((value) => ({ value, label: labels.caseReasons[value] }));
  const sealed = <ReaderNote sealed>{t('messages.sealed')}</ReaderNote>;
  switch (step) {
    case 'change_severity':
      return (
        <>
          <RadioCards {...choiceProps(form, 'severity')} legend={t('steps.change_severity.severity')} options={severities.filter((one) => view.severity !== null && isMoreSevere(one, view.severity)).map((value) => ({ value, label: labels.severities[value] }))} />
          <RadioCards {...choiceProps(form, 'reason')} legend={t('steps.change_severity.reason')} options={companyRaiseReasons.map((value) => ({ value, label: labels.severityReasons[value] }))} />
        </>
      );
    case 'request_help':
      return <Checkbox id="f-consent" name="consent" label={t('steps.request_help.consent')} hint={t('steps.request_help.consentHint')} error={form.errors.consent?.[0]} />;
    case 'answer_query':
      return (
        <>
          {view.question === null ? null : <blockquote className="measure">{view.question}</blockquote>}
          <TextArea {...fieldProps(form, 'text')} label={t('steps.answer_query.field')} rows={4} />
          <ReaderNote>{t('office.readsAlong')}</ReaderNote>
        </>
      );
    case 'refer_out':
      return (
        <>
          <RadioCards {...choiceProps(form, 'target')} legend={t('steps.refer_out.target')} options={reasons(referralTargets)} />
          <TextArea {...fieldProps(form, 'passedOn')} label={t('steps.refer_out.passedOn')} hint={t('steps.refer_out.passedOnHint')} rows={3} />
          {sealed}
        </>
      );
    case 'declare_false_alarm':
      return <RadioCards {...choiceProps(form, 'reason')} legend={t('steps.declare_false_alarm.reason')} options={reasons(falseAlarmReasons)} />;
    case 'withdraw':
      return (
        <>
          <TextArea {...fieldProps(form, 'text')} label={t('steps.withdraw.field')} optional={common('form.optional')} rows={3} />
          {sealed}
        </>
      );
    case 'reopen':
      return (
        <>
          <RadioCards {...choiceProps(form, 'reason')} legend={t('steps.reopen.reason')} options={reasons(reopeningReasons)} />
          <TextArea {...fieldProps(form, 'text')} label={t('steps.reopen.text')} optional={common('form.optional')} rows={3} />
          {sealed}
        </>
      );
    case 'choose_self_help':
      return null;
  }
}
