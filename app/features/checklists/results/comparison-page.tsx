import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Figures } from '#app/ui/facts/facts.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import { OtherSites } from '../runs/site-scope.tsx';
import type { ChangeLine, ComparisonView } from './comparison-view.ts';
import { OutcomeBadge } from './outcome-badge.tsx';
import { ResultTabs } from './result-tabs.tsx';

/** A run beside an earlier one: what got better, what worse, what is asked differently. */
export function ComparisonPage({ view }: { view: ComparisonView }) {
  const t = useText('results');
  const format = useFormat();
  const { compared } = view;
  return (
    <Wrap className="stack stack--6">
      <PageHeader
        title={t('comparison.title')}
        lead={compared ? t('comparison.lead', { checklist: view.checklist, later: format.date(view.laterClosedAt), earlier: format.date(compared.earlierClosedAt) }) : view.checklist}
      />
      <ResultTabs links={view.tabs} current="comparison" />
      {compared === null ? (
        <EmptyState title={t('comparison.none')}>{t('comparison.noneText')}</EmptyState>
      ) : (
        <>
          <ChooseRun view={view} />
          <OtherSites change={compared.scopeChange} earlierClosedAt={compared.earlierClosedAt} />
          <Numbers compared={compared} />
          <p className="muted measure">
            {t('comparison.frozen')} {compared.versions.earlier === compared.versions.later ? null : t('comparison.otherVersion', compared.versions)}
          </p>
          <Changes compared={compared} />
          <TopicTable compared={compared} />
        </>
      )}
    </Wrap>
  );
}

type Compared = NonNullable<ComparisonView['compared']>;

/** Only where there is something to choose. */
function ChooseRun({ view }: { view: ComparisonView }) {
  const t = useText('results');
  const format = useFormat();
  if (view.choices.length < 2) return null;
  const options = view.choices.map(({ id, closedAt, percent }) => ({
    value: id,
    label: percent === null ? t('comparison.candidateNone', { date: format.date(closedAt) }) : t('comparison.candidate', { date: format.date(closedAt), percent }),
  }));
  return (
    <form method="get" className="row row--tight row--base no-print">
      <SelectField id="mit" name="mit" label={t('comparison.choose')} options={options} defaultValue={view.choices.find((choice) => choice.chosen)?.id} />
      <Button look="secondary">{t('comparison.chooseGo')}</Button>
    </form>
  );
}

function Numbers({ compared }: { compared: Compared }) {
  const t = useText('results');
  const counts = compared.groups.filter(({ change, lines }) => (change === 'better' || change === 'worse') || (lines.length > 0 && change !== 'same' && change !== 'not_comparable'));
  const points = (percent: number | null) => (percent === null ? t('comparison.noPoints') : t('comparison.points', { percent }));
  return (
    <>
      <Figures figures={[...counts].sort((a, b) => Number(b.change === 'better') - Number(a.change === 'better')).map(({ change, lines }) => ({ key: change, value: lines.length, label: t(`comparison.groups.${change}.title`) }))} />
      <p>
        {t('comparison.then')}: {points(compared.earlierPercent)}. {t('comparison.now')}: <strong>{points(compared.laterPercent)}</strong>.
      </p>
    </>
  );
}

function Changes({ compared }: { compared: Compared }) {
  const t = useText('results');
  return (
    <>
      {compared.groups.map(({ change, lines }) => {
        const isMain = change === 'better' || change === 'worse';
        if (lines.length === 0 && !isMain) return null;
        const title = t(`comparison.groups.${change}.title`);
        const list = lines.length === 0 ? <p className="muted">{t('comparison.nothing')}</p> : <ChangeTable change={change} caption={title} lines={lines} />;
        if (change === 'same' || change === 'not_comparable') {
          return (
            <Disclosure key={change} summary={`${title}: ${t(`comparison.groups.${change}.count`, { count: lines.length })}`}>
              {change === 'not_comparable' ? <p className="muted">{t('comparison.notComparableText')}</p> : null}
              {list}
            </Disclosure>
          );
        }
        return (
          <Section key={change} id={change} title={title} gap={3} aside={lines.length > 0 ? <span className="muted t-2">{t(`comparison.groups.${change}.count`, { count: lines.length })}</span> : undefined}>
            {list}
          </Section>
        );
      })}
    </>
  );
}

function ChangeTable({ change, caption, lines }: { change: string; caption: string; lines: readonly ChangeLine[] }) {
  const t = useText('results');
  return (
    <DataTable
      id={`t-${change}`}
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'requirement',
          title: t('comparison.requirement'),
          rowHeader: true,
          cell: (line) => (
            <span className="stack stack--1">
              <a href={line.href}>{line.title}</a>
              <span className="muted t-2">{line.question}</span>
              {line.wasQuestion ? <span className="muted t-2">{t('comparison.wasQuestion', { question: line.wasQuestion })}</span> : null}
            </span>
          ),
        },
        { key: 'then', title: t('comparison.then'), cell: ({ then }) => (then ? <OutcomeBadge outcome={then} /> : '–') },
        { key: 'now', title: t('comparison.now'), cell: ({ now }) => (now ? <OutcomeBadge outcome={now} /> : '–') },
      ]}
    />
  );
}

function TopicTable({ compared }: { compared: Compared }) {
  const t = useText('results');
  return (
    <Section id="topics" title={t('comparison.topics')} gap={3}>
      <DataTable
        id="topic-points"
        caption={t('comparison.topicsTable')}
        captionHidden
        rows={compared.topics}
        rowKey={(topic) => topic.id}
        columns={[
          { key: 'topic', title: t('comparison.topic'), rowHeader: true, cell: (topic) => topic.title },
          { key: 'then', title: t('comparison.then'), numeric: true, cell: (topic) => topic.then ?? '–' },
          { key: 'now', title: t('comparison.now'), numeric: true, cell: (topic) => topic.now ?? '–' },
        ]}
      />
    </Section>
  );
}
