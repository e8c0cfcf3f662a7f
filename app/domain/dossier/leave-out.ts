import type { IncidentDossierInput } from './incident-dossier-input.ts';
import type { IncidentDossierTexts } from './incident-dossier-texts.ts';

/** Parts of an incident report that the company may keep to itself. Everything else a claims handler needs in any case. */
export const optionalParts = ['own_words', 'measures', 'findings', 'exhibits', 'costs'] as const;
export type OptionalPart = (typeof optionalParts)[number];

/** Words of what was left out, in the language of the document. */
export type LeaveOutTexts = {
  readonly parts: Readonly<Record<OptionalPart, string>>;
  /** The reason in the list of what is missing. */
  readonly why: string;
  /** Stands where the part would be, so that nobody reads "none". */
  readonly instead: string;
};

type Content = Pick<IncidentDossierInput, 'what' | 'measures' | 'findings' | 'exhibits' | 'costs' | 'interruptions' | 'openPoints' | 'leftOut'>;

/**
 * A report without the named parts: each is empty, says so at its place, and stands in the list of what is missing. Texts
 * change with it, because "no exhibit on file" would be untrue.
 */
export function leaveOut<C extends Content>(
  content: C,
  parts: readonly OptionalPart[],
  texts: IncidentDossierTexts,
  words: LeaveOutTexts,
): { readonly content: C; readonly texts: IncidentDossierTexts } {
  if (parts.length === 0) return { content, texts };
  const without = (part: OptionalPart) => parts.includes(part);
  const { instead } = words;
  return {
    content: {
      ...content,
      what: without('own_words') ? { ...content.what, description: null } : content.what,
      measures: without('measures') ? [] : content.measures,
      findings: without('findings') ? null : content.findings,
      // They come from the same report of the provider.
      openPoints: without('findings') ? [] : content.openPoints,
      exhibits: without('exhibits') ? [] : content.exhibits,
      costs: without('costs') ? [] : content.costs,
      interruptions: without('costs') ? [] : content.interruptions,
      leftOut: [...content.leftOut, ...parts.map((part) => ({ what: words.parts[part], why: words.why }))],
    },
    texts: {
      ...texts,
      noWords: without('own_words') ? instead : texts.noWords,
      measuresEmpty: without('measures') ? instead : texts.measuresEmpty,
      findingsNone: without('findings') ? instead : texts.findingsNone,
      openEmpty: without('findings') ? instead : texts.openEmpty,
      exhibitsEmpty: without('exhibits') ? instead : texts.exhibitsEmpty,
      costsEmpty: without('costs') ? instead : texts.costsEmpty,
      interruptionsEmpty: without('costs') ? instead : texts.interruptionsEmpty,
    },
  };
}
