import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import { StepLights } from '#app/ui/lights/step-lights.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { confirmField, questionAnchor, shownField } from './question-field.ts';
import { TopicQuestionFields } from './topic-question.tsx';
import { TopicRail } from '../runs/topic-rail.tsx';
import { OfferedAnswer } from './offered-answer.tsx';
import type { TopicView } from './topic-view.ts';

/** All questions of one topic with one button. What is left empty stays open; works without script. */
export function TopicPage({ view, formToken }: { view: TopicView; formToken: string }) {
  const t = useText('checklists');
  const { questions, links } = view;
  return (
    <div className="wrap wrap--flow cols cols--8-4">
      <div className="stack stack--5">
        <StepLights step={view.index} steps={view.count} title={t('topic.step', { number: view.index, total: view.count })} detail={t('topic.questions', { count: questions.length })} />
        <h1>{view.title}</h1>
        <Notes view={view} />
        <form method="post" className="stack stack--5" noValidate>
          <input type="hidden" name="formToken" value={formToken} />
          {/* What the Enter key presses. */}
          <Button hidden>{t('topic.save')}</Button>
          <input type="hidden" name={shownField} value={questions.map(({ id }) => id).join(' ')} />
          <Offered view={view} />
          <ol className="rows">
            {questions.map((question) => (
              <li key={question.id}>
                <TopicQuestionFields question={question} total={view.total} />
              </li>
            ))}
          </ol>
          <div className="actionbar">
            <Button arrow>{t('topic.save')}</Button>
            <LinkButton look="quiet" href={links.oneByOne}>
              {t('topic.oneByOne')}
            </LinkButton>
            <LinkButton look="quiet" href={links.overview}>
              {t('question.overview')}
            </LinkButton>
          </div>
        </form>
      </div>
      <aside className="stack stack--4 sticky" aria-label={t('run.topics')}>
        <TopicRail topics={view.topics} currentId={view.id} minutesLeft={view.minutesLeft} lastSaved={view.lastSaved} />
      </aside>
    </div>
  );
}

/** What is wrong, what came up, what could be filled in. */
function Notes({ view }: { view: TopicView }) {
  const t = useText('checklists');
  const common = useText('common');
  const conflicts = view.questions.filter(({ conflict }) => conflict !== null);
  const errors = [
    ...conflicts.map(({ id, number, conflict }) => ({ field: questionAnchor(id), text: t(conflict?.answer === null ? 'topic.conflictTyped' : 'topic.conflict', { number }) })),
    ...summaryOf(view.form, Object.keys(view.form.errors)),
  ];
  return (
    <>
      <ErrorSummary title={conflicts.length > 0 ? t('topic.restSaved') : common('form.errors', { count: errors.length })} errors={errors} />
      {view.added > 0 ? (
        <Callout tone="light" title={t('topic.added', { count: view.added })}>
          <p>{t('topic.addedText')}</p>
        </Callout>
      ) : null}
      {view.isOutdated ? <Flash tone="danger">{useText('results')('carryOver.changed')}</Flash> : null}
    </>
  );
}

/** What was answered earlier: to be confirmed as it stands, or filled in to go through. */
function Offered({ view: { offered } }: { view: TopicView }) {
  const t = useText('checklists');
  const results = useText('results');
  const format = useFormat();
  if (offered === null) return null;
  const { same, others } = offered;
  return (
    <Panel id="earlier" title={t('topic.offered', { count: offered.count })}>
      {same.length > 0 ? (
        <>
          <p className="measure">{results('carryOver.lead')}</p>
          <DataTable
            id="earlier-answers"
            caption={results('carryOver.title')}
            captionHidden
            rows={same}
            rowKey={({ id }) => id}
            columns={[
              { key: 'question', title: results('carryOver.question'), rowHeader: true, cell: ({ question }) => question },
              { key: 'answer', title: results('carryOver.answer'), cell: (line) => <OfferedAnswer line={line} /> },
              { key: 'from', title: results('carryOver.from'), cell: ({ firstAt }) => format.date(firstAt) },
            ]}
          />
          {same.map(({ field, seen }) => (
            <input key={field} type="hidden" name={field} value={seen} />
          ))}
          {others > 0 ? <p className="measure">{results('carryOver.others', { count: others })}</p> : null}
          <div>
            <Button name={confirmField} value="1">
              {others > 0 ? results('carryOver.confirmSome', { count: same.length }) : results('carryOver.confirm')}
            </Button>
          </div>
        </>
      ) : null}
      <p>{offered.taken ? t('topic.offeredTaken') : <a href={offered.href}>{t('topic.offeredTake')}</a>}</p>
    </Panel>
  );
}
