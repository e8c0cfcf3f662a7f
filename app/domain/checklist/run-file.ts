import { wholeOf } from './answers.ts';
import type { Answer } from './answers.ts';
import { answerValues } from './vocabulary.ts';
import type { AnswerValue } from './vocabulary.ts';

/**
 * A run as a file carries it out of the portal and back. What stands in the lines has not been judged: values are identifiers
 * of the vocabulary where the reader knew the word, otherwise whatever was typed.
 */
export type RunFile = {
  readonly checklistId: string;
  readonly version: number | null;
  /** The run it was taken from, when the file says so. It grants nothing. */
  readonly runId: string | null;
  readonly lines: readonly FileLine[];
};

export type FileLine = {
  /** Row of the sheet, or place in the list of answers; from 1. */
  readonly line: number;
  readonly requirementId: string;
  readonly controlVersion: number | null;
  readonly question: string;
  readonly value: string;
  /** Part id -> value; without those left empty. */
  readonly parts: Readonly<Record<string, string>>;
  readonly basis: string;
  readonly reason: string;
  readonly note: string;
  readonly answeredBy: string;
  /** ISO time in UTC. */
  readonly answeredAt: string;
  /** `stampOfLine` at the time of the export; empty in a file of other origin. */
  readonly stamp: string;
};

/** Text as it is compared and stored: one kind of line break, nothing around it. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The same answer in one form: parts make up the value of the whole, empty texts are left out, the parts are in order. */
export function normalAnswer(answer: Answer): Answer {
  const { basis, imported } = answer;
  const parts = Object.entries(answer.parts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const reason = plainText(answer.reason ?? '');
  const note = plainText(answer.note ?? '');
  return {
    value: parts.length > 0 ? wholeOf(parts.map(([, value]) => value)) : answer.value,
    ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(reason === '' ? {} : { reason }),
    ...(note === '' ? {} : { note }),
    ...(imported === undefined ? {} : { imported }),
  };
}

/** Whether two answers say the same, wherever they come from. */
export function saysTheSame(a: Answer, b: Answer): boolean {
  const content = ({ imported: _origin, ...answer }: Answer): string => JSON.stringify(answer);
  return content(normalAnswer(a)) === content(normalAnswer(b));
}

export function isAnswerValue(text: string): text is AnswerValue {
  return answerValues.some((value) => value === text);
}

/**
 * Eight hexadecimal digits over what a line says (FNV-1a, 32 bit). Tells a line that was changed offline from one that was
 * not, so that nobody's name and date stand under an answer that they did not give. No protection against intent.
 */
export function stampOfLine(line: Omit<FileLine, 'line' | 'stamp' | 'controlVersion' | 'question' | 'value'> & { readonly value: string }): string {
  const parts = Object.entries(line.parts).sort(([a], [b]) => (a < b ? -1 : 1));
  const known = parts.map(([, value]) => value).filter(isAnswerValue);
  const value = parts.length > 0 && known.length === parts.length ? wholeOf(known) : line.value;
  const said = JSON.stringify([line.requirementId, value, parts, line.basis, plainText(line.reason), plainText(line.note), line.answeredBy, line.answeredAt]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < said.length; at += 1) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
