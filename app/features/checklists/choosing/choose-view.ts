import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { concerns, paces } from '#app/domain/checklist/choose.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../../ports.ts';
import type { ReadWish } from './choose-form.ts';
import type { Recommendation } from './recommend-checklist.server.ts';
import { offerView } from '../runs/run-view.ts';
import type { OfferView } from '../runs/run-view.ts';

type Option = { readonly value: string; readonly label: string; readonly hint?: string };

/** The three questions and, once answered, what fits. */
export type ChooseView = {
  readonly form: FormState;
  readonly sizes: readonly Option[];
  readonly kinds: readonly Option[];
  readonly concerns: readonly Option[];
  readonly paces: readonly Option[];
  /** Path of the page, which the form asks again. */
  readonly path: string;
  readonly chosen: ChosenView | null;
};

export type ChosenView = {
  /** Null: the decision tree about the law. */
  readonly offer: OfferView | null;
  readonly reasons: readonly string[];
  readonly afterwards: { readonly id: string; readonly title: string } | null;
  readonly law: string;
};

type Parts = { readonly read: ReadWish; readonly recommendation: Recommendation | null; readonly path: string; readonly law: string };

export function chooseView({ read, recommendation, path, law }: Parts, locale: Locale): ChooseView {
  const labels = labelsOf(locale);
  const t = textOf(locale, 'checklists');
  return {
    form: { values: read.values, errors: Object.fromEntries(Object.entries(read.errors).map(([field, key]) => [field, [t(key)]])) },
    sizes: sizeClasses.map((value) => ({ value, label: labels.sizeClasses[value] })),
    kinds: companyKinds.map((value) => ({ value, label: labels.companyKinds[value] })),
    concerns: concerns.map((value) => ({ value, label: t(`choose.concerns.${value}`) })),
    paces: paces.map((value) => ({ value, label: t(`choose.paces.${value}`), hint: t(`choose.paceHints.${value}`) })),
    path,
    chosen: recommendation && chosenView(recommendation, law, locale),
  };
}

function chosenView({ wish, reasons, checklist, afterwards }: Recommendation, law: string, locale: Locale): ChosenView {
  const t = textOf(locale, 'checklists');
  return {
    offer: checklist && offerView(checklist, locale),
    reasons: reasons.map((reason) => (reason === 'concern' ? t(`choose.reasons.concern.${wish.concern}`) : t(`choose.reasons.${reason}`))),
    afterwards: afterwards && { id: afterwards.version.checklistId, title: afterwards.version.title[locale] },
    law,
  };
}
