import { useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import { TopicList } from '#app/ui/topics/topic-list.tsx';
import type { JudgedView, TopicScore } from './result-view.ts';

/** What stands on its own line, whatever the points say. */
export function MustItems({ view }: { view: Pick<JudgedView, 'mustOpen' | 'mustMet'> }) {
  const t = useText('checklists');
  if (view.mustOpen.length === 0 && view.mustMet === 0) return null;
  return (
    <Section id="must" title={t('result.must')} gap={3}>
      <p className="measure">{t('result.mustLead', { count: view.mustOpen.length })}</p>
      {view.mustOpen.length > 0 ? (
        <Rows
          items={view.mustOpen.map((item) => ({
            key: item.id,
            content: (
              <div className="row row--apart">
                <span className="stack stack--1 measure">
                  <strong>{item.title}</strong>
                  <span className="muted t-2">{item.reason}</span>
                </span>
                <Badge tone={item.outcome === 'not_met' ? 'danger' : 'warn'} icon={item.outcome === 'unknown' || item.outcome === 'unanswered' ? 'question' : undefined}>
                  {t(`outcomes.${item.outcome}`)}
                </Badge>
              </div>
            ),
          }))}
        />
      ) : null}
      {view.mustMet > 0 && view.mustOpen.length > 0 ? <p className="muted t-2">{t('result.mustMet', { count: view.mustMet })}</p> : null}
    </Section>
  );
}

const toneOfBand = { critical: 'danger', gaps: 'warn', solid: 'ok' } as const;

/** Topics with their light, the weakest first. */
export function TopicPanel({ topics }: { topics: readonly TopicScore[] }) {
  const t = useText('checklists');
  const worstFirst = [...topics].sort((a, b) => (a.percent ?? 101) - (b.percent ?? 101));
  return (
    <Panel id="topics" title={t('result.topics')}>
      <TopicList
        topics={worstFirst.map(({ id, title, percent, band }) => ({
          key: id,
          label: title,
          tone: band === null ? 'off' : toneOfBand[band],
          note: band === null || percent === null ? t('result.topicNone') : t('result.topicNote', { band: t(`bands.${band}`), percent }),
        }))}
      />
      <p className="muted t-2">{t('result.bandNote')}</p>
    </Panel>
  );
}
