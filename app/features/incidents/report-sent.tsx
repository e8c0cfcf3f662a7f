import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge, Severity } from '#app/ui/badge/badge.tsx';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { DeadlineClock } from '#app/ui/deadline-clock/deadline-clock.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { DontList, FirstAidSteps } from '#app/ui/emergency/first-aid-steps.tsx';
import { ActionBar, Row, Stack } from '#app/ui/layout/layout.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { unbroken } from '#app/ui/term/citation.ts';
import { severityLevel } from './case-list.tsx';
import { ContactList } from './contact-list.tsx';
import type { DeadlineView, SentView } from './sent-view.ts';

/** Right after sending: what happens now and until when, the first steps at once, periods, whom else to call. */
export function ReportSent({ view, links }: { view: SentView; links: { case: string; list: string; card: string | null } }) {
  const t = useText('incidents');
  return (
    <div className="wrap cols cols--8-4">
      <Stack gap={5}>
        <Stack gap={2}>
          <p className="t-2 muted">{t('sent.reference', { reference: view.reference })}</p>
          <h1>{t('sent.title')}</h1>
          <Row tight>
            <span>{t('sent.severity')}:</span>
            <Severity level={severityLevel[view.severity]}>{view.severityName}</Severity>
          </Row>
        </Stack>
        {view.danger ? <Callout tone="danger" title={t('sent.danger')} /> : null}
        <Callout tone="light" icon="clock" title={t('sent.nowTitle')}>
          <p>{view.now}</p>
        </Callout>
        {view.insurerFirst ? <Callout tone="warn" title={t('sent.insurerBound')} /> : null}
        <Disclosure summary={t('sent.whySeverity')}>
          <ul>
            {view.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Disclosure>
        {view.card ? <FirstSteps card={view.card} href={links.card} /> : null}
        <ActionBar>
          <LinkButton href={links.case} arrow>
            {t('sent.toCase')}
          </LinkButton>
          <LinkButton href={links.list} look="quiet">
            {t('sent.toList')}
          </LinkButton>
        </ActionBar>
      </Stack>
      <Stack gap={5}>
        <Deadlines deadlines={view.deadlines} />
        {view.card ? <DontList id="nicht" title={t('card.dont')} items={view.card.doNot.map((text) => ({ key: text, text }))} /> : null}
        {view.card ? (
          <Panel id="anrufen" title={t('sent.callTitle')}>
            <ContactList contacts={view.card.contacts} />
          </Panel>
        ) : null}
      </Stack>
    </div>
  );
}

function FirstSteps({ card, href }: { card: NonNullable<SentView['card']>; href: string | null }) {
  const t = useText('incidents');
  return (
    <section aria-labelledby="erste-hilfe" className="stack stack--3">
      <h2 id="erste-hilfe">{t('sent.firstAidTitle')}</h2>
      <FirstAidSteps steps={card.steps.map((step, index) => ({ key: step.id, title: step.title, text: step.how, doneLabel: t('card.stepDone', { step: index + 1 }) }))} />
      {href ? (
        <p>
          <a href={href}>{t('sent.firstAidAll')}</a>
        </p>
      ) : null}
    </section>
  );
}

function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const t = useText('incidents');
  return (
    <Panel id="fristen" title={t('sent.deadlinesTitle')} gap={4}>
      {deadlines.length === 0 ? <p>{t('sent.noDeadlines')}</p> : null}
      {deadlines.map((one) => (
        <div key={one.id} className="stack stack--1">
          {one.dueAt === null ? <OpenPeriod deadline={one} /> : <Clock deadline={one} dueAt={one.dueAt} />}
          <p className="t-2">{one.reason}</p>
          <p className="t-2 muted">
            {t('sent.recipient', { name: one.recipient })} ({unbroken(one.legalBasis)})
          </p>
        </div>
      ))}
      <p className="t-2 muted">{t('sent.deadlinesNote')}</p>
    </Panel>
  );
}

function OpenPeriod({ deadline }: { deadline: DeadlineView }) {
  const t = useText('incidents');
  return (
    <p>
      <b>{deadline.name}</b>
      <br />
      {t('sent.atOnce')} {deadline.possible ? <Badge>{t('sent.possible')}</Badge> : null}
    </p>
  );
}

function Clock({ deadline, dueAt }: { deadline: DeadlineView; dueAt: string }) {
  const t = useText('incidents');
  const common = useText('common');
  const format = useFormat();
  const over = deadline.leftMs <= 0;
  const state = over ? 'overdue' : deadline.leftMs < deadline.periodMs / 4 ? 'soon' : 'running';
  return (
    <DeadlineClock
      small
      name={deadline.name}
      state={state}
      left={over ? common('deadline.overdue') : common('format.left', { duration: format.duration(deadline.leftMs) })}
      by={`${common('format.until', { moment: format.dayTime(dueAt) })}${deadline.possible ? `, ${t('sent.possible')}` : ''}`}
      badge={common(over ? 'deadline.overdue' : 'deadline.soon')}
      periodMs={deadline.periodMs}
      leftMs={Math.max(0, deadline.leftMs)}
    />
  );
}
