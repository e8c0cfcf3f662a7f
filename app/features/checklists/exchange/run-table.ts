import { getMessages, labelsOf } from '#app/content/messages.ts';
import type { FileLine, RunFile } from '#app/domain/checklist/run-file.ts';
import { answerBases, answerValues } from '#app/domain/checklist/vocabulary.ts';
import type { Locale } from '../../ports.ts';
import type { Names } from '../runs/open-assessment.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { SheetRows } from '../ports.ts';
import { runFileOf } from './run-lines.ts';

/** A run as a sheet: one row for each question, and below it one for each of its parts. Headings and values in words. */

export const columns = ['requirement', 'part', 'topic', 'question', 'answer', 'basis', 'reason', 'note', 'person', 'time', 'checklist', 'version', 'controlVersion', 'run', 'stamp'] as const;
export type Column = (typeof columns)[number];

const locales = ['de', 'en'] as const;

export function runToRows(run: OpenRun, names: Names, locale: Locale): SheetRows {
  const { version, assessment, standings } = run;
  const labels = labelsOf(locale);
  const headings = getMessages(locale).exchange.columns;
  const topics = new Map(version.topics.map((topic) => [topic.id, topic.title[locale]]));
  const lines = new Map(runFileOf(run, names, locale).lines.map((line) => [line.requirementId, line]));
  const word = (value: string | undefined): string => answerValues.filter((each) => each === value).map((each) => labels.answers[each]).join('');
  const row = (cells: Partial<Record<Column, string>>): string[] => columns.map((column) => cells[column] ?? '');
  const rows: string[][] = [columns.map((column) => headings[column])];
  for (const { requirement, topicId, notAsked } of standings) {
    const line = lines.get(requirement.id);
    if (notAsked !== null && line === undefined) continue;
    const topic = topics.get(topicId) ?? '';
    rows.push(
      row({
        requirement: requirement.id,
        topic,
        question: requirement.question[locale],
        answer: word(line?.value),
        basis: answerBases.filter((basis) => basis === line?.basis).map((basis) => labels.answerBases[basis]).join(''),
        reason: line?.reason ?? '',
        note: line?.note ?? '',
        person: line?.answeredBy ?? '',
        time: line?.answeredAt ?? '',
        checklist: version.checklistId,
        version: String(version.version),
        controlVersion: String(requirement.controlVersion),
        run: assessment.id,
        stamp: line?.stamp ?? '',
      }),
    );
    for (const part of requirement.kind === 'control' ? (requirement.parts ?? []) : []) {
      rows.push(row({ requirement: requirement.id, part: part.id, topic, question: part.text[locale], answer: word(line?.parts[part.id]) }));
    }
  }
  return rows;
}

export type TableRefusal = 'no_headings' | 'no_checklist' | 'several_checklists' | 'too_many_rows';

/** Rows that are read; a checklist has a few hundred. */
const mostRows = 3000;
const longestCell = 3000;

/** Reads a sheet in either language, its columns in any order. Rows without a question's id are left out. */
export function runFromRows(rows: SheetRows): RunFile | TableRefusal {
  if (rows.length > mostRows) return 'too_many_rows';
  const headings = rows.findIndex((row) => placesOf(row) !== null);
  const places = placesOf(rows[headings] ?? []);
  if (places === null) return 'no_headings';
  const cell = (row: readonly string[], column: Column): string => {
    const place = places.get(column);
    // Longer than anything that is taken, so that it is refused by name; the rest is nobody's answer.
    return place === undefined ? '' : (row[place] ?? '').trim().slice(0, longestCell);
  };
  const lines: Mutable[] = [];
  const checklists = new Set<string>();
  let version: number | null = null;
  let runId: string | null = null;
  rows.forEach((row, index) => {
    const requirementId = cell(row, 'requirement');
    if (index <= headings || requirementId === '') return;
    const partId = cell(row, 'part');
    const answer = identifierOf(cell(row, 'answer'), answerWords);
    if (partId !== '') {
      const whole = lines.findLast((line) => line.requirementId === requirementId);
      if (answer !== '' && whole) whole.parts[partId] = answer;
      return;
    }
    if (cell(row, 'checklist') !== '') checklists.add(cell(row, 'checklist'));
    version ??= wholeNumber(cell(row, 'version'));
    runId ??= cell(row, 'run') || null;
    lines.push({
      line: index + 1,
      requirementId,
      controlVersion: wholeNumber(cell(row, 'controlVersion')),
      question: cell(row, 'question'),
      value: answer,
      parts: {},
      basis: identifierOf(cell(row, 'basis'), basisWords),
      reason: cell(row, 'reason'),
      note: cell(row, 'note'),
      answeredBy: cell(row, 'person'),
      answeredAt: cell(row, 'time'),
      stamp: cell(row, 'stamp'),
    });
  });
  if (checklists.size > 1) return 'several_checklists';
  const [checklistId] = checklists;
  return checklistId === undefined ? 'no_checklist' : { checklistId, version, runId, lines };
}

type Mutable = Omit<FileLine, 'parts'> & { parts: Record<string, string> };

/** Which cell holds what, or null for a row that is not the headings. */
function placesOf(row: readonly string[]): ReadonlyMap<Column, number> | null {
  const places = new Map<Column, number>();
  row.forEach((text, place) => {
    const column = columns.find((each) => locales.some((locale) => fold(getMessages(locale).exchange.columns[each]) === fold(text)));
    if (column !== undefined && !places.has(column)) places.set(column, place);
  });
  return places.has('requirement') && places.has('answer') && places.has('question') ? places : null;
}

const answerWords = wordsOf(answerValues, (locale, value) => labelsOf(locale).answers[value]);
const basisWords = wordsOf(answerBases, (locale, value) => labelsOf(locale).answerBases[value]);

function wordsOf<T extends string>(identifiers: readonly T[], label: (locale: Locale, identifier: T) => string): ReadonlyMap<string, T> {
  return new Map(identifiers.flatMap((identifier) => [[fold(identifier), identifier] as const, ...locales.map((locale) => [fold(label(locale, identifier)), identifier] as const)]));
}

/** The identifier that a word stands for, or the word itself, to be named when it is refused. */
function identifierOf(word: string, words: ReadonlyMap<string, string>): string {
  return words.get(fold(word)) ?? word.slice(0, 200);
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
