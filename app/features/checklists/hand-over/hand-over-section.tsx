import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import type { BadgeTone } from '#app/ui/badge/badge.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import type { HandOverLine, HandOversView } from './hand-over-view.ts';
import type { HandOverState } from '../ports.ts';

/** Who has which topic of a run, and the way to hand one over. */
export function HandOverSection({ view }: { view: HandOversView }) {
  const t = useText('handOver');
  if (view.lines.length === 0 && view.free.length === 0) return null;
  return (
    <Section id="hand-overs" title={t('title')} gap={3}>
      {view.lines.length > 0 ? <Rows items={view.lines.map((line) => ({ key: line.id, content: <Line line={line} /> }))} /> : <p className="muted measure">{t('none')}</p>}
      {view.free.length > 0 ? (
        <Disclosure summary={t('handOver')}>
          <Rows open items={view.free.map(({ id, title, href }) => ({ key: id, content: <a href={href}>{title}</a> }))} />
        </Disclosure>
      ) : null}
    </Section>
  );
}

function Line({ line }: { line: HandOverLine }) {
  const t = useText('handOver');
  return (
    <div className="row row--apart">
      <span>
        <a href={line.href}>
          <strong>{line.topic}</strong>
        </a>
        <br />
        <span className="muted t-2">
          {line.who ?? t('unknownPerson')}. <When line={line} />
        </span>
      </span>
      <StateBadge state={line.state} kind={line.kind} />
    </div>
  );
}

/** Until when it is asked for, or how long the link holds. */
export function When({ line }: { line: HandOverLine }) {
  const t = useText('handOver');
  const format = useFormat();
  if (line.state !== 'open') return <>{t('since', { date: format.date(line.at) })}</>;
  if (line.kind === 'outsider') return <>{line.linkUntil ? t(line.opened ? 'linkOpened' : 'linkUntil', { date: format.date(line.linkUntil) }) : t('linkEnded')}</>;
  return <>{line.dueAt ? t('due', { date: format.date(line.dueAt) }) : t('since', { date: format.date(line.at) })}</>;
}

const tones: Readonly<Record<HandOverState, BadgeTone>> = { open: 'info', done: 'ok', handed_back: 'warn', answered: 'light', withdrawn: 'neutral' };

export function StateBadge({ state, kind }: Pick<HandOverLine, 'state' | 'kind'>) {
  const t = useText('handOver');
  return <Badge tone={tones[state]}>{t(state === 'done' && kind === 'outsider' ? 'states.looked_at' : `states.${state}`)}</Badge>;
}
