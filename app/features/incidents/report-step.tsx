import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Stack } from '#app/ui/layout/layout.tsx';
import { QuestionPage } from '#app/ui/layout/question-page.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { ReportField } from './report-field.tsx';
import type { FieldGroup } from './step-pages.ts';
import type { StepView } from './step-view.ts';

type Props = {
  view: StepView;
  form: FormState;
  formToken: string;
  consentTextVersion: string;
  links: { back: string | null; later: string };
  /** Set when one answer is being changed from the page of answers. */
  backToCheck: boolean;
};

/** One page of questions of a report. */
export function ReportStep({ view, form, formToken, consentTextVersion, links, backToCheck }: Props) {
  const t = useText('incidents');
  const common = useText('common');
  const format = useFormat();
  const labels = useLabels();
  const errors = summaryOf(form, view.fields.flatMap(({ id }) => [id, `${id}Date`, `${id}Time`]));
  const words = wordsOf(view);
  const fieldsIn = (group: FieldGroup) => view.fields.filter((field) => field.group === group);
  const faulty = (group: FieldGroup) => fieldsIn(group).some(({ id }) => [id, `${id}Date`, `${id}Time`].some((name) => form.errors[name] !== undefined));
  const draw = (group: FieldGroup) => fieldsIn(group).map((field) => <ReportField key={field.id} field={field} form={form} today={view.today} />);
  const folded = (['more', 'panel', 'wishes'] as const).filter((group) => fieldsIn(group).length > 0);
  return (
    <QuestionPage
      steps={<StepLights step={view.position.number} steps={view.position.of} title={common('form.step', { step: view.position.number, steps: view.position.of })} detail={labels.intakeSteps[view.step]} />}
      summary={errors.length > 0 ? <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} /> : null}
      submit={common('action.next')}
      back={links.back ? { href: links.back, label: common('action.back') } : undefined}
      later={{ href: links.later, label: t('form.later') }}
      hidden={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          {backToCheck ? <input type="hidden" name="zurueck" value="pruefen" /> : null}
        </>
      }
      aside={
        <>
          <Callout tone="light" icon="clock" title={t('form.whyTitle')}>
            <p>{words.why}</p>
          </Callout>
          <Panel id="leser" title={t('form.readersTitle')} tight level={2}>
            {view.classes.map((one) => (
              <div key={one}>
                <p className="t-2">
                  <strong>{labels.fieldClasses[one]}</strong>
                </p>
                <ReaderNote sealed={one === 'sealed'}>{common(one === 'sealed' ? 'classes.sealed' : one === 'triage_fact' ? 'classes.triageFact' : 'classes.accountData')}</ReaderNote>
              </div>
            ))}
            <p className="t-2 muted">{t('form.saved', { time: format.time(view.savedAt) })}</p>
            {view.step === 'consent' ? <p className="t-2 muted">{t('form.consentVersion', { version: consentTextVersion })}</p> : null}
          </Panel>
        </>
      }
      asideLabel={t('form.whyTitle')}
    >
      <Stack gap={3}>
        <h1>{words.title}</h1>
        <p className="muted measure">{words.hint}</p>
      </Stack>
      {draw('first')}
      {folded.length > 0 ? (
        <div>
          {folded.map((group) => (
            <Disclosure key={group} summary={t(`form.${group}`)} open={faulty(group)}>
              <Stack gap={5}>{draw(group)}</Stack>
            </Disclosure>
          ))}
        </div>
      ) : null}
    </QuestionPage>
  );

  function wordsOf({ step, kind }: StepView) {
    const key = kind === 'advice' && isAskedOtherwise(step) ? (`adviceSteps.${step}` as const) : (`steps.${step}` as const);
    return { title: t(`${key}.title`), hint: t(`${key}.hint`), why: t(`${key}.why`) };
  }
}

const askedOtherwise = ['what_happened', 'when_and_where', 'own_words', 'contact'] as const;

/** Steps that ask for advice in other words than for an incident. */
function isAskedOtherwise(step: StepView['step']): step is (typeof askedOtherwise)[number] {
  return askedOtherwise.some((one) => one === step);
}
