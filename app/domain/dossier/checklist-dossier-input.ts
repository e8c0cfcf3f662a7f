import type { AnswerBasis, AnswerValue, InsurerTopic } from '../checklist/vocabulary.ts';
import type { DossierLanguage } from './document.ts';
import type { ExplainedWord } from './explained-words.ts';

/** What every dossier states about itself. Instants ISO 8601 in UTC, days as `YYYY-MM-DD`. */
export type DossierEnvelope = {
  readonly language: DossierLanguage;
  /** IANA name; all times of the document are written in it. */
  readonly timeZone: string;
  readonly documentId: string;
  /** Derived by the issuer from the content; the check page compares it. */
  readonly checkCode: string;
  /** Address of the check page as people type it. */
  readonly checkAddress: string;
  readonly createdAt: string;
  /** Name of the network that issues the document. */
  readonly issuer: string;
  /** For whom it was made; null: for no particular reader. */
  readonly recipient: string | null;
  /** State of the audit log when the document was made; null before the first checkpoint. */
  readonly checkpoint: { readonly number: number; readonly hash: string; readonly at: string } | null;
  /** Person of the company who will sign; null leaves the lines empty. */
  readonly signer: { readonly name: string; readonly role: string; readonly place: string } | null;
};

export type ChecklistDossierInput = DossierEnvelope & {
  readonly company: {
    readonly name: string;
    /** Branch code with its label, both as the portal shows them. */
    readonly sector: string;
    readonly staffBand: string;
    readonly turnoverBand: string | null;
    readonly sites: readonly string[];
  };
  /** `leftOut` null: nobody was asked whether something is left out. */
  readonly scope: { readonly covers: string; readonly leftOut: readonly string[] | null; /** How many sites that are, where sites were chosen. */ readonly counted?: { readonly covered: number; readonly all: number } };
  readonly checklist: { readonly id: string; readonly version: number; readonly title: string };
  readonly assessment: {
    readonly startedAt: string;
    readonly completedAt: string;
    /** Everybody who answered, with the role in the company and how many answers are theirs. */
    readonly people: readonly { readonly name: string; readonly role: string; readonly answers: number; readonly bases: readonly { readonly basis: AnswerBasis | null; readonly answers: number }[]; /** Set for somebody outside: when they sent their answers, and on which topics. */ readonly outside?: { readonly sentAt: readonly string[]; readonly topics: readonly string[] } }[];
    /** Who confirmed the list of people at the close; null for runs closed before that was asked. */
    readonly confirmedBy: { readonly name: string; readonly position: string } | null;
  };
  /** What the company said about itself and what decides which questions it is asked; in their order. */
  readonly statements: readonly {
    readonly number: string;
    readonly question: string;
    readonly answer: Extract<AnswerValue, 'yes' | 'no' | 'unknown'> | null;
    readonly answeredBy: string | null;
    readonly answeredAt: string | null;
  }[];
  /** Questions that were not put to this company, with the reason. */
  readonly notAsked: readonly { readonly number: string; readonly title: string; readonly why: string }[];
  readonly result: {
    /** Points reached and reachable; the maximum is 0 when nothing applies, and then there is no statement. */
    readonly points: number;
    readonly maximum: number;
  };
  readonly previous: {
    readonly completedAt: string;
    readonly version: number;
    readonly points: number;
    readonly maximum: number;
    /** Sites that only one of the two holds for, in words; `not_kept`: nobody knows for which the earlier one held; null: the same sites. */
    readonly otherSites: { readonly onlyThen: readonly string[]; readonly onlyNow: readonly string[] } | 'not_kept' | null;
    /** Requirements that changed since then, compared on the wording of each run. */
    readonly changes: { readonly better: number; readonly worse: number; readonly new: number; readonly gone: number; readonly questionChanged: number };
  } | null;
  readonly topics: readonly {
    readonly title: string;
    /** At most two words, for the net diagram. */
    readonly shortTitle: string;
    readonly points: number;
    readonly maximum: number;
    readonly previousPoints: number | null;
    readonly previousMaximum: number | null;
  }[];
  readonly answers: readonly ChecklistDossierAnswer[];
  readonly measures: readonly ChecklistMeasure[];
  /** Words of the questions and measures that the glossary explains. */
  readonly words: readonly ExplainedWord[];
  /** Only those with `mayBeNamed` are printed by name; the others are counted. Null: nobody was asked. */
  readonly providers: readonly {
    readonly name: string;
    readonly service: string;
    readonly since: string | null;
    readonly mayBeNamed: boolean;
  }[] | null;
  /** Null unless the company added them on purpose; an empty list says "none known". */
  readonly earlierIncidents: readonly { readonly on: string; readonly what: string; readonly outcome: string }[] | null;
};

/** `proposed` follows from the answers and has been taken on by nobody; the others are the company's own. */
export type ChecklistMeasure = {
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly status: 'proposed' | 'open' | 'in_progress' | 'done';
  readonly doneOn: string | null;
};

/** One question with its answer, in the exact words that were asked. */
export type ChecklistDossierAnswer = {
  readonly number: string;
  readonly topic: string;
  readonly question: string;
  /** Some words for the first page, for instance "Rücksicherung geprüft". */
  readonly shortTitle: string;
  readonly must: boolean;
  /** The subject of insurers that it belongs to. */
  readonly insurerTopic: InsurerTopic | null;
  /** Null: not answered; counts and prints like "unknown" but says so. */
  readonly answer: AnswerValue | null;
  readonly basis: AnswerBasis | null;
  /** Answers to the parts of the question; empty where it has none. */
  readonly parts: readonly { readonly text: string; readonly answer: AnswerValue }[];
  readonly note: string | null;
  /** Why the question does not apply, or why it is not known. */
  readonly reason: string | null;
  /** What proves it, the youngest first; `on` is the day whose state it shows, `until` its last good day. */
  readonly evidence: readonly { readonly title: string; readonly on: string; readonly until: string | null }[];
  /** Day since when the state holds. */
  readonly since: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
};
