import { useFormat, useText } from '#app/content/use-text.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { TopicList } from '#app/ui/topics/topic-list.tsx';
import type { TopicProgress } from './run-view.ts';

type Props = {
  topics: readonly TopicProgress[];
  currentId?: string;
  minutesLeft: number;
  lastSaved: { readonly at: string; readonly by: string | null } | null;
  /** From one question to what is open, and to its whole topic. */
  ways?: { readonly nextOpen: string | null; readonly topic: string };
};

/** Topics of a run with how far each is, and what is really saved. */
export function TopicRail({ topics, currentId, minutesLeft, lastSaved, ways }: Props) {
  const t = useText('checklists');
  const format = useFormat();
  return (
    <Panel id="topics" title={t('run.topics')}>
      <TopicList
        ordered
        topics={topics.map(({ id, title, answered, total, href }) => ({
          key: id,
          label: title,
          note: t('run.topicProgress', { answered, total }),
          tone: answered > 0 || id === currentId ? 'light' : 'off',
          icon: answered === total ? 'tick' : id === currentId || answered > 0 ? 'circle-full' : 'circle',
          href: href ?? undefined,
          current: id === currentId,
        }))}
      />
      <p className="muted t-2">
        {minutesLeft > 0 ? t('run.minutesLeft', { minutes: minutesLeft }) : t('run.allAnswered')}
        <br />
        {lastSaved ? t('run.lastSaved', { moment: format.dateTime(lastSaved.at), name: lastSaved.by ?? t('run.unknownPerson') }) : t('run.nothingSaved')}
      </p>
      {ways ? (
        <ul className="stack stack--1 t-2 no-print">
          {ways.nextOpen ? (
            <li>
              <a href={ways.nextOpen}>{t('run.nextOpen')}</a>
            </li>
          ) : null}
          <li>
            <a href={ways.topic}>{t('run.wholeTopic')}</a>
          </li>
        </ul>
      ) : null}
    </Panel>
  );
}
