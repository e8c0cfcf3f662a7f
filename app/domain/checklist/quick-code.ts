import { requirementsOf } from './version.ts';
import type { ChecklistVersion, CompanyFacts } from './version.ts';
import type { Answer, Answers } from './answers.ts';
import { companyKinds, sizeClasses } from './vocabulary.ts';
import type { AnswerValue, CompanyKind, SizeClass } from './vocabulary.ts';

/** What a quick check without account allows: nobody is asked for reasons there. */
export const quickAnswerValues = ['yes', 'partly', 'no', 'unknown'] as const satisfies readonly AnswerValue[];
export type QuickAnswerValue = (typeof quickAnswerValues)[number];

/** A quick check as its person carries it: the server keeps nothing of it. */
export type QuickRun = {
  /** ISO date on which it was done. */
  readonly on: string;
  readonly sizeClass: SizeClass;
  readonly kind: CompanyKind;
  /** One for each requirement of the version. */
  readonly answers: Readonly<Record<string, QuickAnswerValue>>;
};

const letters = { yes: 'y', partly: 'p', no: 'n', unknown: 'u' } as const satisfies Record<QuickAnswerValue, string>;

/** Longer texts are no codes; what is read from a browser is cut here first. */
export const longestQuickCode = 300;

/** A run as a short text for a hidden field or a cookie: version, day, company and a letter for each question in its order. */
export function quickCodeOf(version: ChecklistVersion, run: QuickRun): string {
  const answers = requirementsOf(version).map(({ id }) => letters[run.answers[id] ?? 'unknown']);
  return [version.version, run.on.replaceAll('-', ''), run.sizeClass, run.kind, answers.join('')].join('.');
}

/** The run behind a code, or null: damaged, made up, or of another version of the checklist. */
export function readQuickCode(version: ChecklistVersion, code: string): QuickRun | null {
  if (code.length > longestQuickCode) return null;
  const [number, day, size, kind, answers, ...rest] = code.split('.');
  const requirements = requirementsOf(version);
  const sizeClass = sizeClasses.find((each) => each === size);
  const companyKind = companyKinds.find((each) => each === kind);
  const on = /^(\d{4})(\d{2})(\d{2})$/.exec(day ?? '');
  if (number !== String(version.version) || rest.length > 0 || on === null || sizeClass === undefined || companyKind === undefined) return null;
  if (answers?.length !== requirements.length) return null;
  const read: [string, QuickAnswerValue][] = [];
  for (const [index, requirement] of requirements.entries()) {
    const value = quickAnswerValues.find((each) => letters[each] === answers[index]);
    if (value === undefined) return null;
    read.push([requirement.id, value]);
  }
  return { on: on.slice(1).join('-'), sizeClass, kind: companyKind, answers: Object.fromEntries(read) };
}

export function factsOfQuickRun({ sizeClass, kind }: QuickRun): CompanyFacts {
  return { sizeClass, kind, sector: null };
}

export function answersOfQuickRun({ answers }: QuickRun): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, value]): [string, Answer] => [id, { value }]));
}
