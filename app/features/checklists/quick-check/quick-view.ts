import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { quickAnswerValues } from '#app/domain/checklist/quick-code.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../../ports.ts';
import type { JudgedQuickRun } from './quick-check.server.ts';
import { quickField, quickValuesOf } from './quick-form.ts';
import type { QuickErrors } from './quick-form.ts';
import { judgedView } from '../results/result-view.ts';
import type { JudgedView } from '../results/result-view.ts';

type Option = { readonly value: string; readonly label: string };

/** The questions of the quick check, all on one page. */
export type QuickQuestionsView = {
  readonly title: string;
  readonly minutes: number;
  readonly sizes: readonly Option[];
  readonly kinds: readonly Option[];
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly questions: readonly { readonly field: string; readonly number: number; readonly question: string; readonly hint: string | null; readonly howToFindOut: string; readonly options: readonly Option[] }[];
  }[];
  readonly form: FormState;
};

export function quickQuestionsView(version: ChecklistVersion, locale: Locale, shown: { readonly values?: FormState['values']; readonly errors?: QuickErrors } = {}): QuickQuestionsView {
  const labels = labelsOf(locale);
  const t = textOf(locale, 'checklists');
  let number = 0;
  return {
    title: version.title[locale],
    minutes: version.estimatedMinutes,
    sizes: sizeClasses.map((value) => ({ value, label: labels.sizeClasses[value] })),
    kinds: companyKinds.map((value) => ({ value, label: labels.companyKinds[value] })),
    topics: version.topics.map((topic) => ({
      id: topic.id,
      title: topic.title[locale],
      questions: topic.requirements.map((requirement) => ({
        field: quickField(requirement.id),
        number: (number += 1),
        question: requirement.question[locale],
        hint: requirement.hint?.[locale] ?? null,
        howToFindOut: requirement.howToFindOut[locale],
        options: quickAnswerValues.map((value) => ({ value, label: labels.answers[value] })),
      })),
    })),
    form: shown.errors ? { values: shown.values ?? {}, errors: Object.fromEntries(Object.entries(shown.errors).map(([field, key]) => [field, [t(key)]])) } : emptyForm(shown.values),
  };
}

/** The questions again, as they were answered. */
export function answeredQuestionsView(judged: JudgedQuickRun, locale: Locale): QuickQuestionsView {
  return quickQuestionsView(judged.version, locale, { values: quickValuesOf(judged.run) });
}

/** The result of a quick check; `code` carries the answers on. */
export type QuickResultView = JudgedView & { readonly code: string; readonly on: string };

export function quickResultView(judged: JudgedQuickRun, locale: Locale): QuickResultView {
  return { ...judgedView(judged, locale), code: judged.code, on: judged.run.on };
}

/** What a code in the browser is worth: the day of the run, or that it no longer fits. */
export function broughtView(code: string | null, check: { judgeCode(code: string): JudgedQuickRun | null }): { readonly on: string } | 'gone' | null {
  if (code === null) return null;
  const judged = check.judgeCode(code);
  return judged === null ? 'gone' : { on: judged.run.on };
}

/** What the questions say, for the glossary. */
export function textsOfQuestions({ topics }: QuickQuestionsView): (string | null)[] {
  return topics.flatMap((topic) => topic.questions.flatMap(({ question, hint, howToFindOut }) => [question, hint, howToFindOut]));
}

/** What the result says, for the glossary. */
export function textsOfResult({ mustOpen, measures, unknown }: QuickResultView): string[] {
  return [
    ...mustOpen.flatMap(({ title, reason }) => [title, reason]),
    ...measures.flatMap(({ title, summary, steps, proof }) => [title, summary, ...steps, proof]),
    ...unknown.flatMap(({ question, howToFindOut }) => [question, howToFindOut]),
  ];
}
