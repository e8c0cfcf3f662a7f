import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import type { LegalDuty } from '#app/domain/deadlines/legal.ts';
import type { Severity as SeverityCode } from '#app/domain/triage/kinds.ts';
import { Badge, Severity } from '#app/ui/badge/badge.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { DeadlineClock } from '#app/ui/deadline-clock/deadline-clock.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Row, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import type { CaseList, ListedCase } from './list-cases.server.ts';

export const severityLevel = { S1: 4, S2: 3, S3: 2, S4: 1 } as const satisfies Record<SeverityCode, 1 | 2 | 3 | 4>;

export type CaseLinks = { newCase: string; case: (id: string) => string; draft: (id: string) => string; discard: (id: string) => string };

/** The company's cases: drafts of the reader, what runs, what is over. */
export function CaseListPage({ list, links, flash }: { list: CaseList; links: CaseLinks; flash?: string | null }) {
  const t = useText('incidents');
  const nothing = list.drafts.length + list.running.length + list.over.length === 0;
  return (
    <Wrap className="stack stack--6">
      {flash ? <Flash>{flash}</Flash> : null}
      <PageHeader title={t('list.title')} lead={t('list.lead')} tools={nothing ? undefined : <LinkButton href={links.newCase}>{t('list.report')}</LinkButton>} />
      {nothing ? (
        <EmptyState title={t('list.emptyTitle')} action={<LinkButton href={links.newCase}>{t('list.report')}</LinkButton>}>
          {t('list.emptyText')}
        </EmptyState>
      ) : null}
      {list.drafts.length > 0 ? <Drafts drafts={list.drafts} links={links} /> : null}
      {nothing ? null : (
        <Section id="laufend" title={t('list.running')}>
          {list.running.length === 0 ? <p className="muted">{t('list.noRunning')}</p> : <Cases cases={list.running} now={list.now} links={links} />}
        </Section>
      )}
      {list.over.length > 0 ? (
        <Section id="beendet" title={t('list.over')}>
          <Cases cases={list.over} now={list.now} links={links} />
        </Section>
      ) : null}
    </Wrap>
  );
}

function Drafts({ drafts, links }: { drafts: readonly ListedCase[]; links: CaseLinks }) {
  const t = useText('incidents');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Section id="entwuerfe" title={t('list.drafts')}>
      <Rows
        items={drafts.map((draft) => ({
          key: draft.caseId,
          content: (
            <Row apart>
              <span>
                <b>{draft.title ?? (draft.kind ? labels.incidentKinds[draft.kind] : t('list.kindOpen'))}</b>
                <br />
                <span className="muted t-2">{t('list.draftNote', { moment: format.dateTime(draft.updatedAt) })}</span>
              </span>
              <Row tight>
                <LinkButton href={links.draft(draft.caseId)} look="secondary" small>
                  {t('list.continueDraft')}
                </LinkButton>
                <LinkButton href={links.discard(draft.caseId)} look="quiet" small>
                  {t('list.discard')}
                </LinkButton>
              </Row>
            </Row>
          ),
        }))}
      />
    </Section>
  );
}

function Cases({ cases, now, links }: { cases: readonly ListedCase[]; now: string; links: CaseLinks }) {
  const t = useText('incidents');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Rows
      items={cases.map((one) => ({
        key: one.caseId,
        content: (
          <Row apart>
            <Stack gap={1}>
              <a href={links.case(one.caseId)}>
                <b>{one.title ?? (one.kind ? labels.incidentKinds[one.kind] : t('list.untitled'))}</b>
              </a>
              <span className="muted t-2">
                {one.reference}
                {one.reportedAt ? ` · ${t('list.reportedAt', { moment: format.dateTime(one.reportedAt) })}` : null}
              </span>
              <Row tight>
                {one.severity ? <Severity level={severityLevel[one.severity]}>{labels.severities[one.severity]}</Severity> : null}
                <Badge tone={one.over ? 'neutral' : 'info'}>{labels.caseStates[one.state]}</Badge>
              </Row>
            </Stack>
            {one.over || one.nextDeadline === null ? null : <NextDeadline deadline={one.nextDeadline} now={now} />}
          </Row>
        ),
      }))}
    />
  );
}

function NextDeadline({ deadline, now }: { deadline: NonNullable<ListedCase['nextDeadline']>; now: string }) {
  const t = useText('incidents');
  const common = useText('common');
  const labels = useLabels();
  const format = useFormat();
  const left = Date.parse(deadline.dueAt) - Date.parse(now);
  const period = Date.parse(deadline.dueAt) - Date.parse(deadline.triggerAt);
  const state = left <= 0 ? 'overdue' : left < period / 4 ? 'soon' : 'running';
  return (
    <DeadlineClock
      small
      name={labels.duties[deadline.duty as LegalDuty]}
      state={state}
      left={left <= 0 ? common('deadline.overdue') : common('format.left', { duration: format.duration(left) })}
      by={`${common('format.until', { moment: format.dayTime(deadline.dueAt) })}${deadline.possible ? `, ${t('list.possible')}` : ''}`}
      badge={common(left <= 0 ? 'deadline.overdue' : 'deadline.soon')}
      periodMs={period}
      leftMs={Math.max(left, 0)}
    />
  );
}
