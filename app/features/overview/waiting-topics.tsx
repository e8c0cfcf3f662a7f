import { useFormat, useLocale, useText } from '#app/content/use-text.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import type { TopicAtAGlance } from './ports.ts';

/** Topics that colleagues ask this person to answer. */
export function WaitingTopics({ topics, href }: { topics: readonly TopicAtAGlance[]; href: (assessmentId: string, handOverId: string) => string }) {
  const t = useText('overview');
  const format = useFormat();
  const locale = useLocale();
  if (topics.length === 0) return null;
  return (
    <Section id="fuer-sie" title={t('topics.title')}>
      <Rows
        items={topics.map(({ handOverId, assessmentId, title, from, dueAt }) => ({
          key: handOverId,
          content: (
            <>
              <a href={href(assessmentId, handOverId)}>
                <strong>{title[locale]}</strong>
              </a>
              <br />
              <span className="muted t-2">
                {from ? t('topics.from', { name: from }) : null} {dueAt ? t('topics.due', { date: format.date(dueAt) }) : null}
              </span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
