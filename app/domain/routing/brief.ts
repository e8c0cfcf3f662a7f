import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { standstillCategories } from '#app/domain/triage/kinds.ts';
import type {
  CountClass,
  IncidentKind,
  OperationState,
  ReportLanguage,
  Severity,
  StandstillCategory,
  TriState,
} from '#app/domain/triage/kinds.ts';
import { coarsen } from './coarsening.ts';
import type { Coarsening, CompanyCount, ShownDistrict, ShownSector, ShownSize } from './coarsening.ts';

/** Facts of a report that a brief is made from; more of the report is never read here. */
export type BriefFacts = Pick<
  ReportFacts,
  | 'kind'
  | 'noticedAt'
  | 'operation'
  | 'standstill'
  | 'devices'
  | 'servers'
  | 'sites'
  | 'backups'
  | 'remotePossible'
  | 'onsiteWanted'
  | 'district'
  | 'sectorSection'
  | 'sizeClass'
  | 'language'
  | 'insurer'
>;

/** Where the systems stand and when help should start; null: not asked. */
export type BriefMore = {
  readonly reference: string;
  readonly severity: Severity;
  readonly hosting: 'cloud' | 'on_premises' | 'both' | 'unknown' | null;
  readonly wantedStart: 'at_once' | 'today' | 'this_week' | 'by_agreement' | null;
  readonly offerDeadline: string;
};

/** What a provider reads before it accepts: codes, classes and times, no text, no files, no name. */
export type Brief = BriefMore & {
  readonly kind: IncidentKind;
  /** ISO instant, rounded down to the full hour. */
  readonly firstSeenAt: string;
  readonly operation: OperationState;
  readonly standstill: readonly StandstillCategory[];
  readonly devices: CountClass;
  readonly servers: CountClass;
  readonly sites: CountClass;
  readonly backups: TriState;
  readonly remotePossible: TriState;
  readonly onsiteWanted: TriState;
  readonly district: ShownDistrict;
  readonly sector: ShownSector;
  readonly size: ShownSize;
  readonly language: ReportLanguage;
  /** No insurance reads like free choice: the difference is no provider's business. */
  readonly insurer: 'bound' | 'free' | 'unknown';
};

/** The brief, and the record of how it was coarsened, which is stored with the offer and shown to the office only. */
export type BriefWithRecord = { readonly brief: Brief; readonly coarsening: Coarsening };

/**
 * Makes the anonymised brief. Every field is copied by name, so a field added to the facts never reaches a provider unless it is
 * added here. `counts` says how many registered companies share district, sector section and size class.
 */
export function makeBrief(facts: BriefFacts, more: BriefMore, counts: readonly CompanyCount[]): BriefWithRecord {
  const coarsening = coarsen(
    { district: facts.district, sectorSection: facts.sectorSection, sizeClass: facts.sizeClass },
    counts,
  );
  const brief: Brief = {
    reference: more.reference,
    severity: more.severity,
    kind: facts.kind,
    firstSeenAt: fullHour(facts.noticedAt),
    operation: facts.operation,
    standstill: standstillCategories.filter((category) => facts.standstill.includes(category)),
    devices: facts.devices,
    servers: facts.servers,
    sites: facts.sites,
    hosting: more.hosting,
    backups: facts.backups,
    remotePossible: facts.remotePossible,
    onsiteWanted: facts.onsiteWanted,
    district: coarsening.shown.district,
    sector: coarsening.shown.sector,
    size: coarsening.shown.size,
    language: facts.language,
    insurer: facts.insurer === 'none' ? 'free' : facts.insurer,
    wantedStart: more.wantedStart,
    offerDeadline: more.offerDeadline,
  };
  return { brief, coarsening };
}

/** Start of the hour of an instant. The region's offset from UTC is whole hours, so local and UTC hours begin together. */
function fullHour(instant: string): string {
  const hourMs = 3_600_000;
  return new Date(Math.floor(Date.parse(instant) / hourMs) * hourMs).toISOString();
}
