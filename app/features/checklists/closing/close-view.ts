import { scopeOf, stampOfScope } from '#app/domain/checklist/site-scope.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { AnswerShare } from '#app/domain/checklist/statement.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../../ports.ts';
import type { CloseErrors } from '../form.ts';
import type { AssessmentLinks } from '../links.ts';
import type { OpenClose } from './open-close.server.ts';
import { runView } from '../runs/run-view.ts';
import type { RunView } from '../runs/run-view.ts';

/** The last look before the close: every answer, and the statement that the close confirms. */
export type CloseView = RunView & {
  readonly people: readonly { readonly key: string; readonly name: string; readonly role: string; readonly answers: number; readonly bases: string }[];
  /** What stands on the page of the sites; posted with the close. */
  readonly seenSites: string;
  readonly form: FormState;
};

/** `posted` with its errors when the form was refused. */
export function closeView(opened: OpenClose, locale: Locale, links: AssessmentLinks, posted?: { readonly values: FormState['values']; readonly errors: CloseErrors }): CloseView {
  const t = textOf(locale, 'results');
  const role = opened.ownRole ? labelsOf(locale).roles[opened.ownRole] : '';
  return {
    ...runView(opened, locale, links, 'close'),
    seenSites: stampOfScope(scopeOf(opened.sites, opened.run.assessment.siteIds)),
    people: opened.people.map((share, at) => ({ key: String(at), ...shareView(share, locale) })),
    form: posted ? { values: posted.values, errors: Object.fromEntries(Object.entries(posted.errors).map(([field, key]) => [field, [t(key)]])) } : emptyForm({ position: role }),
  };
}

function shareView({ name, role, outside, answers, byBasis }: AnswerShare, locale: Locale): { name: string; role: string; answers: number; bases: string } {
  const t = textOf(locale, 'results');
  const labels = labelsOf(locale);
  const bases = [
    ...answerBases.flatMap((basis) => (byBasis[basis] > 0 ? [t('close.basisCount', { basis: labels.answerBases[basis], count: byBasis[basis] })] : [])),
    ...(byBasis.not_stated > 0 ? [t('close.basisNone', { count: byBasis.not_stated })] : []),
  ];
  return { name: name ?? t('close.unknownPerson'), role: (role ? labels.roles[role] : outside) || '–', answers, bases: bases.join(', ') };
}
