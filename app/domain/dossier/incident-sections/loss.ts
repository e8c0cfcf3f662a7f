import type { DossierSection, TableBlock } from '../document.ts';
import type { Stated } from '../incident-dossier-input.ts';
import type { IncidentContext } from '../stated-cells.ts';
import { row, same, statedCell, statedTable, valueAndCertainty } from '../stated-cells.ts';
import { fill } from '../wording.ts';

/** Own costs, interruption, claims of others. */
export function loss(context: IncidentContext): DossierSection {
  const { input, texts, wording } = context;
  return {
    heading: texts.lossHeading,
    blocks: [
      { kind: 'heading', text: texts.costsHeading },
      costs(context),
      { kind: 'heading', text: texts.interruptionsHeading },
      interruptions(context),
      statedTable(context, [
        row(texts.waitingPeriod, input.loss.waitingPeriodHours, (hours) => fill(texts.hours, { hours: wording.number(hours) })),
        row(texts.lostTurnover, input.loss.lostTurnoverCents, wording.euro),
        row(texts.thirdPartyClaims, input.loss.thirdPartyClaims, same),
      ]),
    ],
  };
}

function costs(context: IncidentContext): TableBlock {
  const { input, texts, wording } = context;
  return {
    kind: 'table',
    columns: [
      { heading: texts.costKind, width: 48 },
      { heading: texts.amount, width: 26, align: 'end' },
      { heading: texts.certainty, width: 26 },
    ],
    rows: input.costs.length === 0 ? [] : [
      ...input.costs.map((cost) => [{ text: cost.kind }, ...valueAndCertainty(context, cost.cents, wording.euro)]),
      [{ text: texts.costsSum, strong: true }, ...valueAndCertainty(context, sumOf(input.costs.map((cost) => cost.cents)), wording.euro)],
    ],
    emptyText: texts.costsEmpty,
  };
}

/** A sum is only known when every part of it is. */
function sumOf(amounts: readonly Stated<number>[]): Stated<number> {
  const stated = amounts.flatMap((amount) => (amount.certainty === 'not_stated' ? [] : [amount]));
  if (stated.length === 0) return { certainty: 'not_stated' };
  const isKnown = stated.length === amounts.length && stated.every((amount) => amount.certainty === 'known');
  return { certainty: isKnown ? 'known' : 'estimated', value: stated.reduce((total, amount) => total + amount.value, 0) };
}

function interruptions(context: IncidentContext): TableBlock {
  const { input, texts, wording } = context;
  return {
    kind: 'table',
    columns: [
      { heading: texts.system, width: 40 },
      { heading: texts.from, width: 30 },
      { heading: texts.until, width: 30 },
    ],
    rows: input.interruptions.map((interruption) => [
      { text: interruption.system },
      statedCell(context, interruption.from, wording.dateTime),
      interruption.stillDown ? { text: texts.stillDown } : statedCell(context, interruption.until, wording.dateTime),
    ]),
    emptyText: texts.interruptionsEmpty,
  };
}
