import { useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Segment } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { SelectField, TextArea } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps } from '#app/ui/form/form-state.ts';
import { AutosaveLine } from './autosave-line.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { Explained } from '../catalogue/explained.tsx';
import { keepField, questionAnchor, questionField } from './question-field.ts';
import { StateLine } from './state-line.tsx';
import type { TopicQuestion } from './topic-view.ts';

/** The fields of one question among those of its topic. */
export function TopicQuestionFields({ question, total }: { question: TopicQuestion; total: number }) {
  const t = useText('checklists');
  const { id, form } = question;
  return (
    <div className="stack stack--3 measure one-question" id={questionAnchor(id)} tabIndex={-1} data-autosave="">
      <input type="hidden" name={questionField(id, 'revision')} value={question.revision} />
      {question.seen === null ? null : <input type="hidden" name={questionField(id, 'seen')} value={question.seen} />}
      <p className="muted t-2 row row--tight">
        {t('question.step', { number: question.number, total })}
        {question.isNew ? <Badge tone="light">{t('topic.new')}</Badge> : null}
        {question.must ? <Badge tone="info">{t('question.must')}</Badge> : null}
      </p>
      {question.conflict ? (
        <ConflictNote conflict={question.conflict} explanation={t(question.conflict.answer === null ? 'topic.conflictKeepTyped' : 'topic.conflictKeep')}>
          <Button look="secondary" small name={keepField} value={id}>
            {t(question.conflict.answer === null ? 'conflict.leaveTyped' : 'conflict.leave')}
          </Button>
        </ConflictNote>
      ) : null}
      <Answers question={question} />
      {question.mayLeave ? (
        <div className="when-not-applicable">
          <TextArea {...fieldProps(form, questionField(id, 'reason'))} label={t('question.reason')} hint={t('question.reasonHint')} rows={2} />
        </div>
      ) : null}
      <More question={question} />
      {question.conflict ? null : (
        <AutosaveLine address={question.autosave} prefix={questionField(id, '')}>
          <StateLine stored={question.stored} unfinished={question.unfinished} />
        </AutosaveLine>
      )}
    </div>
  );
}

function Answers({ question }: { question: TopicQuestion }) {
  const { id, form, parts, options } = question;
  const t = useText('checklists');
  const own = options.filter(({ value, hint }) => hint !== null && (value === 'yes' || value === 'partly' || value === 'no'));
  const hint = [question.hint, ...own.map((option) => t('topic.answerMeans', { answer: option.label, meaning: option.hint ?? '' }))].filter((text) => text !== null).join(' ');
  if (parts.length === 0) {
    return <Segment {...choiceProps(form, questionField(id, 'value'))} legend={<Explained text={question.question} />} hint={hint ? <Explained text={hint} /> : undefined} options={options.map(({ value, label }) => ({ value, label }))} />;
  }
  return (
    <fieldset className="stack stack--3" id={`f-${id}-value`} tabIndex={-1}>
      <legend className="field__label">
        <Explained text={question.question} />
      </legend>
      {question.hint ? <p className="field__hint"><Explained text={question.hint} /></p> : null}
      {parts.map((part) => (
        <Segment key={part.field} {...choiceProps(form, part.field)} legend={part.text} options={part.options} />
      ))}
    </fieldset>
  );
}

/** Help, how one knows, and the note: closed until something stands in it. */
function More({ question }: { question: TopicQuestion }) {
  const t = useText('checklists');
  const common = useText('common');
  const { id, form, help } = question;
  const note = fieldProps(form, questionField(id, 'note'));
  const basis = fieldProps(form, questionField(id, 'basis'));
  const isOpen = note.error !== undefined || basis.error !== undefined;
  return (
    <Disclosure bare open={isOpen} summary={note.defaultValue === '' ? t('topic.more') : t('topic.moreWithNote')}>
      <p>
        <Explained text={help.why} />
      </p>
      <p>
        <strong>{t('question.howToFindOut')}.</strong> <Explained text={help.howToFindOut} />
      </p>
      {help.proof ? (
        <p>
          <strong>{t('question.proof')}.</strong> <Explained text={help.proof} />
        </p>
      ) : null}
      {question.bases.length > 0 ? <SelectField {...basis} label={t('question.basis')} optional={common('form.optional')} empty={t('question.basisNone')} options={question.bases} /> : null}
      <TextArea {...note} label={t('question.noteLabel')} hint={t('run.readers')} rows={2} optional={common('form.optional')} />
    </Disclosure>
  );
}
