import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Hidden, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import { longest, siteFields } from './form.ts';
import type { SiteRow, SitesView } from './sites-view.ts';

export type Districts = readonly { readonly value: string; readonly label: string }[];
export type SitesNote = 'added' | 'changed' | 'removed';

type Props = {
  view: SitesView;
  add: { readonly form: FormState; readonly formToken: string; readonly idempotencyKey: string; readonly districts: Districts };
  note: SitesNote | null;
};

/** Where a company works; whoever leads it enters, changes and removes sites. */
export function SitesPage({ view, add, note }: Props) {
  const t = useText('sites');
  const common = useText('common');
  const errors = summaryOf(add.form, siteFields);
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader back={{ href: view.teamHref, label: t('back') }} title={t('title')} lead={t('lead')} />
        {note ? <Flash>{t(`note.${note}`)}</Flash> : null}
        <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
        <Cols split="8-4">
          <Section id="sites" title={t('listPart')} gap={4}>
            <Rows items={view.rows.map((row) => ({ key: row.id, content: <Line row={row} /> }))} />
            {view.rows.length === 1 ? <EmptyState title={t('onlyOne')}>{t(view.mayChange ? 'onlyOneText' : 'onlyOneReader')}</EmptyState> : null}
            {view.mayChange ? null : <p className="muted">{t('whoChanges')}</p>}
          </Section>
          {view.mayChange ? (
            <Panel id="add" title={t('addPart')}>
              <form className="stack stack--4" method="post" noValidate>
                <input type="hidden" name="formToken" value={add.formToken} />
                <input type="hidden" name="idempotencyKey" value={add.idempotencyKey} />
                <SiteFields form={add.form} districts={add.districts} />
                <p>
                  <Button>{t('add')}</Button>
                </p>
              </form>
            </Panel>
          ) : (
            <div />
          )}
        </Cols>
      </Stack>
    </Wrap>
  );
}

function Line({ row }: { row: SiteRow }) {
  const t = useText('sites');
  return (
    <div className="row row--apart">
      <div className="stack stack--1">
        <p>
          <strong>{row.title}</strong>
        </p>
        {row.place ? <p className="muted t-2">{row.place}</p> : null}
      </div>
      {row.changeHref ? (
        <div className="row">
          <a href={row.changeHref}>
            <span aria-hidden="true">{t('change')}</span>
            <Hidden>{t('changeOf', { site: row.title })}</Hidden>
          </a>
          {row.removeHref ? (
            <a href={row.removeHref}>
              <span aria-hidden="true">{t('remove')}</span>
              <Hidden>{t('removeOf', { site: row.title })}</Hidden>
            </a>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Name, town and district. */
export function SiteFields({ form, districts }: { form: FormState; districts: Districts }) {
  const t = useText('sites');
  const common = useText('common');
  return (
    <>
      <TextField {...fieldProps(form, 'name')} label={t('name')} hint={t('nameHint')} maxLength={longest.name} autoComplete="off" />
      <TextField {...fieldProps(form, 'town')} label={t('town')} maxLength={longest.town} autoComplete="off" />
      <SelectField {...fieldProps(form, 'district')} label={t('district')} empty={common('action.select')} options={districts} />
    </>
  );
}
