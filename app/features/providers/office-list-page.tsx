import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import type { BadgeTone } from '#app/ui/badge/badge.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { Filters, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import { CapabilityCounts } from './capability-list.tsx';
import type { ApprovalRow } from './ports.ts';

export type OfficeListRow = {
  readonly providerId: string;
  readonly name: string;
  readonly town: string;
  readonly standing: VettingState;
  readonly approvedUntil: string | null;
  readonly application: { readonly state: VettingState } | null;
  readonly suspensionOpen: boolean;
  readonly approvals: readonly ApprovalRow[];
};

const tones: Partial<Record<VettingState, BadgeTone>> = { approved: 'ok', approved_with_conditions: 'ok', expiring: 'warn', expired: 'danger', suspended: 'danger', revoked: 'danger', submitted: 'info', in_review: 'info', ready_for_decision: 'info', more_needed: 'warn' };

export function VettingBadge({ state }: { state: VettingState }) {
  return <Badge tone={tones[state] ?? 'neutral'}>{useLabels().vettingStates[state]}</Badge>;
}

/** Providers with where they stand and what waits for a decision. */
export function OfficeProviderList({ rows, total, query, hrefs }: { rows: readonly OfficeListRow[]; total: number; query: { text: string; filter: string }; hrefs: { provider: (id: string) => string; ties: string } }) {
  const t = useText('providers');
  const tc = useText('common');
  const format = useFormat();
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('office.title')} lead={t('office.lead')} />
        <p>
          <a href={hrefs.ties}>{t('ties.own')}</a>
        </p>
        <Filters>
          <TextField id="suche" name="suche" type="search" label={t('office.search')} optional={null} defaultValue={query.text} />
          <SelectField id="nur" name="nur" label={t('office.filter')} optional={null} defaultValue={query.filter} options={(['all', 'to_review', 'approved', 'ending', 'stopped'] as const).map((value) => ({ value, label: t(`office.filters.${value}`) }))} />
          <Button look="secondary">{tc('action.filter')}</Button>
        </Filters>
        <p className="muted t-2">{t('office.count', { shown: rows.length, total })}</p>
        <DataTable
          id="dienstleister"
          caption={t('office.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.providerId}
          empty={<EmptyState title={t('office.empty')} />}
          columns={[
            { key: 'name', title: t('office.name'), rowHeader: true, cell: (row) => <><a href={hrefs.provider(row.providerId)}>{row.name}</a><br /><span className="muted t-2">{row.town}</span></> },
            { key: 'standing', title: t('office.standing'), cell: (row) => <>{row.standing === 'draft' ? '–' : <VettingBadge state={row.standing} />}{row.suspensionOpen ? <><br /><span className="t-2">{t('office.suspensionOpen')}</span></> : null}</> },
            { key: 'until', title: t('office.until'), cell: (row) => (row.approvedUntil ? format.date(row.approvedUntil) : '–') },
            { key: 'application', title: t('office.application'), cell: (row) => (row.application ? <VettingBadge state={row.application.state} /> : '–') },
            { key: 'approvals', title: t('office.approvals'), cell: (row) => (row.approvals.length === 0 ? '–' : <CapabilityCounts approvals={row.approvals} />) },
          ]}
        />
      </Stack>
    </Wrap>
  );
}
