import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { Filters, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Rows } from '#app/ui/panel/panel.tsx';
import { CapabilityCounts, CapabilityList } from './capability-list.tsx';
import type { PublicProvider } from './ports.ts';

/** Approved providers by district and kind of incident, and how vetting works. */
export function ProviderListPage({ providers, filter, hrefs }: { providers: readonly PublicProvider[]; filter: { district: string; kind: string }; hrefs: { apply: string } }) {
  const t = useText('providers');
  const tc = useText('common');
  const labels = useLabels();
  const format = useFormat();
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={t('list.title')} lead={t('list.lead')} />
        <Filters>
          <SelectField id="lk" name="lk" label={t('profile.districts')} optional={null} defaultValue={filter.district} empty={tc('action.all')} options={Object.entries(labels.districts).map(([value, label]) => ({ value, label }))} />
          <SelectField id="art" name="art" label={t('list.kind')} optional={null} defaultValue={filter.kind} empty={tc('action.all')} options={Object.entries(labels.incidentKinds).map(([value, label]) => ({ value, label }))} />
          <Button look="secondary">{tc('action.filter')}</Button>
        </Filters>
        {providers.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
        ) : (
          <>
            <p className="muted">{t('list.filtered', { count: providers.length })}</p>
            <Rows
              items={providers.map((one) => ({
                key: one.name,
                content: (
                  <div className="stack stack--1">
                    <h2 className="t-4">{one.name}</h2>
                    <p className="muted t-2">
                      {t('list.at', { town: one.town, date: format.date(one.approvedUntil) })}
                      <br />
                      {t('list.area', {
                        districts: one.districts.map((id) => (labels.districts as Readonly<Record<string, string>>)[id] ?? id).join(', '),
                        ways: format.list([...(one.remote ? [t('list.remote')] : []), ...(one.onSite ? [t('list.onSite')] : [])]),
                      })}
                    </p>
                    <Disclosure bare summary={<span><CapabilityCounts approvals={one.approvals} /></span>}>
                      <CapabilityList approvals={one.approvals} />
                    </Disclosure>
                  </div>
                ),
              }))}
            />
          </>
        )}
        <section className="stack stack--3">
          <h2>{t('list.howTitle')}</h2>
          <p className="measure">{t('list.how')}</p>
          <p>
            <LinkButton look="secondary" href={hrefs.apply}>
              {t('list.apply')}
            </LinkButton>
          </p>
        </section>
      </Stack>
    </Wrap>
  );
}
