import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Rows } from '#app/ui/panel/panel.tsx';
import { SiteScopeNote } from './site-scope.tsx';
import { ResultTabs } from '../results/result-tabs.tsx';
import type { QuestionLine, RunView } from './run-view.ts';
import { TopicRail } from './topic-rail.tsx';

/** A run: where it stands, how to go on, every question with its answer. */
export function AssessmentOverview({ view, children }: { view: RunView; /** Evidence and hand-overs of the run. */ children?: ReactNode }) {
  const t = useText('checklists');
  const format = useFormat();
  const { answered, total } = view;
  const name = view.startedBy ?? t('run.unknownPerson');
  return (
    <Wrap>
      <Cols split="8-4">
        <Stack gap={5}>
          <PageHeader
            back={{ href: view.links.all, label: t('run.back') }}
            title={view.checklist}
            lead={t('run.lead', { answered, total, date: format.date(view.startedAt), name })}
          />
          {view.state === 'closed' ? (
            <ResultTabs links={view.tabs} current="answers" />
          ) : (
            <div className="row row--tight">
              <Actions view={view} />
            </div>
          )}
          <SiteScopeNote scope={view.scope} />
          <div>
            {view.groups.map((group) => (
              <Disclosure key={group.id} summary={<GroupTitle view={view} group={group} />} open={view.state === 'closed'}>
                <Rows open items={group.questions.map((question) => ({ key: question.id, content: <Line question={question} editable={view.state === 'running'} /> }))} />
              </Disclosure>
            ))}
          </div>
          {children}
          <p className="muted t-2">{t('run.readers')}</p>
          <p>
            <a href={view.links.exchange}>{useText('exchange')('export.link')}</a>
          </p>
        </Stack>
        {/* On phones the topics stand above, with their counts. */}
        <aside className="hide-s" aria-label={t('run.topics')}>
          <TopicRail topics={view.topics} minutesLeft={view.minutesLeft} lastSaved={view.lastSaved} />
        </aside>
      </Cols>
    </Wrap>
  );
}

/** A topic and, while the run goes on, how far it is. */
function GroupTitle({ view, group }: { view: RunView; group: RunView['groups'][number] }) {
  const t = useText('checklists');
  const progress = view.state === 'running' ? view.topics.find((topic) => topic.id === group.id) : undefined;
  return (
    <>
      <span>{group.title}</span>
      {progress ? <small className="more__note">{t('run.topicProgress', progress)}</small> : null}
    </>
  );
}

function Actions({ view }: { view: RunView }) {
  const t = useText('checklists');
  const { links, resume, answered } = view;
  return (
    <>
      {resume ? (
        <LinkButton href={resume} arrow>
          {answered === 0 ? t('run.begin') : t('run.resume')}
        </LinkButton>
      ) : (
        <LinkButton href={links.close} arrow>
          {t('run.toClose')}
        </LinkButton>
      )}
      {resume && answered > 0 ? (
        <LinkButton look="quiet" href={links.open}>
          {t('run.showOpen')}
        </LinkButton>
      ) : null}
    </>
  );
}

function Line({ question, editable }: { question: QuestionLine; editable: boolean }) {
  const t = useText('checklists');
  return (
    <div className="stack stack--1" id={`frage-${question.id}`}>
      <span>{editable ? <a href={question.href}>{question.title}</a> : question.title}</span>
      <span className="muted t-2">
        {question.answer ?? t('run.notAnswered')}
        {question.note ? `. ${question.note}` : null}
      </span>
    </div>
  );
}

/** What is open: questions without an answer, and those nobody knew. */
export function OpenQuestions({ view }: { view: RunView }) {
  const t = useText('checklists');
  return (
    <Wrap flow className="stack stack--6">
      <PageHeader back={{ href: view.links.overview, label: t('open.back') }} title={t('open.title')} lead={t('open.lead', { count: view.open.length })} />
      {view.open.length > 0 ? (
        <section className="stack stack--3" aria-labelledby="unanswered">
          <h2 id="unanswered">{t('open.unansweredTitle')}</h2>
          <QuestionsByTopic view={view} questions={view.open} />
        </section>
      ) : null}
      <section className="stack stack--3" aria-labelledby="unknown">
        <h2 id="unknown">{t('open.unknownTitle')}</h2>
        {view.unknown.length > 0 ? <p className="muted">{t('open.unknownLead')}</p> : null}
        {view.unknown.length === 0 ? <p className="muted">{t('open.none')}</p> : <QuestionsByTopic view={view} questions={view.unknown} />}
      </section>
      <p>
        <LinkButton href={view.links.close} look={view.open.length === 0 ? 'primary' : 'secondary'} arrow>
          {t('run.toClose')}
        </LinkButton>
      </p>
    </Wrap>
  );
}

/** Questions under their topics, in the order of the run. */
function QuestionsByTopic({ view, questions }: { view: RunView; questions: readonly QuestionLine[] }) {
  const ids = new Set(questions.map((question) => question.id));
  const groups = view.groups.map((group) => ({ ...group, questions: group.questions.filter((question) => ids.has(question.id)) })).filter((group) => group.questions.length > 0);
  return (
    <Stack gap={5}>
      {groups.map((group) => (
        <div key={group.id} className="stack stack--2">
          <h3 className="t-4">{group.title}</h3>
          <Rows items={group.questions.map((question) => ({ key: question.id, content: <a href={question.href}>{question.title}</a> }))} />
        </div>
      ))}
    </Stack>
  );
}
