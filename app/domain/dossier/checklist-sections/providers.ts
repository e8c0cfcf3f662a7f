import type { ChecklistContext } from '../checklist-answers.ts';
import type { DossierSection } from '../document.ts';
import { fill } from '../wording.ts';

/** Annex E: providers in use, by name only with consent. */
export function providers({ input, texts, shared, wording }: ChecklistContext): DossierSection {
  if (input.providers === null) return { heading: texts.providersHeading, blocks: [{ kind: 'paragraph', tone: 'muted', text: texts.providersNotAsked }] };
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

/** Only when the company added them on purpose. */
export function earlierIncidents({ input, texts, wording }: ChecklistContext): readonly DossierSection[] {
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
