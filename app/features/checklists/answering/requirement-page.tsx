import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { RadioCards, Segment } from '#app/ui/choices/choices.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { SelectField, TextArea } from '#app/ui/field/field.tsx';
import { choiceProps, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import { QuestionPage } from '#app/ui/layout/question-page.tsx';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { AnswerKeys } from './answer-keys.tsx';
import { AutosaveLine } from './autosave-line.tsx';
import { Explained } from '../catalogue/explained.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { OfferedMore } from './offered-answer.tsx';
import { confirmField } from './question-field.ts';
import type { RequirementView } from './requirement-view.ts';
import { StateLine } from './state-line.tsx';
import { TopicRail } from '../runs/topic-rail.tsx';

/** One question of a run. Works without script: one form, one post. `below` brings forms of its own. */
export function RequirementPage({ view, formToken, below }: { view: RequirementView; formToken: string; below?: ReactNode }) {
  const t = useText('checklists');
  const common = useText('common');
  const { form, links } = view;
  const [savedNow, setSavedNow] = useState<RequirementView['lastSaved']>(null);
  const errors = summaryOf(form, ['value', ...view.parts.map((part) => part.field), 'reason', 'basis', 'note']);
  return (
    <QuestionPage
      autosave
      steps={<StepLights step={view.topic.index} steps={view.topic.count} title={t('question.step', { number: view.number, total: view.total })} detail={view.topic.title} />}
      summary={
        <>
          <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
          {view.conflict ? (
            <ConflictNote conflict={view.conflict} explanation={t(view.conflict.answer === null ? 'conflict.keepTyped' : 'conflict.keep')}>
              <a href={links.leave}>{t(view.conflict.answer === null ? 'conflict.leaveTyped' : 'conflict.leave')}</a>
            </ConflictNote>
          ) : null}
          {view.isOutdated ? <Flash tone="danger">{useText('results')('carryOver.changed')}</Flash> : null}
          <OfferedNote view={view} formToken={formToken} />
        </>
      }
      hidden={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="revision" value={view.revision} />
          {view.from ? <input type="hidden" name="from" value={view.from} /> : null}
          {view.isOpen ? <input type="hidden" name="open" value="1" /> : null}
        </>
      }
      submit={view.conflict ? t('conflict.overwrite') : common('action.next')}
      back={{ href: links.back, label: common('action.back') }}
      later={{ href: links.later, label: t('question.overview') }}
      help={<Help view={view} />}
      below={below}
      aside={<TopicRail topics={view.topics} currentId={view.topic.id} minutesLeft={view.minutesLeft} lastSaved={savedNow ?? view.lastSaved} ways={{ nextOpen: links.nextOpen, topic: links.topic }} />}
      asideLabel={t('run.topics')}
    >
      <Question view={view} />
      <AnswerKeys count={view.options.length || (view.parts[0]?.options.length ?? 0)} />
      {view.mayLeave ? (
        <div className="measure when-not-applicable">
          <TextArea {...fieldProps(form, 'reason')} label={t('question.reason')} hint={t('question.reasonHint')} rows={2} />
        </div>
      ) : null}
      {view.bases.length > 0 ? (
        <div className="measure">
          <SelectField {...fieldProps(form, 'basis')} label={t('question.basis')} optional={common('form.optional')} empty={t('question.basisNone')} options={view.bases} />
        </div>
      ) : null}
      {view.conflict ? null : (
        <AutosaveLine address={links.autosave} prefix="" onSaved={setSavedNow}>
          <StateLine stored={view.stored} unfinished={view.unfinished} confirms />
        </AutosaveLine>
      )}
    </QuestionPage>
  );
}

/** The question with its answers, or with its parts. */
function Question({ view }: { view: RequirementView }) {
  const t = useText('checklists');
  const hint = view.must ? (
    <>
      {view.hint ? (
        <>
          <Explained text={view.hint} />{' '}
        </>
      ) : null}
      {t('question.mustReason', { reason: view.must })}
    </>
  ) : view.hint ? (
    <Explained text={view.hint} />
  ) : null;
  if (view.parts.length === 0) {
    return <RadioCards {...choiceProps(view.form, 'value')} legend={<Explained text={view.question} />} legendIsHeading hint={hint} options={view.options} />;
  }
  return (
    <fieldset className="stack stack--4" aria-describedby={hint ? 'question-hint' : undefined}>
      <legend>
        <h1>
          <Explained text={view.question} />
        </h1>
      </legend>
      {hint ? (
        <p className="muted measure" id="question-hint">
          {hint}
        </p>
      ) : null}
      <p className="field__label" id="f-value">
        {t('question.parts')}
      </p>
      {view.parts.map((part) => (
        <Segment key={part.field} {...choiceProps(view.form, part.field)} legend={part.text} options={part.options} />
      ))}
    </fieldset>
  );
}

function Help({ view }: { view: RequirementView }) {
  const t = useText('checklists');
  const note = fieldProps(view.form, 'note');
  const hasNote = note.defaultValue !== '' || note.error !== undefined;
  return (
    <>
      <Disclosure summary={t('question.why')}>
        <p>
          <Explained text={view.help.why} />
        </p>
      </Disclosure>
      <Disclosure summary={t('question.howToFindOut')}>
        <p>
          <Explained text={view.help.howToFindOut} />
        </p>
      </Disclosure>
      {view.help.proof ? (
        <Disclosure summary={t('question.proof')}>
          <p>
            <Explained text={view.help.proof} />
          </p>
        </Disclosure>
      ) : null}
      <Disclosure summary={hasNote ? t('question.noteStored') : t('question.note')} open={hasNote}>
        <TextArea {...note} label={t('question.noteLabel')} hint={t('run.readers')} rows={3} optional={useText('common')('form.optional')} />
      </Disclosure>
    </>
  );
}

/** An earlier answer: confirmed as it stands with one click, or filled in to be looked at. */
function OfferedNote({ view: { offered, from }, formToken }: { view: RequirementView; formToken: string }) {
  const t = useText('checklists');
  const format = useFormat();
  if (offered === null) return null;
  const { line } = offered;
  return (
    <Callout tone="light" icon="clock" title={t('question.offeredTitle', { date: format.date(line?.firstAt ?? offered.at), answer: offered.answer })}>
      <p>
        {offered.sameWording ? t('question.offeredSame') : t('question.offeredOther')}
        {line ? <OfferedMore more={line.more} /> : null}
      </p>
      {line && !offered.taken ? (
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          {from ? <input type="hidden" name="from" value={from} /> : null}
          <Button look="secondary" name={confirmField} value={line.seen}>
            {t('question.confirm')}
          </Button>
        </form>
      ) : null}
      {offered.taken ? (
        <p>{t('question.taken')}</p>
      ) : (
        <p>
          <a href={offered.href}>{t('question.take')}</a>
        </p>
      )}
    </Callout>
  );
}
