import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { isDutyTaskKind } from '#app/domain/case/duty-tasks.ts';
import { Board, BoardColumn, BoardTicket } from '#app/ui/board/board.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { Cols, Filters, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { SeverityMark, named, useClockWords, usePlace } from './ticket-words.tsx';
import { boardColumns } from './view.ts';
import type { BoardView, TicketView } from './view.ts';

type Props = {
  view: BoardView;
  filter: { district: string; severity: string };
  hrefs: { board: string; case: (id: string) => string; mail: string };
};

/** Running cases by where they stand; above them the one thing that is late. */
export function BoardPage({ view, filter, hrefs }: Props) {
  const t = useText('office');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader
          title={t('board.title')}
          lead={t('board.lead')}
          tools={
            <>
              <span className="muted t-2">{t('board.asOf', { time: format.time(view.now) })}</span>
              <LinkButton look="quiet" small href={hrefs.board}>
                {t('board.refresh')}
              </LinkButton>
            </>
          }
        />
        {view.urgent ? <Urgent ticket={view.urgent} now={view.now} href={hrefs.case(view.urgent.caseId)} /> : null}
        <Filters>
          <SelectField
            id="lk"
            name="lk"
            label={t('board.district')}
            defaultValue={filter.district}
            optional={null}
            empty={useText('common')('action.all')}
            options={Object.entries(labels.districts).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            id="dr"
            name="dr"
            label={t('board.severity')}
            defaultValue={filter.severity}
            optional={null}
            empty={useText('common')('action.all')}
            options={[{ value: 'hoch', label: t('board.urgentOnly') }, ...Object.entries(labels.severities).map(([value, label]) => ({ value, label }))]}
          />
          <Button look="secondary">{useText('common')('action.filter')}</Button>
        </Filters>
        {view.shown === view.total ? null : <p className="muted t-2">{t('board.filtered', { shown: view.shown, total: view.total })}</p>}
        <Board>
          {boardColumns.map((column) => (
            <BoardColumn key={column} id={`spalte-${column}`} title={t(`board.columns.${column}`)} count={view.columns[column].length} empty={t('board.empty')}>
              {view.columns[column].map((ticket) => (
                <Ticket key={ticket.caseId} ticket={ticket} now={view.now} href={hrefs.case(ticket.caseId)} />
              ))}
            </BoardColumn>
          ))}
        </Board>
        <Cols split="8-4">
          <DueTasks view={view} hrefs={hrefs} />
          <Panel id="postausgang" title={t('board.mailTitle')}>
            <p>{view.mail.dead > 0 ? t('board.mailDead', { count: view.mail.dead }) : t('board.mailFine')}</p>
            <p>
              <a href={hrefs.mail}>{t('board.toMail')}</a>
            </p>
          </Panel>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function Urgent({ ticket, now, href }: { ticket: TicketView; now: string; href: string }) {
  const t = useText('office');
  const format = useFormat();
  const labels = useLabels();
  const place = usePlace()(ticket);
  const waited = new Date(now).getTime() - new Date(ticket.clock.since).getTime();
  return (
    <section className="lamp lamp--left row row--apart" data-surface="night" aria-labelledby="jetzt">
      <div className="stack stack--1">
        <p className="eyebrow">{t('board.actNow')}</p>
        <h2 id="jetzt">{t('board.urgentTitle', { place, duration: format.durationSince(waited) })}</h2>
        <p className="muted">{t('board.urgentLead', { kind: labels.incidentKinds[ticket.kind], next: ticket.owner === null ? '' : `${t(`owners.${ticket.owner.owner}`)}: ${t(`next.${ticket.owner.next}`)}` })}</p>
      </div>
      <LinkButton href={href} arrow>
        {t('board.toCase')}
      </LinkButton>
    </section>
  );
}

function Ticket({ ticket, now, href }: { ticket: TicketView; now: string; href: string }) {
  const t = useText('office');
  const labels = useLabels();
  const words = useClockWords(now);
  const place = usePlace();
  const size = [named(labels.sizeClasses, ticket.sizeClass), ticket.language === 'de' ? '' : named(labels.languages, ticket.language)].filter(Boolean).join(', ');
  return (
    <BoardTicket
      code={ticket.reference}
      severity={<SeverityMark severity={ticket.severity} />}
      title={labels.incidentKinds[ticket.kind]}
      href={href}
      place={
        <>
          {place(ticket)}
          {size ? <>, {size}</> : null}
        </>
      }
      note={noteOf(ticket, t, labels.caseStates[ticket.state])}
      wait={words(ticket.clock)}
      late={ticket.clock.late}
      action={
        ticket.state === 'in_triage' || ticket.clock.late ? (
          <LinkButton small look={ticket.clock.late ? 'primary' : 'secondary'} href={href} aria-describedby={`spalte-${ticket.state === 'in_triage' ? 'new' : 'asked'}`}>
            {ticket.state === 'in_triage' ? t('board.look') : t('board.decide')}
          </LinkButton>
        ) : null
      }
    />
  );
}

function noteOf(ticket: TicketView, t: ReturnType<typeof useText<'office'>>, state: string): string {
  const offers = [
    ticket.offersOpen > 0 ? t('ticket.offersOpen', { count: ticket.offersOpen }) : '',
    ticket.offersOver > 0 && ticket.leading === null ? t('ticket.offersOver', { count: ticket.offersOver }) : '',
    ticket.wave > 0 && ticket.leading === null ? t('ticket.wave', { number: ticket.wave }) : '',
  ].filter(Boolean);
  const who = ticket.owner === null ? '' : `${t(`owners.${ticket.owner.owner}`)}: ${t(`next.${ticket.owner.next}`)}`;
  return [ticket.leading ?? (offers.join(', ') || state), who].filter(Boolean).join('. ');
}

function DueTasks({ view, hrefs }: { view: BoardView; hrefs: Props['hrefs'] }) {
  const t = useText('office');
  const format = useFormat();
  return (
    <Section id="faellig" title={t('board.dueTitle')} gap={3}>
      {view.tasks.length === 0 ? (
        <p className="muted">{t('board.dueEmpty')}</p>
      ) : (
        <DataTable
          id="aufgaben"
          caption={t('board.dueTask')}
          captionHidden
          rows={view.tasks}
          rowKey={(task) => task.id}
          columns={[
            { key: 'task', title: t('board.dueTask'), rowHeader: true, cell: (task) => (isDutyTaskKind(task.kind) ? t(`tasks.${task.kind}`) : t('tasks.other')) },
            { key: 'case', title: t('board.dueCase'), cell: (task) => (task.caseId ? <a href={hrefs.case(task.caseId)}>{task.reference}</a> : null) },
            { key: 'severity', title: t('board.severity'), cell: (task) => (task.severity ? <SeverityMark severity={task.severity} /> : null) },
            { key: 'due', title: t('board.dueBy'), cell: (task) => <time dateTime={task.dueAt}>{format.dayTime(task.dueAt)}</time> },
          ]}
        />
      )}
    </Section>
  );
}
