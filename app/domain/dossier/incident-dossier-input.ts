import type { DossierEnvelope } from './checklist-dossier-input.ts';

/** What was said about something, and how sure the person was. Nothing is filled in for what nobody said. */
export type Stated<T> =
  | { readonly certainty: 'known'; readonly value: T }
  | { readonly certainty: 'estimated'; readonly value: T }
  | { readonly certainty: 'not_stated' };

export type YesNo = 'yes' | 'no';

/** Labels of kinds, districts and regimes come in ready to print; instants ISO 8601 in UTC, days as `YYYY-MM-DD`. */
export type IncidentDossierInput = DossierEnvelope & {
  readonly caseReference: string;
  readonly company: {
    readonly name: string;
    readonly sector: string;
    readonly staffBand: string;
    readonly sites: readonly string[];
  };
  readonly insurance: {
    readonly insurer: Stated<string>;
    readonly policyNumber: Stated<string>;
    readonly broker: Stated<string>;
    /** Somebody who can be reached outside the systems concerned. */
    readonly contact: Stated<string>;
    readonly informed: Stated<YesNo>;
    readonly hotlineUsedAt: Stated<string>;
  };
  readonly reporter: {
    readonly name: string;
    readonly role: Stated<string>;
    readonly phone: Stated<string>;
    readonly learnedHow: Stated<string>;
  };
  readonly times: {
    readonly occurred: Stated<string>;
    readonly noticed: Stated<string>;
    readonly reportedInternally: Stated<string>;
    /** When the report was sent through the portal. */
    readonly reportedToPortal: Stated<string>;
    readonly insurerInformed: Stated<string>;
  };
  readonly what: {
    readonly kind: string;
    readonly severity: string;
    /** How far the handling is, as outsiders say it. */
    readonly state: string;
    /** The company's own words. */
    readonly description: string | null;
    readonly stillGoingOn: Stated<YesNo>;
    readonly ransomDemand: Stated<YesNo>;
    /** What else this kind of incident is asked about. */
    readonly further: readonly { readonly question: string; readonly answer: Stated<string> }[];
  };
  readonly reach: {
    readonly systems: Stated<string>;
    readonly sites: Stated<string>;
    readonly services: Stated<string>;
    readonly workplaces: Stated<string>;
    readonly providerConcerned: Stated<string>;
    readonly backupsConcerned: Stated<YesNo>;
  };
  readonly data: {
    readonly personalData: Stated<YesNo>;
    readonly kinds: Stated<string>;
    readonly persons: Stated<string>;
    readonly records: Stated<string>;
    readonly specialCategories: Stated<YesNo>;
  };
  /** Steps of the case in order of time, without sealed words. `by` null: the portal itself. */
  readonly timeline: readonly { readonly at: string; readonly what: string; readonly by: string | null }[];
  /** In order of time. */
  readonly measures: readonly {
    readonly at: Stated<string>;
    readonly what: string;
    readonly by: string | null;
  }[];
  readonly providers: readonly {
    readonly name: string;
    readonly task: string;
    readonly engagedAt: Stated<string>;
    readonly firstContactAt: Stated<string>;
    /** Days from which and until which the network's vetting holds; null: not vetted there. */
    readonly vetted: { readonly since: string; readonly until: string | null } | null;
    readonly insurerConsent: Stated<YesNo>;
  }[];
  readonly evidence: {
    /** True as long as nobody has wiped or reinstalled what is concerned. */
    readonly untouched: Stated<YesNo>;
    readonly keptWhere: Stated<string>;
  };
  readonly exhibits: readonly {
    readonly number: string;
    readonly title: string;
    readonly takenAt: string;
    readonly takenBy: string;
    readonly bytes: number;
    /** SHA-256 at intake, 64 hexadecimal digits. */
    readonly sha256: string;
  }[];
  readonly authorities: readonly {
    readonly name: string;
    readonly informedAt: Stated<string>;
    readonly fileNumber: string | null;
  }[];
  readonly personsInformed: Stated<string>;
  readonly costs: readonly { readonly kind: string; readonly cents: Stated<number> }[];
  readonly interruptions: readonly {
    readonly system: string;
    readonly from: Stated<string>;
    readonly until: Stated<string>;
    readonly stillDown: boolean;
  }[];
  readonly loss: {
    readonly waitingPeriodHours: Stated<number>;
    readonly lostTurnoverCents: Stated<number>;
    readonly thirdPartyClaims: Stated<string>;
  };
  readonly deadlines: readonly IncidentDeadline[];
  /** The provider's closing report, in its own opinion; null while there is none. */
  readonly findings: {
    readonly at: string;
    readonly by: string;
    readonly outcome: string;
    readonly causes: readonly string[];
    readonly causeText: string | null;
    readonly effort: string;
    readonly recommendations: string;
  } | null;
  readonly openPoints: readonly string[];
  readonly nextReportOn: Stated<string>;
  /** Parts of the case that this document does not contain, each with its reason. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
};

export type IncidentDeadline = {
  readonly what: string;
  readonly rule: string;
  readonly dueAt: string;
  /** The law wants it at once and names no hour; `dueAt` is when that began. */
  readonly atOnce: boolean;
  /** `possible`: depends on facts that are not known yet. */
  readonly state: 'open' | 'possible' | 'done' | 'overdue' | 'not_applicable';
  readonly doneAt: string | null;
};
