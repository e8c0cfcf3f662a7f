import type { Region } from '#app/content/region/region.ts';
import type { FirstAidCard } from '#app/domain/triage/first-aid-card.ts';
import type { Locale } from '../ports.ts';
import { contactsOf } from './contact-view.ts';
import type { ContactView } from './contact-view.ts';

export type FirstAidView = {
  readonly kind: string;
  readonly title: string;
  readonly firstSentence: string;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly how: string; readonly why: string }[];
  readonly doNot: readonly string[];
  readonly contacts: readonly ContactView[];
  readonly evidence: readonly string[];
  readonly checkedOn: string;
  readonly sources: readonly string[];
};

/** A card in one language. */
export function firstAidViewOf(kind: string, card: FirstAidCard, region: Region, locale: Locale): FirstAidView {
  return {
    kind,
    title: card.title[locale],
    firstSentence: card.firstSentence[locale],
    steps: card.steps.map((step) => ({ id: step.id, title: step.do[locale], how: step.how[locale], why: step.why[locale] })),
    doNot: card.doNot.map((text) => text[locale]),
    contacts: contactsOf(card.call, region, locale),
    evidence: card.evidence.map((text) => text[locale]),
    checkedOn: card.checkedOn,
    sources: card.sources.map((source) => source.publisher),
  };
}
