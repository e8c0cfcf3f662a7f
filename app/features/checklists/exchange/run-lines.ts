import { textOf } from '#app/content/translator.ts';
import { normalAnswer, plainText, stampOfLine } from '#app/domain/checklist/run-file.ts';
import type { FileLine, RunFile } from '#app/domain/checklist/run-file.ts';
import type { Names } from '../runs/open-assessment.server.ts';
import { nameWithRole } from '../name-with-role.ts';
import type { AnswerRecord, OpenRun } from '../runs/open-run.server.ts';
import type { Locale } from '../../ports.ts';
import { originInWords } from './origin-in-words.ts';

/** A run as lines of a file: every answer, with the words it was given to and by whom. */
export function runFileOf(run: OpenRun, names: Names, locale: Locale): RunFile {
  const { version, assessment, standings, records } = run;
  const lines = standings.flatMap(({ requirement }, index): FileLine[] => {
    const record = records.get(requirement.id);
    if (record === undefined) return [];
    return [lineOf(index + 1, requirement.id, requirement.controlVersion, requirement.question[locale], record, names, locale)];
  });
  return { checklistId: version.checklistId, version: version.version, runId: assessment.id, lines };
}

function lineOf(line: number, requirementId: string, controlVersion: number, question: string, record: AnswerRecord, names: Names, locale: Locale): FileLine {
  const answer = normalAnswer(record.answer);
  const { answeredBy, answeredAt } = originOf(record, names, locale);
  const said = {
    requirementId,
    value: answer.value,
    parts: answer.parts ?? {},
    basis: answer.basis ?? '',
    reason: answer.reason ?? '',
    note: answer.note ?? '',
    answeredBy,
    answeredAt,
  };
  return { line, controlVersion, question: plainText(question), ...said, stamp: stampOfLine(said) };
}

/** Whose word an answer is, and when it was given: for one that came out of a file, what stood there until somebody has confirmed it. */
function originOf(record: AnswerRecord, names: Names, locale: Locale): { readonly answeredBy: string; readonly answeredAt: string } {
  const { imported } = record.answer;
  const name = names.get(record.answeredBy) ?? '';
  if (imported?.confirmed) return { answeredBy: textOf(locale, 'exchange')('import.said', { name, origin: originInWords(imported, locale) }), answeredAt: record.answeredAt.toISOString() };
  if (imported !== undefined) return { answeredBy: imported.answeredBy ?? '', answeredAt: imported.answeredAt ?? '' };
  const { source } = record.answer;
  return { answeredBy: source ? nameWithRole(source) : name, answeredAt: record.answeredAt.toISOString() };
}
