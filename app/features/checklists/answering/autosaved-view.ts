import { labelsOf } from '#app/content/messages.ts';
import type { Locale } from '../../ports.ts';
import type { AnswerErrors } from '../form.ts';
import type { KeptTyped } from './keep-typed.server.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { missingWords } from './requirement-view.ts';

/** What became of an answer that was saved while its page stayed open; also the JSON that the page receives. */
export type Autosaved =
  | { readonly state: 'saved'; readonly at: string; readonly by: string; readonly revision: number }
  /** Every word is kept, but it is no answer yet: what is missing, in words. `isAnswered`: an earlier answer stands meanwhile. */
  | { readonly state: 'kept'; readonly at: string; readonly revision: number; readonly missing: readonly string[]; readonly isAnswered: boolean }
  /** Nothing is stored: what is missing, in words. */
  | { readonly state: 'incomplete'; readonly missing: readonly string[]; readonly revision: number }
  /** Somebody else has stored something meanwhile; that stands. `answer`: null when it is no answer (yet). */
  | { readonly state: 'conflict'; readonly by: string | null; readonly at: string | null; readonly answer: string | null }
  | { readonly state: 'session' }
  | { readonly state: 'closed' };

export const autosavedView = {
  kept({ parts, record }: OpenRequirement, { at, revision }: KeptTyped, errors: AnswerErrors, locale: Locale): Autosaved {
    return { state: 'kept', at: at.toISOString(), revision, missing: missingWords(parts, errors, locale), isAnswered: record !== null };
  },
  incomplete({ parts }: OpenRequirement, revision: number, errors: AnswerErrors, locale: Locale): Autosaved {
    return { state: 'incomplete', missing: missingWords(parts, errors, locale), revision };
  },
  conflict({ record, unfinished, names }: OpenRequirement, locale: Locale): Autosaved {
    if (unfinished !== null || record === null) return { state: 'conflict', by: unfinished && (names.get(unfinished.by) ?? null), at: unfinished?.at ?? null, answer: null };
    return { state: 'conflict', by: names.get(record.answeredBy) ?? null, at: record.answeredAt.toISOString(), answer: labelsOf(locale).answers[record.answer.value] };
  },
};
