import type {
  AnswerValue,
  Capability,
  ChecklistScope,
  CompanyKind,
  CostClass,
  Doer,
  InsurerTopic,
  ReferenceScheme,
  SectorSection,
  SizeClass,
} from './vocabulary.ts';

/**
 * A checklist version is a value: everything that is asked, said and counted in a run, in both languages. A run keeps a frozen
 * copy, so that results, documents and comparisons print the wording that was answered, whatever the files say later.
 */
export type ChecklistVersion = {
  readonly checklistId: string;
  /** Whole number from 1. */
  readonly version: number;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly scope: ChecklistScope;
  readonly licence: string;
  readonly sources: readonly Source[];
  /** ISO date on which people last compared the content with its sources. */
  readonly checkedOn: string;
  readonly suits: { readonly sizes: readonly SizeClass[]; readonly kinds: readonly CompanyKind[] };
  readonly estimatedMinutes: number;
  /** In the order of asking. */
  readonly topics: readonly Topic[];
  readonly groups: readonly Group[];
};

export type Bilingual = { readonly de: string; readonly en: string };

export type Source = {
  readonly title: string;
  readonly url?: string;
  readonly licence: string;
  readonly use?: string;
};

export type Topic = {
  readonly id: string;
  readonly title: Bilingual;
  /** For figures; falls back to the title. */
  readonly shortTitle?: Bilingual;
  readonly requirements: readonly Requirement[];
};

/** Switches many requirements at once. */
export type Group = { readonly id: string; readonly title: Bilingual; readonly appliesWhen: Condition };

export type Requirement = ScoredRequirement | StatusQuestion;

type Asked = {
  /** The control's id; unique within a version. */
  readonly id: string;
  readonly controlVersion: number;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly hint?: Bilingual;
  readonly why: Bilingual;
  readonly howToFindOut: Bilingual;
  readonly suits: readonly SizeClass[];
  readonly group?: string;
  readonly appliesWhen?: Condition;
};

/** Asks about the company itself; answered yes, no or unknown; has no points and only decides what else applies. */
export type StatusQuestion = Asked & { readonly kind: 'status' };

export type ScoredRequirement = Asked & {
  readonly kind: 'control';
  readonly answerTexts?: Partial<Readonly<Record<'yes' | 'partly' | 'no', Bilingual>>>;
  readonly proof: Bilingual;
  readonly recommendation: { readonly summary: Bilingual; readonly steps: readonly Bilingual[] };
  /** Hours for a firm of ten people. */
  readonly effortHours: number;
  readonly costClass: CostClass;
  readonly usuallyDoneBy: Doer;
  readonly capability: Capability | null;
  /** 1 to 5; the points for meeting it. */
  readonly weight: number;
  readonly must: null | { readonly reason: Bilingual };
  readonly parts?: readonly Part[];
  readonly followUpOf?: FollowUp;
  readonly dependsOn: readonly string[];
  readonly references: readonly Reference[];
  readonly insurerTopic: InsurerTopic | null;
  readonly notApplicableAllowed: boolean;
};

export type Part = { readonly id: string; readonly text: Bilingual; readonly appliesWhen?: Condition };

/** Asked only when `control` is answered `from` or better; below that it counts as not met. */
export type FollowUp = { readonly control: string; readonly from: 'partly' | 'yes' };

export type Reference = { readonly scheme: ReferenceScheme; readonly id: string };

export type Condition =
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: { readonly requirement: string; readonly is: readonly AnswerValue[] } }
  | {
      readonly company:
        | { readonly sizeClass: readonly SizeClass[] }
        | { readonly kind: readonly CompanyKind[] }
        | { readonly sector: readonly SectorSection[] };
    };

/** What is known of the company; null is unknown and never switches anything off. */
export type CompanyFacts = {
  readonly sizeClass: SizeClass | null;
  readonly kind: CompanyKind | null;
  readonly sector: SectorSection | null;
};

/** Every requirement of a version with its topic, in the order of asking. */
export function requirementsOf(version: ChecklistVersion): Requirement[] {
  return version.topics.flatMap((topic) => topic.requirements);
}

/** The requirement with that id, or null. */
export function findRequirement(version: Pick<ChecklistVersion, 'topics'>, id: string): Requirement | null {
  for (const topic of version.topics) {
    for (const requirement of topic.requirements) if (requirement.id === id) return requirement;
  }
  return null;
}
