import { insurerTopics } from '../../checklist/vocabulary.ts';
import type { ChecklistContext } from '../checklist-answers.ts';
import { differsInSites, share } from '../checklist-answers.ts';
import type { ChecklistDossierInput } from '../checklist-dossier-input.ts';
import type { ChecklistDossierTexts } from '../checklist-dossier-texts.ts';
import type { DossierBlock, DossierSection } from '../document.ts';
import { fill } from '../wording.ts';
import type { Wording } from '../wording.ts';

/** Annex B: points by the questionnaire's topics as bars and net, and the same answers by what insurers ask about. */
export function results(context: ChecklistContext): DossierSection {
  const net = netOf(context);
  return {
    heading: context.texts.topicsHeading,
    blocks: [barsOf(context), ...(net ? [net] : []), ...byInsurerTopic(context)],
  };
}

function barsOf({ input, texts, wording }: ChecklistContext): DossierBlock {
  const items = input.topics.map((topic) => ({
    label: topic.title,
    valueText: topic.maximum > 0
      ? fill(texts.topicValue, { points: wording.number(topic.points), maximum: wording.number(topic.maximum) })
      : texts.topicNothing,
    share: share(topic.points, topic.maximum),
  }));
  const spoken = items.map((item) => `${item.label}: ${item.valueText}`).join('; ');
  return { kind: 'figure', figure: { kind: 'bars', items }, alt: `${texts.topicsAlt} ${spoken}.` };
}

/** Null where fewer than three topics count: a net needs three axes to enclose anything. */
function netOf({ input, texts, wording }: ChecklistContext): DossierBlock | null {
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
  if (axes.length < 3) return null;
  const comparable = input.previous !== null && axes.every((axis) => axis.previousShare !== null);
  return {
    kind: 'figure',
    figure: {
      kind: 'radar',
      axes,
      currentLabel: wording.date(input.assessment.completedAt),
      previousLabel: comparable ? labelBefore(input.previous, texts, wording) : undefined,
    },
    alt: texts.radarAlt,
  };
}

function labelBefore(previous: NonNullable<ChecklistDossierInput['previous']>, texts: ChecklistDossierTexts, wording: Wording): string {
  const date = wording.date(previous.completedAt);
  return differsInSites(previous) ? fill(texts.trendLabelOtherSites, { date }) : date;
}

/** One line per subject that insurers ask about, with the numbers under which the wording stands in the last annex. */
function byInsurerTopic({ input, texts }: ChecklistContext): readonly DossierBlock[] {
  const counted = insurerTopics.map((topic) => ({ topic, answers: input.answers.filter((answer) => answer.insurerTopic === topic && answer.answer !== 'not_applicable') }));
  const covered = counted.filter(({ answers }) => answers.length > 0);
  const missing = counted.filter(({ answers }) => answers.length === 0).map(({ topic }) => texts.insurerTopics[topic]);
  return [
    { kind: 'heading', text: texts.insurerTopicsHeading },
    {
      kind: 'table',
      columns: [
        { heading: texts.topic, width: 27 },
        { heading: texts.met, width: 9, align: 'end' },
        { heading: texts.partly, width: 10, align: 'end' },
        { heading: texts.notMet, width: 9, align: 'end' },
        { heading: texts.notClear, width: 11, align: 'end' },
        { heading: texts.questionNumbers, width: 34 },
      ],
      rows: covered.map(({ topic, answers }) => {
        const count = (value: string): string => String(answers.filter((answer) => (answer.answer ?? 'unknown') === value).length);
        return [
          { text: texts.insurerTopics[topic], strong: true },
          { text: count('yes') }, { text: count('partly') }, { text: count('no') }, { text: count('unknown') },
          { text: answers.map((answer) => answer.number).join(', ') },
        ];
      }),
      emptyText: texts.insurerTopicsEmpty,
    },
    ...(covered.length > 0 && missing.length > 0
      ? [{ kind: 'paragraph', tone: 'muted', text: fill(texts.insurerTopicsMissing, { topics: missing.join(', ') }) } as const]
      : []),
  ];
}
