import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { RadioCards } from '#app/ui/choices/choices.tsx';
import { Panel } from '#app/ui/panel/panel.tsx';

export type FeedView = { readonly scope: 'all' | 'mine'; readonly createdAt: string; readonly lastFetchedAt: string | null };

/** The address of the own calendar: made, renewed, ended. */
export function FeedForms({ feed, address, formToken }: { feed: FeedView | null; address: string | null; formToken: string }) {
  const t = useText('measures');
  const format = useFormat();
  const scopes = (['all', 'mine'] as const).map((scope) => ({ value: scope, label: t(`feed.scopes.${scope}`) }));
  return (
    <>
      {address ? (
        <Panel id="adresse" title={t('feed.readyTitle')} gap={4}>
          <p className="measure">
            <strong>{t('feed.once')}</strong>
          </p>
          <div className="field">
            <label className="field__label" htmlFor="f-address">
              {t('feed.address')}
            </label>
            <input className="input" id="f-address" type="text" readOnly value={address} translate="no" />
          </div>
          <p className="muted measure">{t('feed.secret')}</p>
        </Panel>
      ) : null}
      {feed ? (
        <div className="stack stack--3">
          <p>{t('feed.exists', { scope: t(`feed.scopes.${feed.scope}`), date: format.date(feed.createdAt) })}</p>
          <p className="muted">{feed.lastFetchedAt ? t('feed.fetched', { moment: format.dateTime(feed.lastFetchedAt) }) : t('feed.neverFetched')}</p>
          <form method="post">
            <input type="hidden" name="formToken" value={formToken} />
            <input type="hidden" name="intent" value="revoke" />
            <Button look="secondary">{t('feed.revoke')}</Button>
          </form>
        </div>
      ) : null}
      <form className="stack stack--4" method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="intent" value="make" />
        <RadioCards id="f-scope" name="scope" legend={t('feed.scope')} options={scopes} chosen={[feed?.scope ?? 'all']} />
        {feed ? <p className="muted">{t('feed.renewHint')}</p> : null}
        <div>
          <Button look={feed ? 'secondary' : 'primary'}>{t(feed ? 'feed.renew' : 'feed.make')}</Button>
        </div>
      </form>
    </>
  );
}
