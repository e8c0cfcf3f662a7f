import type { MemberRole } from '#app/domain/access/roles.ts';
import type { CompanyKind, SectorSection, SizeClass } from '#app/domain/checklist/vocabulary.ts';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { ResponseClass } from '#app/domain/routing/response-class.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';

/** The demo region as values. Every name is invented; telephone numbers come from the block kept for fiction, 030 23125 xxx. */

export type DistrictId = 'vogtlandkreis' | 'erzgebirgskreis' | 'zwickau' | 'chemnitz';

/** A person of the demo; `key` names it in stories. */
export type DemoPerson = { readonly key: string; readonly name: string; readonly email: string; readonly role: MemberRole };

export type DemoOrganisation = {
  readonly key: string;
  readonly name: string;
  readonly town: string;
  readonly district: DistrictId;
  readonly kind: CompanyKind;
  readonly sector: SectorSection;
  readonly size: SizeClass;
};

export type DemoCompany = DemoOrganisation & {
  /** Days before the start of the demo on which it registered. */
  readonly since: number;
  /** The first one registers, the others are invited. */
  readonly people: readonly [DemoPerson, ...DemoPerson[]];
};

/** Where a provider's approval stands on the day the demo starts. */
export type DemoStanding =
  | 'approved'
  | 'approved_with_conditions'
  | 'expiring'
  | 'in_review'
  | 'ready_for_decision'
  | 'paused'
  | 'suspended'
  | 'expired'
  | 'draft';

export type DemoCapability = { readonly kinds: readonly IncidentKind[]; readonly level: CapabilityLevel };

/** `always`: day and night; `office_hours`: weekdays 8 to 17; `long_days`: every day 7 to 22. */
export type DemoDuty = 'always' | 'long_days' | 'office_hours' | 'none';

export type DemoProvider = DemoOrganisation & {
  readonly since: number;
  readonly people: readonly [DemoPerson, ...DemoPerson[]];
  readonly standing: DemoStanding;
  readonly districts: readonly DistrictId[];
  readonly languages: readonly ('de' | 'en')[];
  readonly onSite: boolean;
  readonly capacity: number;
  readonly responseClass: ResponseClass;
  readonly capabilities: readonly DemoCapability[];
  readonly duty: DemoDuty;
  readonly panels: readonly string[];
  /** One paragraph for the vetting: who they are. */
  readonly about: string;
};
