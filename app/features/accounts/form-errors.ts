import type { ZodError } from 'zod';
import { textOf } from '#app/content/translator.ts';
import type { Messages } from '#app/content/messages.ts';
import type { Refusal } from '#app/domain/result.ts';
import { formStateOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../ports.ts';
import { secretFields } from './form.ts';

type ErrorKey = Exclude<keyof Messages['accounts']['errors'], 'tooMany' | 'tooManyMinutes' | 'busy' | 'required' | 'choose'>;
type Posted = Readonly<Record<string, string | string[]>>;

/** The form again, with what was typed (secrets left out) and what is wrong, from a failed check. */
export function formWithIssues(locale: Locale, posted: Posted, error: ZodError): FormState {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    (errors[field] ??= []).push(sentence(locale, issue.message, field));
  }
  return stateOf(posted, errors);
}

/** The same from a refusal; null where the refusal is none of the form. `at` is the field that stands for wrong credentials. */
export function formWithRefusal(locale: Locale, posted: Posted, refusal: Refusal, at: { field: string; wrong: ErrorKey }): FormState | null {
  if (refusal.code === 'invalid_input' && refusal.fields) {
    return stateOf(posted, Object.fromEntries(Object.entries(refusal.fields).map(([field, keys]) => [field, keys.map((key) => sentence(locale, key, field))])));
  }
  const text = sentenceOf(locale, refusal, at.wrong);
  return text === null ? null : stateOf(posted, { [at.field]: [text] });
}

function sentenceOf(locale: Locale, refusal: Refusal, wrong: ErrorKey): string | null {
  const t = textOf(locale, 'accounts');
  const seconds = refusal.retryAfterSeconds ?? 60;
  switch (refusal.code) {
    case 'wrong_credentials':
      return t(`errors.${wrong}`);
    case 'code_already_used':
      return t('errors.codeUsed');
    case 'too_many_attempts':
      return seconds > 90 ? t('errors.tooManyMinutes', { minutes: Math.ceil(seconds / 60) }) : t('errors.tooMany', { seconds });
    case 'temporarily_unavailable':
      return t('errors.busy', { seconds });
    default:
      return null;
  }
}

/** Keys of use cases have a dot where those of the texts have a line: `password.too_short`. */
function sentence(locale: Locale, key: string, field: string): string {
  const t = textOf(locale, 'accounts');
  const known = key.replace('field.', '').replace('.', '_');
  return known === 'required' || !isErrorKey(known) ? t(known === 'required' ? 'errors.required' : 'errors.choose', { field: nameOf(locale, field) }) : t(`errors.${known}`);
}

/** The label that stands at a field. */
function nameOf(locale: Locale, field: string): string {
  const t = textOf(locale, 'accounts');
  switch (field) {
    case 'organisationName':
    case 'town':
    case 'companyKind':
    case 'sectorSection':
    case 'sizeClass':
    case 'district':
    case 'name':
    case 'email':
      return t(`register.${field}`);
    case 'current':
      return t('password.current');
    case 'code':
      return t('code.label');
    case 'lastGroup':
      return t('recovery.lastGroup');
    case 'sheetCode':
      return t('waiting.sheetCode');
    case 'role':
      return t('team.inviteRole');
    default:
      return t('password.enter');
  }
}

const plainKeys: Readonly<Record<ErrorKey, true>> = {
  email: true, tooLong: true, code: true, codeWrong: true, codeUsed: true, credentials: true, passwordWrong: true,
  compare: true, password_too_short: true, password_too_long: true, password_common: true, password_names_something_known: true,
  password_guessable: true, password_currentWrong: true, recovery_lastGroupWrong: true, recovery_codeWrong: true, sheet_codeWrong: true,
};

function isErrorKey(text: string): text is ErrorKey {
  return Object.hasOwn(plainKeys, text);
}

function stateOf(posted: Posted, errors: FormState['errors']): FormState {
  const entries = Object.entries(posted).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const));
  return formStateOf(entries, errors, { secret: secretFields });
}
