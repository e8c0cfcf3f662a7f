import type { DossierSection } from '../document.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, same, statedCell, statedTable } from '../stated-cells.ts';
import { fill } from '../wording.ts';

/** The contract, whom to reach outside the systems concerned, and who reports. */
export function insurance(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.insuranceHeading,
    blocks: [
      statedTable(context, [
        row(texts.insurer, input.insurance.insurer, same),
        row(texts.policyNumber, input.insurance.policyNumber, same),
        row(texts.broker, input.insurance.broker, same),
        row(texts.contact, input.insurance.contact, same),
        row(texts.insurerTold, input.insurance.informed, (value) => texts.yesNo[value]),
        row(texts.hotlineUsed, input.insurance.hotlineUsedAt, wording.dateTime),
      ]),
      { kind: 'heading', text: texts.reporterHeading },
      statedTable(context, [
        row(texts.reporterName, { certainty: 'known', value: input.reporter.name }, same),
        row(texts.reporterRole, input.reporter.role, same),
        row(texts.reporterPhone, input.reporter.phone, same),
        row(texts.learnedHow, input.reporter.learnedHow, same),
      ]),
    ],
  };
}

/** Who was engaged, whether somebody had vetted them, and whether the insurer agreed. */
export function providers(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  const vetting = (vetted: { readonly since: string; readonly until: string | null } | null): string =>
    vetted === null
      ? texts.vettingNone
      : vetted.until === null
        ? fill(texts.vettingSince, { since: wording.date(vetted.since) })
        : fill(texts.vettingValue, { since: wording.date(vetted.since), until: wording.date(vetted.until) });
  return {
    heading: texts.providersHeading,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: texts.provider, width: 29 },
          { heading: texts.engagedAt, width: 21 },
          { heading: texts.firstContact, width: 21 },
          { heading: texts.vetting, width: 15 },
          { heading: texts.insurerConsent, width: 14 },
        ],
        rows: input.providers.map((provider) => [
          { text: provider.name, note: provider.task, strong: true },
          statedCell(context, provider.engagedAt, wording.dateTime),
          statedCell(context, provider.firstContactAt, wording.dateTime),
          { text: vetting(provider.vetted) },
          statedCell(context, provider.insurerConsent, (value) => texts.yesNo[value]),
        ]),
        emptyText: texts.providersEmpty,
      },
      ...(input.providers.length > 0 ? [{ kind: 'paragraph', tone: 'muted', text: texts.vettingExplained } as const] : []),
    ],
  };
}
