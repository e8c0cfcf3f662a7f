import { useFormat, useText } from '#app/content/use-text.tsx';
import { auditEventNames } from '#app/domain/audit/events.ts';
import { Button } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { Filters, Paging, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';

export type LogView = {
  readonly entries: readonly { readonly sequence: number; readonly at: string; readonly event: string; readonly actorKind: string; readonly actorId: string | null; readonly objectKind: string | null; readonly objectId: string | null; readonly reason: string | null }[];
  readonly total: number;
  readonly event: string;
  readonly older: string | null;
  readonly newest: string | null;
  readonly checkpoint: { readonly size: number; readonly at: string; readonly note: string } | null;
};

/** The log, newest first, and how it is checked. `checked`: what recomputing the chain has shown. */
export function LogPage({ view, checked, formToken }: { view: LogView; checked: { readonly brokenAt: number | null } | null; formToken: string }) {
  const t = useText('audit');
  const tc = useText('common');
  const format = useFormat();
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('title')} lead={t('lead')} />
        {checked ? <Callout tone={checked.brokenAt === null ? 'ok' : 'danger'}><p>{checked.brokenAt === null ? t('sound') : t('broken', { sequence: checked.brokenAt })}</p></Callout> : null}
        <Filters>
          <SelectField id="ereignis" name="ereignis" label={t('filter')} optional={null} empty={tc('action.all')} defaultValue={view.event} options={auditEventNames.map((value) => ({ value, label: value }))} />
          <Button look="secondary">{tc('action.filter')}</Button>
        </Filters>
        <p className="muted t-2">{t('total', { count: view.total })}</p>
        <DataTable
          id="eintraege"
          caption={t('caption')}
          rows={view.entries}
          rowKey={(row) => String(row.sequence)}
          empty={<EmptyState title={t('empty')} />}
          footer={<Paging label={t('caption')} previous={view.newest ? { href: view.newest, label: t('newest') } : undefined} next={view.older ? { href: view.older, label: t('older') } : undefined} />}
          columns={[
            { key: 'sequence', title: t('sequence'), numeric: true, cell: (row) => row.sequence },
            { key: 'at', title: t('at'), cell: (row) => <time dateTime={row.at}>{format.dateTime(row.at)}</time> },
            { key: 'event', title: t('event'), rowHeader: true, cell: (row) => <code>{row.event}</code> },
            { key: 'actor', title: t('actor'), cell: (row) => (row.actorKind === 'user' ? t('actors.user', { id: shortId(row.actorId) }) : row.actorKind === 'guest' ? t('actors.guest') : t('actors.system')) },
            { key: 'object', title: t('object'), cell: (row) => (row.objectKind ? `${row.objectKind} ${shortId(row.objectId)}` : '') },
            { key: 'reason', title: t('reason'), cell: (row) => row.reason ?? '' },
          ]}
        />
        <Panel id="pruefen" title={t('verifyTitle')}>
          <p className="measure">{t('verifyText')}</p>
          <p><code>npm run admin -- verify-audit</code></p>
          <form method="post">
            <input type="hidden" name="formToken" value={formToken} />
            <Button look="secondary">{t('verifyButton')}</Button>
          </form>
          <h3>{t('checkpointTitle')}</h3>
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
      </Stack>
    </Wrap>
  );
}

function shortId(id: string | null): string {
  return id === null ? '' : id.slice(0, 8);
}
