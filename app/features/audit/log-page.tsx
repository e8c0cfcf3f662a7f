import { useFormat, useText } from '#app/content/use-text.tsx';
import { auditEventsByArea } from '#app/domain/audit/events.ts';
import type { AuditArea, AuditEventName } from '#app/domain/audit/events.ts';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { Filters, Paging, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';
import { logParams } from './form.ts';
import type { LogErrors } from './form.ts';

export type LogRow = {
  readonly sequence: number;
  readonly at: string;
  /** A name of the present list, or one that an older version wrote. */
  readonly event: string;
  readonly known: AuditEventName | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly reason: string | null;
};

export type LogView = {
  readonly entries: readonly LogRow[];
  readonly total: number;
  /** What stands in the fields, as it was typed. */
  readonly typed: { readonly kind: string; readonly from: string; readonly until: string };
  readonly errors: LogErrors;
  /** Address without a selection; null when nothing is selected. */
  readonly clear: string | null;
  readonly newest: string | null;
  readonly newer: string | null;
  readonly older: string | null;
  readonly checkpoint: { readonly size: number; readonly at: string; readonly note: string } | null;
};

/** The log, newest first, and how it is checked. `checked`: what recomputing the chain has shown. */
export function LogPage({ view, checked, formToken }: { view: LogView; checked: { readonly brokenAt: number | null } | null; formToken: string }) {
  const t = useText('audit');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('title')} lead={t('lead')} />
        {checked ? <Callout tone={checked.brokenAt === null ? 'ok' : 'danger'}><p>{checked.brokenAt === null ? t('sound') : t('broken', { sequence: checked.brokenAt })}</p></Callout> : null}
        <Selection view={view} />
        <Entries view={view} />
        <Verification view={view} formToken={formToken} />
      </Stack>
    </Wrap>
  );
}

function Selection({ view }: { view: LogView }) {
  const t = useText('audit');
  const tc = useText('common');
  const { typed, errors } = view;
  const textAt = (field: keyof LogErrors) => (errors[field] ? t(`errors.${errors[field]}`) : undefined);
  const fields = (['kind', 'from', 'until'] as const).filter((field) => errors[field]);
  const areas = (Object.keys(auditEventsByArea) as AuditArea[]).map((area) => ({
    group: t(`areas.${area}`),
    options: [{ value: area, label: t(`areas.${area}`) }, ...auditEventsByArea[area].map((event) => ({ value: event, label: t(`events.${event}`) }))],
  }));
  return (
    <>
      <ErrorSummary title={tc('form.errors', { count: fields.length })} errors={fields.map((field) => ({ field: logParams[field], text: textAt(field) }))} />
      <Filters>
        <SelectField id={logParams.kind} name={logParams.kind} label={t('filter')} optional={null} empty={tc('action.all')} defaultValue={typed.kind} error={textAt('kind')} options={areas} />
        <TextField id={logParams.from} name={logParams.from} type="date" label={t('from')} optional={null} defaultValue={typed.from} error={textAt('from')} />
        <TextField id={logParams.until} name={logParams.until} type="date" label={t('until')} optional={null} defaultValue={typed.until} error={textAt('until')} />
        <Button look="secondary">{t('apply')}</Button>
        {view.clear === null ? null : (
          <LinkButton look="quiet" href={view.clear}>
            {t('clear')}
          </LinkButton>
        )}
      </Filters>
    </>
  );
}

function Entries({ view }: { view: LogView }) {
  const t = useText('audit');
  const format = useFormat();
  const first = view.entries[0];
  const last = view.entries.at(-1);
  const paging = (
    <Paging label={t('caption')} previous={view.newer ? { href: view.newer, label: t('newer') } : undefined} next={view.older ? { href: view.older, label: t('older') } : undefined}>
      {first && last ? t('shown', { first: first.sequence, last: last.sequence }) : null}
    </Paging>
  );
  return (
    <Stack gap={3}>
      <p className="muted t-2">
        {t('total', { count: view.total })}
        {view.newest === null ? null : <> · <a href={view.newest}>{t('newest')}</a></>}
      </p>
      <DataTable
        id="eintraege"
        caption={t('caption')}
        rows={view.entries}
        rowKey={(row) => String(row.sequence)}
        empty={<EmptyState title={t('empty')} />}
        footer={paging}
        columns={[
          { key: 'sequence', title: t('sequence'), numeric: true, cell: (row) => row.sequence },
          { key: 'at', title: t('at'), cell: (row) => <time dateTime={row.at}>{format.dateTime(row.at)}</time> },
          { key: 'event', title: t('event'), rowHeader: true, cell: (row) => <EventName row={row} /> },
          { key: 'actor', title: t('actor'), cell: (row) => (row.actorKind === 'user' ? t('actors.user', { id: shortId(row.actorId) }) : row.actorKind === 'guest' ? t('actors.guest') : t('actors.system')) },
          { key: 'object', title: t('object'), cell: (row) => (row.objectKind ? `${row.objectKind} ${shortId(row.objectId)}` : '') },
          { key: 'reason', title: t('reason'), cell: (row) => (row.reason === null ? '' : <code title={row.reason}>{shortReason(row.reason)}</code>) },
        ]}
      />
    </Stack>
  );
}

/** In words, with the name that stands in the stored entry. */
function EventName({ row }: { row: LogRow }) {
  const t = useText('audit');
  if (row.known === null) return <code>{row.event}</code>;
  return (
    <>
      {t(`events.${row.known}`)}
      <span className="hide-s">
        <br />
        <code className="muted t-1">{row.event}</code>
      </span>
    </>
  );
}

function Verification({ view, formToken }: { view: LogView; formToken: string }) {
  const t = useText('audit');
  const format = useFormat();
  return (
    <Panel id="pruefen" title={t('verifyTitle')}>
      <p className="measure">{t('verifyText')}</p>
      <p><code>npm run admin -- verify-audit</code></p>
      <form method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <Button look="secondary">{t('verifyButton')}</Button>
      </form>
      <h3 className="t-4">{t('checkpointTitle')}</h3>
      {view.checkpoint ? (
        <>
          <p>{t('checkpoint', { size: view.checkpoint.size, moment: format.dateTime(view.checkpoint.at) })}</p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways on phones */}
          <pre className="table" tabIndex={0}>{view.checkpoint.note}</pre>
        </>
      ) : (
        <p className="muted">{t('noCheckpoint')}</p>
      )}
    </Panel>
  );
}

function shortId(id: string | null): string {
  return id === null ? '' : id.slice(0, 8);
}

/** A hash would fill the row; its beginning is enough to compare, the whole stands in the title. */
function shortReason(reason: string): string {
  return reason.length > 28 ? `${reason.slice(0, 26)}…` : reason;
}
