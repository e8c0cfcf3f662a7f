import { allowedPartValues, allowedValues, checkAnswer, wholeOf } from './answers.ts';
import type { Answer, Answers } from './answers.ts';
import { isAnswerValue, normalAnswer, plainText, saysTheSame, stampOfLine } from './run-file.ts';
import type { FileLine, RunFile } from './run-file.ts';
import { findRequirement } from './version.ts';
import type { ChecklistVersion, Requirement } from './version.ts';
import { answerBases } from './vocabulary.ts';
import type { AnswerBasis, AnswerValue } from './vocabulary.ts';

/** Why a line of a file could not be taken. */
export type LineFault =
  | 'requirement_unknown'
  | 'listed_twice'
  /** Other words are asked now than those that were answered. `detail`: version of the question in the file. */
  | 'question_changed'
  /** No value of ours, or none that this question offers. `detail`: what stands there. */
  | 'value_not_offered'
  | 'part_unknown'
  | 'parts_missing'
  | 'basis_unknown'
  | 'reason_missing'
  /** `detail`: the most characters that are taken. */
  | 'too_long'
  | 'time_unreadable';

/** `new`: nothing is stored there yet. `changed`: something else is. `empty`: the file says nothing, and nothing is done. */
export type LineOutcome = 'new' | 'changed' | 'same' | 'empty' | 'refused';

export type ImportLine = {
  readonly line: number;
  readonly requirementId: string;
  /** The question as it is asked here; null for an unknown one. */
  readonly requirement: Requirement | null;
  readonly outcome: LineOutcome;
  readonly faults: readonly { readonly fault: LineFault; readonly detail: string }[];
  /** Ready to be stored, with its origin; null when there is nothing to take. */
  readonly answer: Answer | null;
  readonly before: Answer | null;
  /** It was changed after the export: name and date of the file are not its own. */
  readonly editedOffline: boolean;
};

export type ImportPreview = { readonly lines: readonly ImportLine[]; readonly counts: Readonly<Record<LineOutcome, number>> };

export type TextLimits = { readonly reason: number; readonly note: number };

type Target = { readonly version: ChecklistVersion; readonly answers: Answers };

/**
 * What taking over a file would do to a run, line by line; changes nothing. `now` is an ISO time: nothing was answered after it.
 */
export function previewImport(file: RunFile, target: Target, limits: TextLimits, now: string): ImportPreview {
  const seen = new Set<string>();
  const counts: Record<LineOutcome, number> = { new: 0, changed: 0, same: 0, empty: 0, refused: 0 };
  const lines = file.lines.map((line): ImportLine => {
    const judged = judge(line, file, target, limits, now, seen.has(line.requirementId));
    seen.add(line.requirementId);
    counts[judged.outcome] += 1;
    return judged;
  });
  return { lines, counts };
}

function judge(line: FileLine, file: RunFile, target: Target, limits: TextLimits, now: string, isSecond: boolean): ImportLine {
  const requirement = findRequirement(target.version, line.requirementId);
  const before = Object.hasOwn(target.answers, line.requirementId) ? (target.answers[line.requirementId] ?? null) : null;
  const base = { line: line.line, requirementId: line.requirementId, requirement, before, editedOffline: false };
  const refuse = (...faults: ImportLine['faults'][number][]): ImportLine => ({ ...base, outcome: 'refused', faults, answer: null });

  if (requirement === null) return refuse({ fault: 'requirement_unknown', detail: line.requirementId });
  if (isEmpty(line)) return { ...base, outcome: 'empty', faults: [], answer: null };
  if (isSecond) return refuse({ fault: 'listed_twice', detail: '' });
  if (!isSameQuestion(line, file, target.version, requirement)) {
    return refuse({ fault: 'question_changed', detail: line.controlVersion === null ? '' : String(line.controlVersion) });
  }
  const read = readAnswer(line, requirement, limits);
  if (read.answer === null) return refuse(...read.faults);
  const editedOffline = line.stamp !== '' && line.stamp !== stampOfLine(line);
  if (!editedOffline && line.answeredAt !== '' && !isTimeUntil(line.answeredAt, now)) return refuse({ fault: 'time_unreadable', detail: line.answeredAt });

  const imported = editedOffline ? { answeredBy: null, answeredAt: null } : { answeredBy: line.answeredBy || null, answeredAt: line.answeredAt || null };
  const answer = { ...normalAnswer(read.answer), imported };
  const outcome = before === null ? 'new' : saysTheSame(before, answer) ? 'same' : 'changed';
  return { ...base, outcome, faults: [], answer, editedOffline };
}

function isEmpty(line: FileLine): boolean {
  return [line.value, line.reason, line.note, ...Object.values(line.parts)].every((text) => text.trim() === '');
}

/** The same version of the same question, or at least its very words: an answer is an answer to words. */
function isSameQuestion(line: FileLine, file: RunFile, version: ChecklistVersion, requirement: Requirement): boolean {
  if (file.checklistId === version.checklistId && line.controlVersion === requirement.controlVersion) return true;
  const words = plainText(line.question);
  return words === plainText(requirement.question.de) || words === plainText(requirement.question.en);
}

function readAnswer(line: FileLine, requirement: Requirement, limits: TextLimits): { readonly answer: Answer | null; readonly faults: ImportLine['faults'] } {
  const faults: { fault: LineFault; detail: string }[] = [];
  const partIds = requirement.kind === 'control' ? (requirement.parts ?? []).map((part) => part.id) : [];
  const allowedInParts: readonly AnswerValue[] = requirement.kind === 'control' ? allowedPartValues(requirement) : [];
  const parts: Record<string, AnswerValue> = {};
  for (const [id, value] of Object.entries(line.parts)) {
    if (!partIds.includes(id)) faults.push({ fault: 'part_unknown', detail: id });
    else if (!isAnswerValue(value) || !allowedInParts.includes(value)) faults.push({ fault: 'value_not_offered', detail: value });
    else parts[id] = value;
  }
  const hasParts = Object.keys(line.parts).length > 0;
  const value = hasParts ? wholeOf(Object.values(parts)) : line.value;
  if (!isAnswerValue(value) || (!hasParts && !allowedValues(requirement).includes(value))) faults.push({ fault: 'value_not_offered', detail: line.value });
  const basis = answerBases.find((each) => each === line.basis);
  if (line.basis !== '' && basis === undefined) faults.push({ fault: 'basis_unknown', detail: line.basis });
  if (line.reason.length > limits.reason) faults.push({ fault: 'too_long', detail: String(limits.reason) });
  if (line.note.length > limits.note) faults.push({ fault: 'too_long', detail: String(limits.note) });
  if (faults.length > 0 || !isAnswerValue(value)) return { answer: null, faults };

  const answer = normalAnswer({ value, ...(hasParts ? { parts } : {}), ...basisOf(requirement, basis), reason: line.reason, note: line.note });
  const checked = checkAnswer(requirement, answer);
  if (checked.ok) return { answer: checked.value, faults: [] };
  const fields = checked.refusal.fields ?? {};
  const fault: LineFault = 'reason' in fields ? 'reason_missing' : 'parts' in fields ? 'parts_missing' : 'value_not_offered';
  return { answer: null, faults: [{ fault, detail: fault === 'value_not_offered' ? line.value : '' }] };
}

/** A status question asks about the company itself; nobody states a basis for it. */
function basisOf(requirement: Requirement, basis: AnswerBasis | undefined): { basis?: AnswerBasis } {
  return requirement.kind === 'control' && basis !== undefined ? { basis } : {};
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

/** An ISO time in UTC that is not ahead of `now`; compared as text, which has the order of the times. */
function isTimeUntil(text: string, now: string): boolean {
  return isoTime.test(text) && !Number.isNaN(Date.parse(text)) && text.slice(0, 16) <= now.slice(0, 16);
}
