import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Facts } from '#app/ui/facts/facts.tsx';
import { CheckboxList } from '#app/ui/choices/choices.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { choiceProps, summaryOf } from '#app/ui/form/form-state.ts';
import { ActionBar, Wrap } from '#app/ui/layout/layout.tsx';
import { sitesField } from './site-scope-view.ts';
import type { ChooseSitesView, ScopeChangeView, ScopeView } from './site-scope-view.ts';

/** For which sites the answers hold; nothing where the company has one. */
export function SiteScopeNote({ scope }: { scope: ScopeView | null }) {
  const t = useText('sites');
  const format = useFormat();
  if (scope === null) return null;
  if (scope.kind === 'undecided') {
    return (
      <Callout tone="warn" title={t('scope.undecided')}>
        {scope.changeHref ? (
          <p>
            <a href={scope.changeHref}>{t('scope.choose')}</a>
          </p>
        ) : null}
      </Callout>
    );
  }
  const { covered, others } = scope;
  if (covered.length + others.length > mostNamed) return <ManySites scope={scope} />;
  return (
    <p className="measure">
      {t('scope.holdsFor', { sites: format.list(covered) })} {others.length > 0 ? t('scope.notFor', { sites: format.list(others) }) : null}{' '}
      {scope.changeHref ? <a href={scope.changeHref}>{t('scope.change')}</a> : null}
    </p>
  );
}

/** Said before two runs are compared that hold for different sites. */
export function OtherSites({ change, earlierClosedAt }: { change: ScopeChangeView | null; earlierClosedAt: string }) {
  const t = useText('sites');
  const format = useFormat();
  if (change === null) return null;
  const date = format.date(earlierClosedAt);
  if (change.kind === 'not_kept') return <p className="measure">{t('compared.notKept', { date })}</p>;
  const lists = [
    { key: 'both', sites: change.both },
    { key: 'onlyThen', sites: change.onlyThen },
    { key: 'onlyNow', sites: change.onlyNow },
  ] as const;
  return (
    <Callout title={t('compared.title', { date })}>
      <Facts facts={lists.filter(({ sites }) => sites.length > 0).map(({ key, sites }) => ({ key, term: t(`compared.${key}`), value: format.list(sites) }))} />
      <p>{t('compared.meaning')}</p>
    </Callout>
  );
}

/** So many sites are named in one sentence; of more their number is said. */
const mostNamed = 6;

function ManySites({ scope: { covered, others, changeHref } }: { scope: ScopeView }) {
  const t = useText('sites');
  return (
    <div className="measure stack stack--2">
      <p>
        {others.length === 0 ? t('scope.holdsForAll', { count: covered.length }) : t('scope.holdsForSome', { count: covered.length, all: covered.length + others.length })}{' '}
        {changeHref ? <a href={changeHref}>{t('scope.change')}</a> : null}
      </p>
      <Disclosure bare summary={t('scope.which')}>
        <SiteNames names={covered} />
        {others.length > 0 ? (
          <>
            <p>
              <strong>{t('scope.notForThese')}</strong>
            </p>
            <SiteNames names={others} />
          </>
        ) : null}
      </Disclosure>
    </div>
  );
}

function SiteNames({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {/* Two sites may have the same name. */}
      {names.map((name, at) => (
        <li key={`${at} ${name}`}>{name}</li>
      ))}
    </ul>
  );
}

/** The question for which sites the answers of a run hold. */
export function ChooseSitesPage({ view, formToken }: { view: ChooseSitesView; formToken: string }) {
  const t = useText('sites');
  const common = useText('common');
  const format = useFormat();
  const errors = summaryOf(view.form, [sitesField]);
  const { conflict } = view;
  return (
    <Wrap flow className="stack stack--5">
      <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
      {conflict === null ? null : (
        <div role="alert" tabIndex={-1}>
          <Callout tone="warn" title={t('scope.conflictTitle')}>
            <p>{conflict.length > 0 ? t('scope.conflictText', { sites: format.list(conflict) }) : t('scope.conflictGone')}</p>
            <p>
              <a href={view.links.overview}>{t('conflict.leave')}</a>
            </p>
          </Callout>
        </div>
      )}
      <p className="muted">{view.checklist}</p>
      <form className="stack stack--5" method="post" noValidate>
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="revision" value={view.revision} />
        <CheckboxList {...choiceProps(view.form, sitesField)} legend={t('scope.question')} legendIsHeading hint={t('scope.hint')} options={view.options} />
        <ActionBar>
          <Button arrow={view.begins}>{t(view.begins ? 'scope.begin' : 'save')}</Button>
          <LinkButton look="quiet" href={view.links.overview}>
            {t('scope.toOverview')}
          </LinkButton>
        </ActionBar>
      </form>
    </Wrap>
  );
}
