import type { ReactNode } from 'react';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Cols, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import { Radar, RadarLegend } from '#app/ui/radar/radar.tsx';
import { Explained } from '../catalogue/explained.tsx';
import { MeasureList } from './measure-list.tsx';
import { OtherSites, SiteScopeNote } from '../runs/site-scope.tsx';
import { ResultTabs } from './result-tabs.tsx';
import { MustItems, TopicPanel } from './result-parts.tsx';
import type { ResultView, TopicScore } from './result-view.ts';
import { TakeFirst, TakeOne, TakingSaid } from './taking-parts.tsx';
import type { TakingView } from './taking-view.ts';

/** The result of a closed run; `children` is the way to its document. */
export function ResultPage({ view, taking, formToken, children }: { view: ResultView; taking: TakingView; formToken: string; children?: ReactNode }) {
  const t = useText('checklists');
  const format = useFormat();
  const date = format.dateLong(view.closedAt);
  return (
    <Wrap className="stack stack--6">
      <PageHeader
        back={{ href: view.links.all, label: t('result.back') }}
        title={view.band === 'gaps' ? t('result.headline.gaps', { critical: view.criticalTopics }) : t(`result.headline.${view.band ?? 'none'}`)}
        lead={view.closedBy ? t('result.lead', { checklist: view.checklist, date, name: view.closedBy }) : t('result.leadNoName', { checklist: view.checklist, date })}
      />
      <ResultTabs links={view.tabs} current="result" />
      <SiteScopeNote scope={view.scope} />
      {view.previousClosedAt ? <OtherSites change={view.scopeChange} earlierClosedAt={view.previousClosedAt} /> : null}
      <Cols split="5-7" fill>
        <ScoreLamp view={view} />
        <RadarPanel view={view} />
      </Cols>
      <MustItems view={view} />
      <Cols split="7-5">
        <Section
          id="measures"
          gap={3}
          title={t('result.measures', { count: view.measures.length })}
          aside={view.measureCount > view.measures.length ? <a href={view.links.plan}>{t('result.allMeasures', { count: view.measureCount })}</a> : undefined}
        >
          <TakingSaid taking={taking} />
          {view.measures.length === 0 ? (
            <p>{t('result.noMeasures')}</p>
          ) : (
            <form method="post" className="stack stack--3">
              <input type="hidden" name="formToken" value={formToken} />
              <input type="hidden" name="do" value="take" />
              <TakeFirst taking={taking} isAll />
              <MeasureList measures={view.measures} level={3} act={({ id, title }) => <TakeOne taking={taking} id={id} title={title} />} />
            </form>
          )}
        </Section>
        <Stack gap={5}>
          <TopicPanel topics={view.topics} />
          <ChangesPanel view={view} />
          <CoveragePanel view={view} />
          <OutsidePanel view={view} />
        </Stack>
      </Cols>
      <Section id="unknown" title={t('result.unknownTitle')} gap={3}>
        <p className="muted measure">{view.unknown.length === 0 ? t('result.unknownNone') : t('result.unknownLead')}</p>
        <div className="measure">
          {view.unknown.map((question) => (
            <Disclosure key={question.id} summary={question.question}>
              <p>
                <Explained text={question.howToFindOut} />
              </p>
            </Disclosure>
          ))}
        </div>
      </Section>
      {children}
    </Wrap>
  );
}

function ScoreLamp({ view }: { view: ResultView }) {
  const t = useText('checklists');
  const sites = useText('sites');
  const format = useFormat();
  const { percent, trend } = view;
  return (
    <Lamp id="score" title={t('result.score')} titleHidden light="above" dial>
      {percent === null ? (
        <p>{t('result.noStatement')}</p>
      ) : (
        <>
          <ScoreArc id="score-arc" score={percent} value={percent} unit={t('result.ofHundred')} />
          <p>
            {trend ? (
              <>
                {t(trend.difference > 0 ? 'result.better' : trend.difference < 0 ? 'result.worse' : 'result.same', { points: Math.abs(trend.difference), date: format.date(trend.since) })}
{' '}
                {view.scopeChange?.kind === 'different' ? sites('compared.short') : null}
                <br />
              </>
            ) : null}
            <span className="muted">{t('result.rawPoints', { points: view.points, maximum: view.maximum })}</span>
          </p>
        </>
      )}
      <p className="no-print">
        <LinkButton icon="download" href={view.links.pdf}>
          {t('result.pdf')}
        </LinkButton>
      </p>
    </Lamp>
  );
}

function RadarPanel({ view }: { view: ResultView }) {
  const t = useText('checklists');
  const sites = useText('sites');
  const format = useFormat();
  const scored = view.topics.filter((topic): topic is TopicScore & { percent: number } => topic.percent !== null);
  const sorted = [...scored].sort((a, b) => b.percent - a.percent);
  const best = sorted[0];
  const worst = sorted.at(-1);
  const hasBefore = view.topics.some((topic) => topic.before !== null);
  const isOtherSites = view.scopeChange?.kind === 'different';
  const beforeOn = view.previousClosedAt && hasBefore ? format.date(view.previousClosedAt) : null;
  const labelBefore = beforeOn !== null && isOtherSites ? sites('compared.label', { date: beforeOn }) : (beforeOn ?? undefined);
  return (
    <section className="panel stack stack--3" aria-labelledby="radar">
      <div className="section-head">
        <h2 id="radar" className="t-4">
          {t('result.radar')}
        </h2>
        <RadarLegend current={format.date(view.closedAt)} previous={labelBefore} />
      </div>
      {best && worst ? (
        <Radar
          id="radar-figure"
          title={t('result.radarTitle', { best: best.title, bestValue: best.percent, worst: worst.title, worstValue: worst.percent })}
          topics={scored.map((topic) => ({ key: topic.id, label: topic.shortTitle, value: topic.percent, ...(topic.before === null ? {} : { previous: topic.before }) }))}
        />
      ) : null}
      <Disclosure summary={t('result.table')}>
        <DataTable
          id="topic-values"
          caption={t('result.radar')}
          captionHidden
          rows={view.topics}
          rowKey={(topic) => topic.id}
          columns={[
            { key: 'topic', title: t('result.tableTopic'), rowHeader: true, cell: (topic) => topic.title },
            { key: 'points', title: t('result.tablePoints'), numeric: true, cell: (topic) => `${format.number(topic.points)} / ${format.number(topic.maximum)}` },
            { key: 'percent', title: t('result.tablePercent'), numeric: true, cell: (topic) => topic.percent ?? '–' },
            ...(hasBefore ? [{ key: 'before', title: isOtherSites ? t('result.tableBeforeOther') : t('result.tableBefore'), numeric: true, cell: (topic: TopicScore) => topic.before ?? '–' }] : []),
          ]}
        />
      </Disclosure>
    </section>
  );
}

function CoveragePanel({ view }: { view: ResultView }) {
  const { coverage } = view;
  const t = useText('checklists');
  const results = useText('results');
  const exchange = useText('exchange');
  const total = t('result.ofApplicable', { total: coverage.applicable });
  const { byBasis } = coverage;
  return (
    <Panel id="coverage" title={t('result.coverage')}>
      <Facts
        facts={[
          { key: 'known', term: t('result.known'), value: `${coverage.known} ${total}` },
          { key: 'unknown', term: t('result.unknown'), value: String(coverage.unknown) },
          { key: 'unanswered', term: t('result.unanswered'), value: String(coverage.unanswered) },
          { key: 'not-applicable', term: t('result.notApplicable'), value: String(coverage.notApplicable) },
        ]}
      />
      <p className="muted t-2">
        {view.fromFile.count > 0 ? <>{exchange('import.counted', view.fromFile)} </> : null}
        {view.confirmed > 0 ? <>{results('again.confirmed', { count: view.confirmed })} </> : null}
        {t('result.coverageNote', { checked: byBasis.checked, documents: byBasis.document_seen, provider: byBasis.provider_said, estimated: byBasis.estimated, none: byBasis.not_stated })}
      </p>
    </Panel>
  );
}

/** What changed since the run before, in numbers; the rest stands on its own page. */
function ChangesPanel({ view: { changes, previousClosedAt, links } }: { view: ResultView }) {
  const t = useText('results');
  const format = useFormat();
  if (changes === null || previousClosedAt === null) return null;
  const rest = [
    { key: 'new', term: t('comparison.summaryNew'), value: changes.new },
    { key: 'changed', term: t('comparison.summaryChanged'), value: changes.question_changed },
    { key: 'gone', term: t('comparison.summaryGone'), value: changes.gone },
  ].filter(({ value }) => value > 0);
  return (
    <Panel id="changes" title={t('comparison.summaryTitle', { date: format.date(previousClosedAt) })}>
      <Facts facts={[{ key: 'better', term: t('comparison.summaryBetter'), value: changes.better }, { key: 'worse', term: t('comparison.summaryWorse'), value: changes.worse }, ...rest]} />
      <p className="no-print">
        <a href={links.comparison}>{t('comparison.summaryLink')}</a>
      </p>
    </Panel>
  );
}

/** Whose word from outside stands in the result. */
function OutsidePanel({ view: { outside } }: { view: ResultView }) {
  const t = useText('results');
  const format = useFormat();
  if (outside.length === 0) return null;
  return (
    <Panel id="outside" title={t('outside.title')}>
      <Rows
        items={outside.map(({ name, sentAt, topics, answers }) => ({
          key: name,
          content: (
            <div className="stack stack--1">
              <strong>{name}</strong>
              <span>
                {sentAt.length > 0 ? t('outside.answersOn', { count: answers, dates: format.list([...new Set(sentAt.map((at) => format.date(at)))]) }) : t('outside.answers', { count: answers })} {t('outside.topics', { topics: format.list(topics) })}
              </span>
            </div>
          ),
        }))}
      />
      <p className="muted t-2">{t('outside.note')}</p>
    </Panel>
  );
}
