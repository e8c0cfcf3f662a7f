import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Hidden } from '#app/ui/layout/layout.tsx';
import type { ListedSession } from './account-changes.server.ts';
import { browserName } from './browser-name.ts';
import { FormToken } from './gate-page.tsx';

/** Where somebody is signed in, each with a way to end it. */
export function SessionList({ sessions, formToken }: { sessions: readonly ListedSession[]; formToken: string }) {
  const t = useText('accounts');
  const format = useFormat();
  const nameOf = (session: ListedSession) => browserName(session.userAgent) ?? t('sessions.unknownDevice');
  return (
    <DataTable
      id="sessions"
      caption={t('sessions.title')}
      captionHidden
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        { key: 'device', title: t('sessions.device'), rowHeader: true, cell: nameOf },
        { key: 'network', title: t('sessions.network'), cell: (session) => session.addressPrefix },
        { key: 'begun', title: t('sessions.begun'), cell: (session) => format.dateTime(session.begunAt) },
        { key: 'seen', title: t('sessions.lastSeen'), cell: (session) => format.dateTime(session.lastSeenAt) },
        {
          key: 'end',
          title: <Hidden>{t('sessions.end')}</Hidden>,
          cell: (session) =>
            session.isThis ? (
              <Badge tone="ok">{t('sessions.this')}</Badge>
            ) : (
              <form method="post">
                <FormToken token={formToken} />
                <input type="hidden" name="session" value={session.id} />
                <Button look="quiet" small>
                  <span aria-hidden="true">{t('sessions.end')}</span>
                  <Hidden>{t('sessions.endOf', { device: nameOf(session) })}</Hidden>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
