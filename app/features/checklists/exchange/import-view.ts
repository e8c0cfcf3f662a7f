import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { ImportLine, LineOutcome } from '#app/domain/checklist/run-import.ts';
import type { Locale } from '../../ports.ts';
import { originInWords } from './origin-in-words.ts';
import type { ImportPlan } from './import-run.server.ts';

/** The preview of an import as plain JSON. */
export type ImportView = {
  readonly checklist: string;
  readonly version: number;
  readonly otherVersion: number | null;
  readonly counts: Readonly<Record<LineOutcome, number>>;
  readonly targets: readonly { readonly id: string; readonly startedAt: string; readonly answered: number }[];
  readonly targetId: string | null;
  readonly refused: readonly { readonly line: number; readonly title: string; readonly why: readonly string[] }[];
  readonly taken: readonly TakenLine[];
  readonly changed: readonly TakenLine[];
  readonly stamp: number;
  /** The file as it was read, packed, to be posted with the take-over; nothing of it is kept here. */
  readonly content: string;
};

export type TakenLine = { readonly line: number; readonly title: string; readonly now: string; readonly before: string | null; readonly origin: string };

/** `content`: the file, packed. */
export function importView(plan: ImportPlan, content: string, locale: Locale): ImportView {
  const { preview, version } = plan;
  const of = (outcome: LineOutcome) => preview.lines.filter((line) => line.outcome === outcome);
  return {
    checklist: version.title[locale],
    version: version.version,
    otherVersion: plan.otherVersion,
    counts: preview.counts,
    targets: plan.targets.map(({ id, startedAt, answered }) => ({ id, startedAt: startedAt.toISOString(), answered })),
    targetId: plan.targetId,
    refused: of('refused').map((line) => ({ line: line.line, title: titleOf(line, locale), why: whyOf(line, locale) })),
    taken: of('new').map((line) => takenLine(line, locale)),
    changed: of('changed').map((line) => takenLine(line, locale)),
    stamp: plan.stamp,
    content,
  };
}

function titleOf(line: ImportLine, locale: Locale): string {
  return line.requirement?.question[locale] ?? line.requirementId;
}

function whyOf(line: ImportLine, locale: Locale): string[] {
  const t = textOf(locale, 'exchange');
  return line.faults.map(({ fault, detail }) => (fault === 'question_changed' && detail === '' ? t('import.faults.question_differs') : t(`import.faults.${fault}`, { detail })));
}

function takenLine(line: ImportLine, locale: Locale): TakenLine {
  const t = textOf(locale, 'exchange');
  const { answer, before } = line;
  const origin = line.editedOffline || !answer?.imported ? t('import.edited') : originInWords(answer.imported, locale);
  return { line: line.line, title: titleOf(line, locale), now: answer ? inWords(answer, line, locale) : '', before: before ? inWords(before, line, locale) : null, origin };
}

/** An answer in one line: value, parts that differ from it, reason and note. */
function inWords(answer: Answer, { requirement }: ImportLine, locale: Locale): string {
  const labels = labelsOf(locale);
  const parts = requirement?.kind === 'control' ? (requirement.parts ?? []) : [];
  const values = Object.entries(answer.parts ?? {}).map(([id, value]) => `${(parts.find((part) => part.id === id)?.text[locale] ?? id).replace(/\.$/, '')}: ${labels.answers[value]}`);
  return [labels.answers[answer.value], answer.basis ? labels.answerBases[answer.basis] : '', ...values, answer.reason ?? '', answer.note ?? ''].filter((text) => text !== '').join('. ');
}
