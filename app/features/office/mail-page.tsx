import { useFormat, useText } from '#app/content/use-text.tsx';
import { getMessages } from '#app/content/messages.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Figures } from '#app/ui/facts/facts.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export type MailView = {
  readonly counts: { readonly pending: number; readonly dead: number; readonly sentToday: number };
  readonly rows: readonly { readonly id: string; readonly kind: string; readonly state: string; readonly attempts: number; readonly errorCode: string | null; readonly createdAt: string }[];
};

/** What waits and what reached nobody, without addresses or texts. */
export function MailPage({ view, formToken, done, failed, hrefs }: { view: MailView; formToken: string; done: boolean; failed: boolean; hrefs: { board: string } }) {
  const t = useText('office');
  const format = useFormat();
  const kinds: Readonly<Record<string, { subject: string }>> = getMessages(useLocale()).notices.kinds;
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader back={{ href: hrefs.board, label: t('case.back') }} title={t('mail.title')} lead={t('mail.lead')} />
        {done ? <Flash>{t('mail.requeued')}</Flash> : null}
        {failed ? <Flash tone="danger">{t('mail.notDead')}</Flash> : null}
        <Figures
          figures={[
            { key: 'dead', value: view.counts.dead, label: t('mail.dead') },
            { key: 'pending', value: view.counts.pending, label: t('mail.pending') },
            { key: 'sent', value: view.counts.sentToday, label: t('mail.sentToday') },
          ]}
        />
        <DataTable
          id="nachrichten"
          caption={t('mail.caption')}
          rows={view.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('mail.empty')}>{t('mail.emptyText')}</EmptyState>}
          columns={[
            { key: 'kind', title: t('mail.kind'), rowHeader: true, cell: (row) => kinds[row.kind]?.subject ?? row.kind },
            { key: 'state', title: t('mail.state'), cell: (row) => <Badge tone={row.state === 'dead' ? 'danger' : 'neutral'}>{t(`mail.states.${row.state === 'dead' ? 'dead' : row.state === 'sending' ? 'sending' : 'pending'}`)}</Badge> },
            { key: 'created', title: t('mail.created'), cell: (row) => <time dateTime={row.createdAt}>{format.dayTime(row.createdAt)}</time> },
            { key: 'attempts', title: t('mail.attempts'), numeric: true, cell: (row) => row.attempts },
            { key: 'error', title: t('mail.error'), cell: (row) => row.errorCode ?? t('mail.noError') },
            {
              key: 'again',
              title: t('mail.again'),
              cell: (row) =>
                row.state === 'dead' ? (
                  <form method="post">
                    <input type="hidden" name="formToken" value={formToken} />
                    <input type="hidden" name="id" value={row.id} />
                    <Button look="secondary" small>
                      {t('mail.again')}
                    </Button>
                  </form>
                ) : null,
            },
          ]}
        />
      </Stack>
    </Wrap>
  );
}
