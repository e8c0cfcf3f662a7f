import type { AnswerBasis } from '../checklist/vocabulary.ts';
import { answerBases } from '../checklist/vocabulary.ts';
import type { ChecklistContext } from './checklist-answers.ts';
import { answerCell, applies, basisText, isKnown, share } from './checklist-answers.ts';
import type { ChecklistDossierAnswer } from './checklist-dossier-input.ts';
import type { ChecklistDossierTexts } from './checklist-dossier-texts.ts';
import type { DossierBlock, DossierSection } from './document.ts';
import { provenanceFacts } from './envelope.ts';
import { fill } from './wording.ts';
import type { Wording } from './wording.ts';

/** Everything behind the underwriter's first page. */
export function checklistAnnex(context: ChecklistContext): readonly DossierSection[] {
  return [
    scopeAndOrigin(context),
    byTopic(context),
    openAnswers(context),
    measures(context),
    providers(context),
    ...earlierIncidents(context),
    allAnswers(context),
  ];
}

function scopeAndOrigin({ input, texts, shared, wording }: ChecklistContext): DossierSection {
  const applicable = input.answers.filter(applies);
  const withBasis = (basis: AnswerBasis): number => applicable.filter((answer) => answer.basis === basis).length;
  const leftOut: readonly DossierBlock[] = input.scope.leftOut.length === 0
    ? [{ kind: 'paragraph', text: texts.leftOutNone }]
    : [{ kind: 'list', ordered: false, items: input.scope.leftOut }];
  const bases = answerBases.map((basis) => ({
    label: texts.bases[basis],
    valueText: String(withBasis(basis)),
    share: share(withBasis(basis), applicable.length),
  }));
  return {
    heading: texts.annexScope,
    startsOnNewPage: true,
    blocks: [
      { kind: 'heading', text: texts.covers },
      { kind: 'paragraph', text: input.scope.covers },
      { kind: 'heading', text: texts.leftOut },
      ...leftOut,
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
          {
            term: texts.people,
            value: input.assessment.people.map((person) => `${person.name} (${person.role})`).join('; ') || shared.notStated,
          },
        ],
      },
      { kind: 'heading', text: texts.basesHeading },
      {
        kind: 'figure',
        figure: { kind: 'bars', items: bases },
        alt: `${texts.basisCountsAlt} ${bases.map((bar) => `${bar.label}: ${bar.valueText}`).join('; ')}.`,
      },
      { kind: 'heading', text: shared.authenticity },
      provenanceFacts(input, shared, wording),
      { kind: 'paragraph', tone: 'muted', text: fill(shared.checkHow, { address: input.checkAddress }) },
    ],
  };
}

function byTopic({ input, texts, wording }: ChecklistContext): DossierSection {
  const valueOf = (points: number, maximum: number): string => maximum > 0
    ? fill(texts.topicValue, { points: wording.number(points), maximum: wording.number(maximum) })
    : texts.topicNothing;
  const items = input.topics.map((topic) => ({
    label: topic.title,
    valueText: valueOf(topic.points, topic.maximum),
    share: share(topic.points, topic.maximum),
  }));
  const spoken = items.map((item) => `${item.label}: ${item.valueText}`).join('; ');
  const bars: DossierBlock = { kind: 'figure', figure: { kind: 'bars', items }, alt: `${texts.topicsAlt} ${spoken}.` };
  const axes = input.topics.flatMap((topic) => {
    const reached = share(topic.points, topic.maximum);
    if (reached === null) return [];
    return [{
      label: topic.shortTitle,
      valueText: `${wording.number(topic.points)}/${wording.number(topic.maximum)}`,
      share: reached,
      previousShare: share(topic.previousPoints ?? 0, topic.previousMaximum ?? 0),
    }];
  });
  const net: DossierBlock = {
    kind: 'figure',
    figure: {
      kind: 'radar',
      axes,
      currentLabel: wording.date(input.assessment.completedAt),
      previousLabel: input.previous && axes.every((axis) => axis.previousShare !== null) ? wording.date(input.previous.completedAt) : undefined,
    },
    alt: texts.radarAlt,
  };
  return {
    heading: texts.topicsHeading,
    // A net needs three axes to enclose anything.
    blocks: axes.length >= 3 ? [bars, net] : [bars],
  };
}

function openAnswers({ input, texts }: ChecklistContext): DossierSection {
  const unknown = input.answers.filter((answer) => applies(answer) && !isKnown(answer));
  const notApplicable = input.answers.filter((answer) => !applies(answer));
  const table = (answers: readonly ChecklistDossierAnswer[], emptyText: string): DossierBlock => ({
    kind: 'table',
    columns: [
      { heading: texts.number, width: 8 },
      { heading: texts.question, width: 47 },
      { heading: texts.reason, width: 45 },
    ],
    rows: answers.map((answer) => [
      { text: answer.number },
      { text: answer.question },
      {
        text: answer.reason ?? answer.note ?? (answer.answer === null ? texts.answers.unanswered : '–'),
      },
    ]),
    emptyText,
  });
  return {
    heading: texts.openHeading,
    blocks: [
      { kind: 'heading', text: fill(texts.unknownHeading, { count: unknown.length }) },
      { kind: 'paragraph', text: texts.unknownExplained, tone: 'muted' },
      table(unknown, texts.unknownEmpty),
      { kind: 'heading', text: fill(texts.notApplicableHeading, { count: notApplicable.length }) },
      { kind: 'paragraph', text: texts.notApplicableExplained, tone: 'muted' },
      table(notApplicable, texts.notApplicableEmpty),
    ],
  };
}

function measures({ input, texts, shared, wording }: ChecklistContext): DossierSection {
  const planned = input.measures.filter((measure) => measure.status !== 'done');
  const done = input.measures.filter((measure) => measure.status === 'done');
  const day = (iso: string | null): string => (iso ? wording.date(iso) : shared.notStated);
  return {
    heading: texts.measuresHeading,
    blocks: [
      { kind: 'heading', text: texts.plannedHeading },
      {
        kind: 'table',
        columns: [
          { heading: texts.measure, width: 46 },
          { heading: texts.owner, width: 22 },
          { heading: texts.due, width: 16 },
          { heading: texts.state, width: 16 },
        ],
        rows: planned.map((measure) => [
          { text: measure.title },
          { text: measure.owner ?? shared.notStated },
          { text: day(measure.dueOn) },
          { text: texts.measureStates[measure.status], mark: measure.status === 'open' ? 'empty' : 'half' },
        ]),
        emptyText: texts.plannedEmpty,
      },
      { kind: 'heading', text: texts.doneHeading },
      {
        kind: 'table',
        columns: [
          { heading: texts.measure, width: 58 },
          { heading: texts.owner, width: 24 },
          { heading: texts.doneOn, width: 18 },
        ],
        rows: done.map((measure) => [
          { text: measure.title },
          { text: measure.owner ?? shared.notStated },
          { text: day(measure.doneOn) },
        ]),
        emptyText: texts.doneEmpty,
      },
    ],
  };
}

function providers({ input, texts, shared, wording }: ChecklistContext): DossierSection {
  const named = input.providers.filter((provider) => provider.mayBeNamed);
  const unnamed = input.providers.length - named.length;
  return {
    heading: texts.providersHeading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: texts.provider, width: 36 },
          { heading: texts.service, width: 46 },
          { heading: texts.since, width: 18 },
        ],
        rows: named.map((provider) => [
          { text: provider.name },
          { text: provider.service },
          { text: provider.since ? wording.date(provider.since) : shared.notStated },
        ]),
        emptyText: texts.providersEmpty,
      },
      ...(unnamed > 0
        ? [{ kind: 'paragraph', tone: 'muted', text: fill(texts.providersUnnamed, { count: unnamed }) } as const]
        : []),
    ],
  };
}

function earlierIncidents({ input, texts, wording }: ChecklistContext): readonly DossierSection[] {
  if (input.earlierIncidents === null) return [];
  return [{
    heading: texts.incidentsHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.incidentOn, width: 18 },
        { heading: texts.incidentWhat, width: 40 },
        { heading: texts.incidentOutcome, width: 42 },
      ],
      rows: input.earlierIncidents.map((incident) => [
        { text: wording.date(incident.on) }, { text: incident.what }, { text: incident.outcome },
      ]),
      emptyText: texts.incidentsEmpty,
    }],
  }];
}

/** Every question in the exact words that were asked, topic by topic. */
function allAnswers({ input, texts, wording }: ChecklistContext): DossierSection {
  const topics = [...new Set(input.answers.map((answer) => answer.topic))];
  return {
    heading: texts.allHeading,
    startsOnNewPage: true,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'muted',
        text: `${fill(texts.allExplained, { title: input.checklist.title, version: input.checklist.version })} ${texts.mustExplained}`,
      },
      ...topics.flatMap((topic): DossierBlock[] => [
        { kind: 'heading', text: topic },
        {
          kind: 'table',
          columns: [
            { heading: texts.number, width: 8 },
            { heading: texts.question, width: 40 },
            { heading: texts.answer, width: 17 },
            { heading: texts.basis, width: 17 },
            { heading: texts.answeredBy, width: 18 },
          ],
          rows: input.answers.filter((answer) => answer.topic === topic).map((answer) => [
            { text: answer.number },
            { text: answer.question, note: remarksOf(answer, texts, wording) },
            answerCell(answer, texts),
            { text: basisText(answer, texts) },
            {
              text: answer.answeredBy ?? '–',
              note: answer.answeredAt ? wording.date(answer.answeredAt) : undefined,
            },
          ]),
          emptyText: texts.mustEmpty,
        },
      ]),
    ],
  };
}

function remarksOf(answer: ChecklistDossierAnswer, texts: ChecklistDossierTexts, wording: Wording): string | undefined {
  const remarks = [
    answer.note && `${texts.note}: ${answer.note}`,
    answer.reason && `${texts.reason}: ${answer.reason}`,
    answer.evidence && `${texts.evidence}: ${answer.evidence.title}, ${wording.date(answer.evidence.on)}`,
    answer.since && `${texts.since}: ${wording.date(answer.since)}`,
  ].filter((remark) => remark !== null && remark !== '');
  return remarks.length > 0 ? remarks.join('\n') : undefined;
}
