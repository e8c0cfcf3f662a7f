/** A form that was posted after its session had ended, on its way through the sign-in. */
export type CarriedForm = {
  /** The address inside this site that it was meant for. */
  readonly path: string;
  /** As it was posted, except for the token of the ended session. */
  readonly fields: readonly (readonly [string, string])[];
  /** That token; it shows whose form it is. */
  readonly formToken: string;
};

const pathField = 'kept-path';
const tokenField = 'kept-token';
const prefix = 'kept.';

/** The hidden fields in which a page carries the form on. */
export function carryingFields({ path, fields, formToken }: CarriedForm): readonly (readonly [string, string])[] {
  return [[pathField, path], [tokenField, formToken], ...fields.map(([name, value]) => [`${prefix}${name}`, value] as const)];
}

/** The form out of these fields; null when a posted form carries none. `path` is as it came: whoever uses it checks it. */
export function carriedOutOf(posted: readonly (readonly [string, string])[]): CarriedForm | null {
  const first = (wanted: string) => posted.find(([name]) => name === wanted)?.[1];
  const path = first(pathField);
  if (path === undefined) return null;
  const fields = posted.filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { path, fields, formToken: first(tokenField) ?? '' };
}

/** The form as it was posted to its own address. */
export function carriedFrom(path: string, posted: readonly (readonly [string, string])[]): CarriedForm {
  return { path, fields: posted.filter(([name]) => name !== 'formToken'), formToken: posted.find(([name]) => name === 'formToken')?.[1] ?? '' };
}

/** What somebody wrote in its own words, to be read again: choices and marks of the page are single words. */
export function wordsIn({ fields }: CarriedForm): string[] {
  return fields.map(([, value]) => value.trim()).filter((value) => /\S\s+\S/.test(value));
}
