import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Hidden, Row } from '#app/ui/layout/layout.tsx';
import { Rows } from '#app/ui/panel/panel.tsx';
import type { ListedSession } from './account-changes.server.ts';
import { browserName } from './browser-name.ts';
import { FormToken } from './gate-page.tsx';

/** Where somebody is signed in, each with a way to end it. */
export function SessionList({ sessions, formToken }: { sessions: readonly ListedSession[]; formToken: string }) {
  const t = useText('accounts');
  const format = useFormat();
  const nameOf = (session: ListedSession) => browserName(session.userAgent) ?? t('sessions.unknownDevice');
  return (
    <Rows
      items={sessions.map((session) => ({
        key: session.id,
        content: (
          <Row apart>
            <div>
              <p>
                <strong>{nameOf(session)}</strong> {session.isThis ? <Badge tone="ok">{t('sessions.this')}</Badge> : null}
              </p>
              <p className="muted t-2">{t('sessions.times', { begun: format.dateTime(session.begunAt), seen: format.dateTime(session.lastSeenAt) })}</p>
              <p className="muted t-2">{t('sessions.fromNetwork', { network: session.addressPrefix })}</p>
            </div>
            {session.isThis ? null : <EndSession session={session.id} device={nameOf(session)} formToken={formToken} />}
          </Row>
        ),
      }))}
    />
  );
}

function EndSession({ session, device, formToken }: { session: string; device: string; formToken: string }) {
  const t = useText('accounts');
  return (
    <form method="post">
      <FormToken token={formToken} />
      <input type="hidden" name="session" value={session} />
      <Button look="quiet" small>
        <span aria-hidden="true">{t('sessions.end')}</span>
        <Hidden>{t('sessions.endOf', { device })}</Hidden>
      </Button>
    </form>
  );
}
