import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { ConfirmPage } from '#app/ui/confirm/confirm.tsx';
import { summaryOf } from '#app/ui/form/form-state.ts';
import { ActionBar, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { siteFields } from './form.ts';
import { SiteFields } from './sites-page.tsx';
import type { Districts } from './sites-page.tsx';
import type { SiteView } from './sites-view.ts';

/** One site to change. */
export function SitePage({ view, districts, formToken }: { view: SiteView; districts: Districts; formToken: string }) {
  const t = useText('sites');
  const common = useText('common');
  const errors = summaryOf(view.form, siteFields);
  return (
    <Wrap flow className="stack stack--5">
      <PageHeader back={{ href: view.links.sites, label: t('title') }} title={t('changeTitle', { site: view.title })} lead={t('changeLead')} />
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      {view.conflict === null ? null : (
        <div role="alert" tabIndex={-1}>
          <Callout tone="warn" title={t('conflict.title')}>
            <p>{t('conflict.text', { stored: view.conflict })}</p>
            <p>
              <a href={view.links.self}>{t('conflict.leave')}</a>
            </p>
          </Callout>
        </div>
      )}
      <form className="stack stack--4 measure" method="post" noValidate>
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="revision" value={view.revision} />
        <SiteFields form={view.form} districts={districts} />
        <ActionBar>
          <Button>{t('save')}</Button>
          <LinkButton look="secondary" href={view.links.sites}>
            {common('action.cancel')}
          </LinkButton>
        </ActionBar>
      </form>
      {view.isOnly ? (
        <p className="muted">{t('lastStays')}</p>
      ) : (
        <p>
          <a href={view.links.remove}>{t('removeOf', { site: view.title })}</a>
        </p>
      )}
    </Wrap>
  );
}

/** Asks before a site goes, and names the running checks that it changes. */
export function SiteRemovePage({ view, formToken, changed }: { view: SiteView; formToken: string; changed: boolean }) {
  const t = useText('sites');
  const common = useText('common');
  const format = useFormat();
  const { runs } = view;
  return (
    <ConfirmPage
      title={t('removeTitle', { site: view.title })}
      consequences={
        <>
          {changed ? <Flash tone="danger">{t('changedMeanwhile')}</Flash> : null}
          {runs.length > 0 ? (
            <Callout tone="warn" title={t('removeRuns', { count: runs.length })}>
              <ul>
                {runs.map((run) => (
                  <li key={run.id}>
                    <a href={run.href}>{t('removeRun', { title: run.title, date: format.date(run.startedAt) })}</a>
                  </li>
                ))}
              </ul>
              <p>{t('removeRunsText')}</p>
            </Callout>
          ) : null}
          <p>{t('removeText')}</p>
        </>
      }
      fields={
        <>
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="revision" value={view.revision} />
        </>
      }
      confirm={t('removeSubmit')}
      cancel={{ href: view.links.sites, label: common('action.cancel') }}
    />
  );
}
