import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { CheckboxList, RadioCards } from '#app/ui/choices/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import { QuestionPage } from '#app/ui/layout/question-page.tsx';
import { maximumLength } from './form.ts';
import type { CloseView } from './measure-view.ts';

/** Finishing a measure asks how the control's answer stands now; nothing is changed unasked. */
export function CloseMeasurePage({ view, formToken, back }: { view: CloseView; formToken: string; back: string }) {
  const t = useText('measures');
  const common = useText('common');
  const optional = common('form.optional');
  const { form } = view;
  const errors = summaryOf(form, ['value', 'since', 'basis', 'note', 'into', 'hours']);
  return (
    <QuestionPage
      steps={<p className="eyebrow">{view.title}</p>}
      summary={
        <>
          <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
          {view.conflict ? (
            <div role="alert">
              <Callout tone="warn" title={t('conflict.title')}>
                <p>{view.conflict}</p>
              </Callout>
            </div>
          ) : null}
        </>
      }
      hidden={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="revision" value={view.revision} />
        </>
      }
      submit={t('close.submit')}
      back={{ href: back, label: common('action.back') }}
    >
      <RadioCards {...choiceProps(form, 'value')} legend={t('close.question')} legendIsHeading hint={t('close.asked', { question: view.question })} options={view.values} />
      <div className="unless-kept measure stack stack--4">
        <TextField {...fieldProps(form, 'since')} type="date" label={t('close.since')} width="short" max={view.today} />
        <SelectField {...fieldProps(form, 'basis')} label={t('close.basis')} empty={t('close.basisNeeded')} options={view.bases} />
        <TextArea {...fieldProps(form, 'note')} label={t('close.note')} hint={t('one.noteHint')} rows={2} maxLength={maximumLength.note} optional={optional} />
      </div>
      <div className="measure">
        <TextField {...fieldProps(form, 'hours')} label={t('close.hours')} hint={t('one.hoursHint')} inputMode="decimal" width="short" optional={optional} />
      </div>
      {view.runs.length > 0 ? (
        <div className="unless-kept">
          <CheckboxList {...choiceProps(form, 'into')} legend={t('close.into')} hint={t('close.frozen')} options={view.runs} />
        </div>
      ) : (
        <p className="unless-kept muted measure">
          {t('close.noRun')} {t('close.frozen')}
        </p>
      )}
    </QuestionPage>
  );
}
