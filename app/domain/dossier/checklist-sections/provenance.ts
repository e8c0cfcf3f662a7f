import { answerBases } from '../../checklist/vocabulary.ts';
import type { ChecklistContext } from '../checklist-answers.ts';
import { applies, isKnown, share } from '../checklist-answers.ts';
import type { ChecklistDossierInput } from '../checklist-dossier-input.ts';
import type { DossierBlock, DossierSection } from '../document.ts';
import { provenanceFacts } from '../envelope.ts';
import { fill } from '../wording.ts';

/** Annex A: for what the answers hold, who gave them in which role, how they are known, what was not asked and why. */
export function provenance(context: ChecklistContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.annexScope,
    startsOnNewPage: true,
    blocks: [
      { kind: 'heading', text: texts.covers },
      { kind: 'paragraph', text: input.scope.covers },
      { kind: 'heading', text: texts.leftOut },
      leftOut(context),
      ...earlierSites(context),
      ...whoAnswered(context),
      ...howKnown(context),
      ...whatDecidedTheQuestions(context),
      { kind: 'heading', text: shared.authenticity },
      provenanceFacts(input, shared, wording),
      { kind: 'paragraph', tone: 'muted', text: fill(shared.checkHow, { address: input.checkAddress }) },
    ],
  };
}

function leftOut({ input, texts }: ChecklistContext): DossierBlock {
  const parts = input.scope.leftOut;
  if (parts === null) return { kind: 'paragraph', text: texts.leftOutNotAsked };
  return parts.length === 0
    ? { kind: 'paragraph', text: texts.leftOutNone }
    : { kind: 'list', ordered: false, items: parts };
}

/** The sites of the run that this one is compared with, where they are not the same. */
function earlierSites({ input, texts, wording }: ChecklistContext): readonly DossierBlock[] {
  const { previous } = input;
  if (!previous?.otherSites) return [];
  const heading: DossierBlock = { kind: 'heading', text: fill(texts.earlierSites, { date: wording.date(previous.completedAt) }) };
  if (previous.otherSites === 'not_kept') return [heading, { kind: 'paragraph', text: texts.earlierSitesNotKept }];
  const { onlyThen, onlyNow } = previous.otherSites;
  const items = [
    { term: texts.earlierSitesOnlyThen, value: onlyThen.join('; ') },
    { term: texts.earlierSitesOnlyNow, value: onlyNow.join('; ') },
  ].filter(({ value }) => value !== '');
  return [heading, { kind: 'facts', columns: 1, items }];
}

function whoAnswered(context: ChecklistContext): readonly DossierBlock[] {
  const { input, texts, shared, wording } = context;
  const { confirmedBy } = input.assessment;
  return [
    { kind: 'heading', text: texts.howAnswered },
    {
      kind: 'facts',
      columns: 1,
      items: [
        {
          term: texts.checklist,
          value: fill(texts.checklistValue, {
            title: `${input.checklist.title} (${input.checklist.id})`, version: input.checklist.version,
          }),
        },
        {
          term: texts.startedAndCompleted,
          value: fill(texts.startedAndCompletedValue, {
            start: wording.date(input.assessment.startedAt), end: wording.date(input.assessment.completedAt),
          }),
        },
      ],
    },
    {
      kind: 'table',
      columns: [
        { heading: texts.person, width: 34 },
        { heading: texts.role, width: 30 },
        { heading: texts.answersGiven, width: 36 },
      ],
      rows: input.assessment.people.map((person) => [
        { text: person.name },
        { text: person.role || shared.notStated, note: person.outside && outsideNote(person.outside, context) },
        {
          text: wording.number(person.answers),
          note: person.bases.map(({ basis, answers }) => fill(texts.basisOf, { basis: basis ? texts.bases[basis] : texts.basisNotStated, count: answers })).join(', '),
        },
      ]),
      emptyText: texts.peopleEmpty,
    },
    ...(confirmedBy ? [{ kind: 'paragraph', text: fill(texts.confirmedBy, { ...confirmedBy, date: wording.date(input.assessment.completedAt) }) } as const] : []),
  ];
}

function outsideNote({ sentAt, topics }: NonNullable<ChecklistDossierInput['assessment']['people'][number]['outside']>, { texts, wording }: ChecklistContext): string {
  const dates = [...new Set(sentAt.map((at) => wording.date(at)))].join(', ');
  const words = { dates, topics: topics.join(', ') };
  return fill(dates === '' ? texts.fromOutsideUndated : texts.fromOutside, words);
}

/** Only what is known has a basis: nobody can have checked what nobody knows. */
function howKnown({ input, texts }: ChecklistContext): readonly DossierBlock[] {
  const known = input.answers.filter((answer) => applies(answer) && isKnown(answer));
  const without = known.filter((answer) => answer.basis === null).length;
  const bars = [
    ...answerBases.map((basis) => ({ label: texts.bases[basis], count: known.filter((answer) => answer.basis === basis).length })),
    ...(without > 0 ? [{ label: texts.basisNotStated, count: without }] : []),
  ].map(({ label, count }) => ({ label, valueText: String(count), share: share(count, known.length) }));
  return [
    { kind: 'heading', text: texts.basesHeading },
    {
      kind: 'figure',
      figure: { kind: 'bars', items: bars },
      alt: `${texts.basisCountsAlt} ${bars.map((bar) => `${bar.label}: ${bar.valueText}`).join('; ')}.`,
    },
  ];
}

/** What the company said about itself, and the questions that were therefore not put to it. */
function whatDecidedTheQuestions({ input, texts, wording }: ChecklistContext): readonly DossierBlock[] {
  if (input.statements.length === 0 && input.notAsked.length === 0) return [];
  return [
    { kind: 'heading', text: texts.statementsHeading },
    { kind: 'paragraph', tone: 'muted', text: texts.statementsExplained },
    {
      kind: 'table',
      columns: [
        { heading: texts.number, width: 8 },
        { heading: texts.question, width: 57 },
        { heading: texts.answer, width: 17 },
        { heading: texts.answeredBy, width: 18 },
      ],
      rows: input.statements.map((statement) => [
        { text: statement.number },
        { text: statement.question },
        { text: texts.answers[statement.answer ?? 'unanswered'] },
        { text: statement.answeredBy ?? '–', note: statement.answeredAt ? wording.date(statement.answeredAt) : undefined },
      ]),
      emptyText: texts.statementsEmpty,
    },
    { kind: 'heading', text: fill(texts.notAskedHeading, { count: input.notAsked.length }) },
    {
      kind: 'table',
      columns: [
        { heading: texts.number, width: 8 },
        { heading: texts.question, width: 47 },
        { heading: texts.reason, width: 45 },
      ],
      rows: input.notAsked.map((one) => [{ text: one.number }, { text: one.title }, { text: one.why }]),
      emptyText: texts.notAskedEmpty,
    },
  ];
}
