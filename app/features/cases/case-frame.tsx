import type { ReactNode } from 'react';
import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { isBeingWorkedOn, isTerminal } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { Severity as SeverityCode } from '#app/domain/triage/kinds.ts';
import { Badge, Severity } from '#app/ui/badge/badge.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { TabLinks } from '#app/ui/tab-links/tab-links.tsx';
import { StateLine } from '#app/ui/timeline/timeline.tsx';
import type { CaseLinkSet, CasePart, CaseSide } from './case-links.ts';
import type { CaseHeadView } from './view.ts';

type Props = { head: CaseHeadView; side: CaseSide; links: CaseLinkSet; part: CasePart; flash?: string | null; children: ReactNode };

const levels = { S1: 4, S2: 3, S3: 2, S4: 1 } as const satisfies Record<SeverityCode, number>;

export function SeverityMark({ severity }: { severity: SeverityCode | null }) {
  const labels = useLabels();
  return severity === null ? null : <Severity level={levels[severity]}>{labels.severities[severity]}</Severity>;
}

/** Head, state and parts above every page of a case. */
export function CaseFrame({ head, side, links, part, flash, children }: Props) {
  return (
    <Wrap className="stack stack--5">
      {flash ? <Flash>{flash}</Flash> : null}
      <CaseHead head={head} side={side} links={links} />
      <CaseTabs head={head} side={side} links={links} part={part} />
      {children}
    </Wrap>
  );
}

export function CaseHead({ head, side, links }: Pick<Props, 'head' | 'side' | 'links'>) {
  const t = useText('cases');
  const labels = useLabels();
  const reference = head.reference ?? '';
  if (side === 'provider') {
    return (
      <Stack gap={2}>
        <Stack gap={2}>
          <p className="row row--tight t-2">
            <a href={links.list}>{t('nav.all')}</a>
            <span className="muted" aria-hidden="true">/</span>
            <span className="muted">{reference}</span>
            <SeverityMark severity={head.severity} />
            <Badge tone={isTerminal(head.state) ? 'neutral' : 'info'}>{labels.caseStates[head.state]}</Badge>
          </p>
          <Stack gap={1}>
            <h1>{head.companyName}</h1>
            {head.title ?? head.kind ? <p className="muted">{head.title ?? (head.kind ? labels.incidentKinds[head.kind] : null)}</p> : null}
          </Stack>
        </Stack>
        <Former head={head} />
      </Stack>
    );
  }
  return (
    <Stack gap={3}>
      <p className="row row--tight t-2">
        <a href={links.list}>{t('nav.all')}</a>
        <span className="muted" aria-hidden="true">/</span>
        <span className="muted">{reference}</span>
        <SeverityMark severity={head.severity} />
        <Badge tone={isTerminal(head.state) ? 'neutral' : 'info'}>{labels.caseStates[head.state]}</Badge>
      </p>
      <h1>{titleOf(head, t('untitled', { reference }), labels.incidentKinds)}</h1>
      <StateLine label={t('stateLine.label')} steps={stepsOf(head.state, { reported: t('stateLine.reported'), placed: t('stateLine.placed'), working: t('stateLine.working'), restored: t('stateLine.restored'), closed: t('stateLine.closed') })} />
    </Stack>
  );
}

function Former({ head }: { head: CaseHeadView }) {
  const t = useText('cases');
  const common = useText('common');
  const format = useFormat();
  if (head.formerUntil === null) return null;
  return (
    <Callout tone="warn">
      <p>{t('provider.former', { moment: common('format.until', { moment: format.dayTime(head.formerUntil) }) })}</p>
    </Callout>
  );
}

export function titleOf(head: Pick<CaseHeadView, 'title' | 'kind'>, fallback: string, kinds: Readonly<Record<string, string>>): string {
  return head.title ?? (head.kind === null ? fallback : (kinds[head.kind] ?? fallback));
}

export function CaseTabs({ head, side, links, part }: Pick<Props, 'head' | 'side' | 'links' | 'part'>) {
  const t = useText('cases');
  const count = (value: number) => (value > 0 ? value : undefined);
  const readable = side === 'company' || head.released;
  const tabs = [
    { part: 'overview', href: links.overview, label: t('nav.overview') },
    { part: 'messages', href: links.messages, label: t('nav.messages'), count: count(head.counts.messages), hidden: !readable },
    { part: 'exhibits', href: links.exhibits, label: t('nav.exhibits'), count: count(head.counts.exhibits), hidden: !readable },
    { part: 'deadlines', href: links.deadlines, label: t('nav.deadlines'), hidden: head.formerUntil !== null },
    { part: 'history', href: links.history, label: t('nav.history') },
    { part: 'reports', href: links.reports, label: side === 'company' ? t('nav.reports') : t('nav.report'), hidden: side === 'provider' && !readable },
  ] as const;
  return <TabLinks label={t('nav.label')} tabs={tabs.filter((tab) => !('hidden' in tab && tab.hidden)).map((tab) => ({ href: tab.href, label: tab.label, current: tab.part === part, ...('count' in tab ? { count: tab.count } : {}) }))} />;
}

type Step = 'reported' | 'placed' | 'working' | 'restored' | 'closed';
const order: readonly Step[] = ['reported', 'placed', 'working', 'restored', 'closed'];

/** The step a state belongs to; what lies before it is done. */
function stepOf(state: CaseState): Step {
  if (isTerminal(state)) return 'closed';
  if (state === 'restored' || state === 'closure_proposed') return 'restored';
  if (isBeingWorkedOn(state)) return 'working';
  return state === 'assigned' ? 'placed' : 'reported';
}

function stepsOf(state: CaseState, words: Readonly<Record<Step, string>>) {
  const now = order.indexOf(stepOf(state));
  return order.map((key, at) => ({ key, label: words[key], state: at < now || (isTerminal(state) && at === now) ? ('done' as const) : at === now ? ('now' as const) : ('open' as const) }));
}
