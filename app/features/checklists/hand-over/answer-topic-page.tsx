import { useFormat, useLabels, useLocale, useText } from '#app/content/use-text.tsx';
import { allowedPartValues, allowedValues } from '#app/domain/checklist/answers.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { RadioCards, Segment } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { TextArea, TextField } from '#app/ui/field/field.tsx';
import { ReaderNote } from '#app/ui/field/reader-note.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { ActionBar, Stack } from '#app/ui/layout/layout.tsx';
import { partField, questionField } from '../answering/question-field.ts';
import type { SharedTopic } from './topic-content.ts';

export type AnswerTopicView = {
  readonly topic: SharedTopic;
  readonly code: string;
  readonly revision: number;
  readonly expiresAt: string;
  readonly sentAt: string | null;
  /** When the draft was kept just now. */
  readonly keptAt: string | null;
  /** Somebody else has kept another draft with the same link meanwhile. */
  readonly conflict: boolean;
  readonly form: FormState;
};

/** A topic for somebody outside to answer, all of it on one page. Works without script and without an account. */
export function AnswerTopic({ view }: { view: AnswerTopicView }) {
  const t = useText('handOver');
  const common = useText('common');
  const format = useFormat();
  const { topic, form } = view;
  if (view.sentAt !== null) {
    return (
      <Callout tone="ok" title={t('answer.sentTitle')}>
        <p>{t('answer.sentText', { company: topic.company, date: format.dateTime(view.sentAt) })}</p>
      </Callout>
    );
  }
  const errors = summaryOf(form, ['name', 'role']);
  return (
    <Stack gap={5}>
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      {view.keptAt ? <Flash>{t('answer.kept', { moment: format.dateTime(view.keptAt), until: format.dateTime(view.expiresAt) })}</Flash> : null}
      {view.conflict ? <Callout tone="warn">{t('answer.conflict')}</Callout> : null}
      {topic.message ? (
        <Callout title={t('answer.message', { company: topic.company })}>
          <p className="msg__body">{topic.message}</p>
        </Callout>
      ) : null}
      <form method="post" className="stack stack--6" noValidate>
        <input type="hidden" name="code" value={view.code} />
        <input type="hidden" name="revision" value={view.revision} />
        {topic.questions.map((question, index) => (
          <Question key={question.requirement.id} question={question} number={index + 1} total={topic.questions.length} form={form} />
        ))}
        <Stack gap={4} className="measure">
          <TextField {...fieldProps(form, 'name')} label={t('answer.name')} maxLength={120} autoComplete="name" />
          <TextField {...fieldProps(form, 'role')} label={t('answer.role')} optional={common('form.optional')} maxLength={120} autoComplete="organization" />
          <ReaderNote sealed>{t('answer.readers', { company: topic.company })}</ReaderNote>
        </Stack>
        <ActionBar>
          <Button name="intent" value="send" arrow>
            {t('answer.send')}
          </Button>
          <Button look="secondary" name="intent" value="save">
            {t('answer.save')}
          </Button>
        </ActionBar>
      </form>
    </Stack>
  );
}

function Question({ question: { requirement, parts }, number, total, form }: { question: SharedTopic['questions'][number]; number: number; total: number; form: FormState }) {
  const t = useText('handOver');
  const c = useText('checklists');
  const optional = useText('common')('form.optional');
  const labels = useLabels();
  const locale = useLocale();
  const field = (name: string) => questionField(requirement.id, name);
  const mayLeave = requirement.notApplicableAllowed;
  const note = fieldProps(form, field('note'));
  const reason = fieldProps(form, field('reason'));
  return (
    <section className="stack stack--4" aria-labelledby={`q-${requirement.id}`}>
      <div>
        <p className="muted t-2">{t('answer.number', { number, total })}</p>
        <h2 id={`q-${requirement.id}`}>{requirement.question[locale]}</h2>
      </div>
      {parts.length === 0 ? (
        <RadioCards
          {...choiceProps(form, field('value'))}
          legend={requirement.question[locale]}
          legendHidden
          hint={requirement.hint?.[locale]}
          optional={optional}
          options={allowedValues(requirement).map((value) => ({
            value,
            label: labels.answers[value],
            hint: value === 'yes' || value === 'partly' || value === 'no' ? requirement.answerTexts?.[value]?.[locale] : undefined,
          }))}
        />
      ) : (
        parts.map((part) => <Segment key={part.id} {...choiceProps(form, field(partField(part.id)))} legend={part.text[locale]} options={allowedPartValues(requirement).map((value) => ({ value, label: labels.answers[value] }))} />)
      )}
      <div className="measure">
        {mayLeave ? (
          <Disclosure summary={c('question.reason')} open={reason.defaultValue !== '' || reason.error !== undefined}>
            <TextArea {...reason} label={c('question.reason')} hint={c('question.reasonHint')} optional={optional} rows={2} />
          </Disclosure>
        ) : null}
        <Disclosure summary={t('answer.note')} open={note.defaultValue !== '' || note.error !== undefined}>
          <TextArea {...note} label={t('answer.note')} optional={optional} rows={2} />
        </Disclosure>
        <Disclosure summary={c('question.howToFindOut')}>
          <p>{requirement.howToFindOut[locale]}</p>
        </Disclosure>
      </div>
    </section>
  );
}
