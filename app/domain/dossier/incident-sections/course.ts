import type { DossierSection } from '../document.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { statedCell } from '../stated-cells.ts';
import { fill } from '../wording.ts';

/** What happened in the case, in order of time, as the portal wrote it down. */
export function timeline({ input, texts, shared, wording }: IncidentContext): DossierSection {
  return {
    heading: texts.timelineHeading,
    blocks: [
      { kind: 'paragraph', tone: 'muted', text: texts.timelineExplained },
      {
        kind: 'table',
        columns: [
          { heading: texts.at, width: 24 },
          { heading: texts.step, width: 52 },
          { heading: texts.by, width: 24 },
        ],
        rows: input.timeline.map((step) => [{ text: wording.dateTime(step.at) }, { text: step.what }, { text: step.by ?? shared.portal }]),
        emptyText: texts.timelineEmpty,
      },
    ],
  };
}

export function measures(context: IncidentContext): DossierSection {
  const { input, texts, shared, wording } = context;
  return {
    heading: texts.measuresHeading,
    blocks: [{
      kind: 'table',
      columns: [
        { heading: texts.at, width: 24 },
        { heading: texts.measure, width: 52 },
        { heading: texts.by, width: 24 },
      ],
      rows: input.measures.map((measure) => [
        statedCell(context, measure.at, wording.dateTime),
        { text: measure.what },
        { text: measure.by ?? shared.notStated },
      ]),
      emptyText: texts.measuresEmpty,
    }],
  };
}

/** What the provider concluded. Its opinion, kept apart from what the company states. */
export function findings({ input, texts, wording }: IncidentContext): DossierSection {
  const { findings } = input;
  if (findings === null) return { heading: texts.findingsHeading, blocks: [{ kind: 'paragraph', tone: 'muted', text: texts.findingsNone }] };
  return {
    heading: texts.findingsHeading,
    blocks: [
      { kind: 'paragraph', tone: 'muted', text: fill(texts.findingsExplained, { by: findings.by, at: wording.dateTime(findings.at) }) },
      {
        kind: 'facts',
        columns: 1,
        items: [
          { term: texts.findingsOutcome, value: findings.outcome },
          { term: texts.findingsCauses, value: findings.causes.join('; ') },
          ...(findings.causeText === null ? [] : [{ term: texts.findingsCauseText, value: findings.causeText }]),
          { term: texts.findingsEffort, value: findings.effort },
          { term: texts.findingsRecommendations, value: findings.recommendations },
        ],
      },
    ],
  };
}
