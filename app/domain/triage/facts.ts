import type {
  CountClass,
  IncidentKind,
  InsurerState,
  MoneyState,
  Nis2Scope,
  OperationState,
  PersonCountClass,
  ReleaseMode,
  ReportLanguage,
  SizeClass,
  StandstillCategory,
  TriState,
} from './kinds.ts';

/**
 * The coded facts of a report. No free text, no names: what stands here the office may read and the anonymised brief is
 * made from. Instants are ISO 8601 in UTC. Ids of districts come from the region data, sections from the company's profile.
 */
export type ReportFacts = {
  readonly kind: IncidentKind;

  /** When somebody of the company first noticed it; legal periods count from here. */
  readonly noticedAt: string;
  readonly noticedEstimated: boolean;
  /** When it probably happened; null: not known. */
  readonly occurredAt: string | null;
  readonly ongoing: TriState;

  readonly operation: OperationState;
  readonly standstill: readonly StandstillCategory[];
  readonly devices: CountClass;
  readonly servers: CountClass;
  readonly sites: CountClass;
  /** Is there a backup that was not touched by the incident? */
  readonly backups: TriState;
  /** Is somebody unknown working inside the systems at this moment? */
  readonly intruderActive: TriState;
  readonly peopleInDanger: TriState;

  readonly personalData: TriState;
  /** Health, religion, union membership, bank access, children and the like. */
  readonly sensitiveData: TriState;
  readonly personsConcerned: PersonCountClass;
  readonly money: MoneyState;
  readonly passwordsEntered: TriState;
  /** Does an account with administrator rights belong to what is concerned? */
  readonly adminAccount: TriState;
  readonly deviceEncrypted: TriState;
  readonly ransomDemand: TriState;
  /** Does the company process the data concerned on behalf of others? */
  readonly processorForOthers: TriState;
  readonly nis2Scope: Nis2Scope;

  readonly remotePossible: TriState;
  readonly onsiteWanted: TriState;
  readonly language: ReportLanguage;
  readonly district: string;
  readonly sectorSection: string | null;
  readonly sizeClass: SizeClass | null;

  readonly insurer: InsurerState;
  readonly insurerInformed: TriState;
  /** Providers that the insurer's panel permits; meaningful when `insurer` is `bound`. */
  readonly panelProviderIds: readonly string[];

  readonly routingWanted: boolean;
  readonly releaseMode: ReleaseMode;
  readonly wishedProviderIds: readonly string[];
  readonly excludedProviderIds: readonly string[];
  /** A provider that may have caused the incident; never offered the case. */
  readonly causingProviderIds: readonly string[];
};

/** What the alarm needs; everything else may stay open. */
export type AlarmFacts = Pick<ReportFacts, 'kind' | 'noticedAt' | 'district'>;

/**
 * Completes the alarm with "not known" for every question that was not answered.
 * Unanswered means exactly what "I do not know" means, so a hurried report is never treated worse or better than an honest one.
 */
export function completeFacts(answered: AlarmFacts & Partial<ReportFacts>): ReportFacts {
  const defined = Object.fromEntries(Object.entries(answered).filter(([, value]) => value !== undefined));
  return { ...unansweredFacts, ...(defined as AlarmFacts & Partial<ReportFacts>) };
}

const unansweredFacts: Omit<ReportFacts, keyof AlarmFacts> = {
  noticedEstimated: false,
  occurredAt: null,
  ongoing: 'unknown',
  operation: 'unknown',
  standstill: [],
  devices: 'unknown',
  servers: 'unknown',
  sites: 'unknown',
  backups: 'unknown',
  intruderActive: 'unknown',
  peopleInDanger: 'unknown',
  personalData: 'unknown',
  sensitiveData: 'unknown',
  personsConcerned: 'unknown',
  money: 'unknown',
  passwordsEntered: 'unknown',
  adminAccount: 'unknown',
  deviceEncrypted: 'unknown',
  ransomDemand: 'unknown',
  processorForOthers: 'unknown',
  nis2Scope: 'unknown',
  remotePossible: 'unknown',
  onsiteWanted: 'unknown',
  language: 'de',
  sectorSection: null,
  sizeClass: null,
  insurer: 'unknown',
  insurerInformed: 'unknown',
  panelProviderIds: [],
  routingWanted: false,
  releaseMode: 'after_confirmation',
  wishedProviderIds: [],
  excludedProviderIds: [],
  causingProviderIds: [],
};
