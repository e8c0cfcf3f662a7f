import type { exchange as german } from '../de/exchange.ts';
import type { Shape } from '../shape.ts';

export const exchange = {
  columns: {
    requirement: 'Id',
    part: 'Part',
    topic: 'Topic',
    question: 'Question',
    answer: 'Answer',
    basis: 'Basis',
    reason: 'Reason',
    note: 'Note',
    person: 'Answered by',
    time: 'Time (UTC)',
    checklist: 'Checklist',
    version: 'Version of the checklist',
    controlVersion: 'Version of the question',
    run: 'Run',
    stamp: 'Stamp',
  },
  sheetName: 'Answers',
  export: {
    title: 'Take the answers with you',
    back: 'Back to the check',
    lead: '{checklist}: all answers as a file, to keep, to pass on, or to fill in without internet.',
    format: 'In which form?',
    formats: { xlsx: 'Spreadsheet for Excel or LibreOffice', csv: 'Plain table (CSV)', json: 'For other programs (JSON)' },
    hints: {
      xlsx: 'Can be filled in without internet and read in again. Answers are chosen from a list.',
      csv: 'One question a row. Opens in every spreadsheet program.',
      json: 'With a published schema, to be taken over into another system.',
    },
    openFile: 'This file is not sealed.',
    openFileText: 'Whoever has it reads all answers and notes. Give it only to people to whom you would give the report. Taking it out is recorded in the log of your company.',
    submit: 'Download the file',
    noAnswers: 'There is no answer yet. The table then holds the questions only.',
    bring: 'Read in a completed file',
    link: 'Take answers out or read them in',
    errors: { format: 'Please choose a form.' },
  },
} as const satisfies Shape<typeof german>;
