import { labelsOf } from '#app/content/messages.ts';
import type { Locale } from '../../ports.ts';
import type { AnswerErrors } from '../form.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { errorWords } from './requirement-view.ts';

/** What became of an answer that was saved while its page stayed open; also the JSON that the page receives. */
export type Autosaved =
  | { readonly state: 'saved'; readonly at: string; readonly by: string; readonly revision: number }
  /** Nothing is stored yet: what is missing, in words. */
  | { readonly state: 'incomplete'; readonly missing: readonly string[] }
  /** Somebody else has answered meanwhile; that answer stands. */
  | { readonly state: 'conflict'; readonly by: string | null; readonly at: string | null; readonly answer: string }
  | { readonly state: 'session' }
  | { readonly state: 'closed' };

export const autosavedView = {
  incomplete(opened: OpenRequirement, errors: AnswerErrors, locale: Locale): Autosaved {
    return { state: 'incomplete', missing: [...new Set(Object.entries(errors).map(([field, key]) => errorWords(opened.parts, field, key, locale)))].slice(0, 1) };
  },
  conflict({ record, names }: OpenRequirement, locale: Locale): Autosaved {
    return {
      state: 'conflict',
      by: record ? (names.get(record.answeredBy) ?? null) : null,
      at: record?.answeredAt.toISOString() ?? null,
      answer: record ? labelsOf(locale).answers[record.answer.value] : '',
    };
  },
};
