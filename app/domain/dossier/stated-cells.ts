import type { EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { CellMark, TableBlock, TableCell } from './document.ts';
import type { IncidentDossierInput, Stated } from './incident-dossier-input.ts';
import type { IncidentDossierTexts } from './incident-dossier-texts.ts';
import type { Wording } from './wording.ts';

/** What the sections of an incident's dossier are made from. */
export type IncidentContext = {
  readonly input: IncidentDossierInput;
  readonly texts: IncidentDossierTexts;
  readonly shared: EnvelopeTexts;
  readonly wording: Wording;
};

export function same(value: string): string {
  return value;
}

export type StatedRow = { readonly label: string; readonly cells: (context: IncidentContext) => readonly TableCell[] };

export function row<T>(label: string, stated: Stated<T>, print: (value: T) => string): StatedRow {
  return { label, cells: (context) => valueAndCertainty(context, stated, print) };
}

/** Three columns: what it is about, what was said, how sure that is. */
export function statedTable(context: IncidentContext, rows: readonly StatedRow[]): TableBlock {
  const { texts } = context;
  return {
    kind: 'table',
    columns: [
      { heading: texts.detail, width: 30 },
      { heading: texts.value, width: 50 },
      { heading: texts.certainty, width: 20 },
    ],
    rows: rows.map(({ label, cells }) => [{ text: label, strong: true }, ...cells(context)]),
    emptyText: '',
  };
}

/** How many statements of a report are known, estimated and not stated. */
export function certaintyCounts(value: unknown): Readonly<Record<Stated<unknown>['certainty'], number>> {
  const counts = { known: 0, estimated: 0, not_stated: 0 };
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    const { certainty } = one as { readonly certainty?: unknown };
    if (certainty === 'known' || certainty === 'estimated' || certainty === 'not_stated') counts[certainty] += 1;
    else Object.values(one).forEach(visit);
  };
  visit(value);
  return counts;
}

const certaintyMarks = { known: 'full', estimated: 'half', not_stated: 'empty' } as const satisfies Record<string, CellMark>;

export function valueAndCertainty<T>({ texts }: IncidentContext, stated: Stated<T>, print: (value: T) => string): readonly TableCell[] {
  return [
    { text: stated.certainty === 'not_stated' ? '–' : print(stated.value) },
    { text: texts.certainties[stated.certainty], mark: certaintyMarks[stated.certainty] },
  ];
}

/** One cell for value and certainty where a column of its own would not fit. */
export function statedCell<T>({ texts }: IncidentContext, stated: Stated<T>, print: (value: T) => string): TableCell {
  return stated.certainty === 'not_stated'
    ? { text: texts.certainties.not_stated }
    : { text: print(stated.value), note: stated.certainty === 'estimated' ? texts.certainties.estimated : undefined };
}

/** The same within a sentence. */
export function plain<T>({ texts }: IncidentContext, stated: Stated<T>, print: (value: T) => string): string {
  if (stated.certainty === 'not_stated') return texts.certainties.not_stated;
  return stated.certainty === 'estimated' ? `${print(stated.value)} (${texts.certainties.estimated})` : print(stated.value);
}
