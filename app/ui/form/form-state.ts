/** State of a form as the server knows it: what was typed and what is wrong with it. Plain JSON, so that a page shown again after a refusal keeps every value. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** Field name to texts, already in the reader's language. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
};

/** A form nobody has filled in yet; `values` may prefill it. */
export function emptyForm(values: FormState['values'] = {}): FormState {
  return { values, errors: {} };
}

/** Fields whose content is never sent back to the page. */
export type FormStateOptions = { readonly secret?: readonly string[] };

/** State of a posted form: text fields as typed, files left out, fields named in `secret` left out. A name posted twice becomes a list. */
export function formStateOf(posted: Iterable<readonly [string, unknown]>, errors: FormState['errors'], options: FormStateOptions = {}): FormState {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of posted) {
    if (typeof value !== 'string' || options.secret?.includes(name)) continue;
    const before = Object.hasOwn(values, name) ? values[name] : undefined;
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { values, errors };
}

export type FieldBinding = {
  readonly id: string;
  readonly name: string;
  readonly defaultValue: string;
  readonly error: string | undefined;
};

/** Props for `TextField`, `TextArea` and `SelectField`: name, id, what was typed, the first error. */
export function fieldProps(form: FormState, name: string): FieldBinding {
  return { id: idOf(name), name, defaultValue: valuesOf(form, name)[0] ?? '', error: errorOf(form, name) };
}

export type ChoiceBinding = {
  readonly id: string;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
};

/** Props for `RadioCards`, `CheckboxList` and `Segment`. */
export function choiceProps(form: FormState, name: string): ChoiceBinding {
  return { id: idOf(name), name, chosen: valuesOf(form, name), error: errorOf(form, name) };
}

/** Lines of the error summary, in the order of `names`, then errors of other fields. */
export function summaryOf(form: FormState, names: readonly string[] = []): { field: string; text: string }[] {
  const known = new Set(names);
  const ordered = [...names, ...Object.keys(form.errors).filter((name) => !known.has(name))];
  return ordered.flatMap((name) => (ownErrors(form, name) ?? []).slice(0, 1).map((text) => ({ field: idOf(name), text })));
}

export function hasErrors(form: FormState): boolean {
  return Object.values(form.errors).some((texts) => texts.length > 0);
}

/** Id of the control of a field: the name, with what an address fragment cannot hold replaced. */
export function idOf(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

function valuesOf(form: FormState, name: string): readonly string[] {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function errorOf(form: FormState, name: string): string | undefined {
  return ownErrors(form, name)?.[0];
}

function ownErrors(form: FormState, name: string): readonly string[] | undefined {
  return Object.hasOwn(form.errors, name) ? form.errors[name] : undefined;
}
