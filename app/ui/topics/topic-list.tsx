import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type TopicTone = 'ok' | 'warn' | 'danger' | 'light' | 'off';

export type Topic = {
  key: string;
  label: ReactNode;
  /** Number or band in words at the end of the line. */
  note?: ReactNode;
  tone?: TopicTone;
  icon?: IconName;
  href?: string;
  /** The topic one is in. */
  current?: boolean;
};

const iconOfTone = { ok: 'tick', warn: 'warning', danger: 'alert', light: 'tick', off: 'circle' } as const satisfies Record<TopicTone, IconName>;

/** Topics with their state: rail of a checklist, traffic light of a result, reasons, documents. The tone is always said in `note` or `label` too. */
export function TopicList({ topics, ordered, label }: { topics: readonly Topic[]; ordered?: boolean; label?: string }) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag className="topics" aria-label={label}>
      {topics.map((topic) => {
        const icon = topic.icon ?? (topic.current ? 'circle-full' : topic.tone ? iconOfTone[topic.tone] : 'document');
        const content = (
          <>
            <span className={topic.tone ? `is-${topic.tone}` : undefined}>
              <Icon name={icon} />
            </span>
            <span>{topic.label}</span>
            {topic.note ? <span className="n">{topic.note}</span> : null}
          </>
        );
        return (
          <li key={topic.key} className={topic.href ? undefined : 'topics__row'} aria-current={!topic.href && topic.current ? 'step' : undefined}>
            {topic.href ? (
              <a href={topic.href} aria-current={topic.current ? 'step' : undefined}>
                {content}
              </a>
            ) : (
              content
            )}
          </li>
        );
      })}
    </Tag>
  );
}
