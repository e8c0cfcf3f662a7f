import type { AccountServices } from '#app/features/accounts/services.server.ts';
import type { CaseServices } from '#app/features/cases/services.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import type { DossierServices } from '#app/features/dossiers/services.server.ts';
import type { IncidentServices } from '#app/features/incidents/services.server.ts';
import type { MatchingServices } from '#app/features/matching/services.server.ts';
import type { MeasureServices } from '#app/features/measures/services.server.ts';
import type { NoticeServices } from '#app/features/notices/services.server.ts';
import type { OverviewServices } from '#app/features/overview/services.server.ts';
import type { ProviderServices } from '#app/features/providers/services.server.ts';
import type { SiteServices } from '#app/features/sites/services.server.ts';
import type { AuditServices } from '#app/features/audit/services.server.ts';
import type { OfficeServices } from '#app/features/office/services.server.ts';

/** Every use case that routes may call, by feature. Built once in app/server/services.ts. */
export type Services = {
  readonly accounts: AccountServices;
  readonly cases: CaseServices;
  readonly checklists: ChecklistServices;
  readonly dossiers: DossierServices;
  readonly incidents: IncidentServices;
  readonly matching: MatchingServices;
  readonly measures: MeasureServices;
  readonly notices: NoticeServices;
  readonly overview: OverviewServices;
  readonly providers: ProviderServices;
  readonly sites: SiteServices;
  readonly office: OfficeServices;
  readonly audit: AuditServices;
};
