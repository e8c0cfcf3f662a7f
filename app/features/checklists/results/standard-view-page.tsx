import { useFormat, useText } from '#app/content/use-text.tsx';
import type { ViewState } from '#app/domain/checklist/standard-views.ts';
import { Badge } from '#app/ui/badge/badge.tsx';
import type { BadgeTone } from '#app/ui/badge/badge.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Figures } from '#app/ui/facts/facts.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import { TabLinks } from '#app/ui/tab-links/tab-links.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { ResultTabs } from './result-tabs.tsx';
import type { StandardRow, StandardView } from './standard-view.ts';

const tones: Readonly<Record<ViewState, BadgeTone>> = { met: 'ok', open: 'danger', unknown: 'warn', not_applicable: 'neutral', not_covered: 'neutral' };
const figures = ['met', 'open', 'unknown', 'not_applicable', 'not_covered'] as const satisfies readonly ViewState[];

/** The answers read by the ids of a standard. Says what is met as far as asked, never that a standard is complied with. */
export function StandardViewPage({ view }: { view: StandardView }) {
  const t = useText('results');
  const title = view.standard?.title ?? t('views.insurers');
  return (
    <Wrap className="stack stack--6">
      <PageHeader title={t('views.title')} lead={t('views.lead')} />
      <ResultTabs links={view.tabs} current="views" />
      <TabLinks label={t('views.tabs')} tabs={view.others.map(({ name, href }) => ({ href, label: t(`views.names.${name}`), current: name === view.name }))} />
      <Section id="standard" title={title} gap={4}>
        <Figures figures={figures.filter((state) => state !== 'not_applicable' || view.counts[state] > 0).map((state) => ({ key: state, value: view.counts[state], label: t(`views.figures.${state}`) }))} />
        <Source view={view} />
        {view.rows.length === 0 ? <p>{t('views.nothingAsked')}</p> : <Rows view={view} title={title} />}
        <NotCovered view={view} />
      </Section>
    </Wrap>
  );
}

function Source({ view }: { view: StandardView }) {
  const t = useText('results');
  const format = useFormat();
  const { standard, name } = view;
  return (
    <p className="muted t-2 measure">
      {t(`views.notes.${name}`)} {standard?.checkedOn ? t('views.checkedOn', { date: format.date(standard.checkedOn) }) : null}{' '}
      {standard?.url ? <a href={standard.url}>{t('views.source')}</a> : null}
    </p>
  );
}

function Rows({ view, title }: { view: StandardView; title: string }) {
  const t = useText('results');
  const format = useFormat();
  const isInsurers = view.standard === null;
  const about = { key: 'subject', title: t('views.subject'), cell: (row: StandardRow) => row.title };
  return (
    <DataTable
      id="rows"
      caption={title}
      captionHidden
      rows={view.rows}
      rowKey={(row) => row.id}
      columns={[
        isInsurers
          ? { key: 'subject', title: t('views.subject'), rowHeader: true, cell: (row) => row.title }
          : { key: 'id', title: t(view.isByModule ? 'views.module' : 'views.id'), rowHeader: true, cell: (row) => row.id },
        ...(view.hasTitles && !isInsurers ? [about] : []),
        { key: 'state', title: t('views.state'), cell: ({ state }) => <Badge tone={tones[state]} icon={state === 'unknown' ? 'question' : undefined}>{t(`views.states.${state}`)}</Badge> },
        {
          key: 'questions',
          title: t('views.questions'),
          cell: ({ questions, part }) => (
            <span className="stack stack--1">
              {questions.map((question) => (
                <span key={question.id} className="outcome-line">
                  <a href={question.href}>{question.title}</a>
                  <OutcomeBadge outcome={question.outcome} />
                </span>
              ))}
              {part ? <span className="muted t-2">{t('views.asked', { asked: part.asked, all: part.all, ids: format.list(part.ids) })}</span> : null}
            </span>
          ),
        },
      ]}
    />
  );
}

function NotCovered({ view: { notCovered } }: { view: StandardView }) {
  const t = useText('results');
  if (notCovered.length === 0) return null;
  return (
    <div className="measure">
      <Disclosure summary={t('views.notCovered', { count: notCovered.length })}>
        <p className="muted">{t('views.notCoveredText')}</p>
        <p>{notCovered.map(({ id, title }) => title ?? id).join(', ')}</p>
      </Disclosure>
    </div>
  );
}
