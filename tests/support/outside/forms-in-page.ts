/** A form of a page, filled as somebody in a hurry would: hidden fields as they are, the first of every choice. */
export type FormInPage = { readonly action: string; readonly fields: readonly (readonly [string, string])[]; /** Name of the field for files, in a form that takes some. */ readonly file: string | null };

/** The forms of a page that post, one for each button; the page must be the product's own output. */
export function formsIn(html: string, address: string): FormInPage[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, own = '', body = '']) => {
    if (attribute(own, 'method')?.toLowerCase() !== 'post') return [];
    const action = attribute(own, 'action') || address;
    const fields = fieldsIn(body);
    const files = [...body.matchAll(/<input\b([^>]*)>/g)].map(([, input = '']) => input).filter((input) => attribute(input, 'type') === 'file');
    const file = files[0] === undefined ? null : (attribute(files[0], 'name') ?? null);
    const buttons = [...body.matchAll(/<button\b([^>]*)>/g)].map(([, button = '']) => [attribute(button, 'name'), attribute(button, 'value') ?? ''] as const);
    const named = buttons.filter((button): button is readonly [string, string] => Boolean(button[0]));
    return (named.length === 0 ? [null] : named).map((button) => ({ action: action.split(/[?#]/)[0] ?? address, fields: [...fields, ...(button ? [button] : [])], file }));
  });
}

/** The form as it is sent. */
export function bodyOf({ fields, file }: Pick<FormInPage, 'fields' | 'file'>): URLSearchParams | FormData {
  if (file === null) return new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.append(file, new File(['Probe'], 'probe.txt', { type: 'text/plain' }));
  return body;
}

/** One field of a form that a page holds. */
export function fieldOf(form: FormInPage | undefined, name: string): string {
  return form?.fields.find(([field]) => field === name)?.[1] ?? '';
}

function fieldsIn(body: string): [string, string][] {
  const chosen = new Set<string>();
  const inputs = [...body.matchAll(/<input\b([^>]*)>/g)].flatMap(([, own = '']): [string, string][] => {
    const name = attribute(own, 'name');
    const type = attribute(own, 'type') ?? 'text';
    if (!name || type === 'file' || type === 'submit') return [];
    if (type === 'radio' || type === 'checkbox') {
      if (chosen.has(name)) return [];
      chosen.add(name);
      return [[name, attribute(own, 'value') ?? 'on']];
    }
    return [[name, attribute(own, 'value') || typed[type] || 'Probe']];
  });
  const texts = [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, own = '', text = '']): [string, string] => [attribute(own, 'name') ?? '', unescaped(text).trim() || 'Probe']);
  const selects = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, own = '', options = '']): [string, string] => {
    const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attribute(option, 'value') ?? '');
    return [attribute(own, 'name') ?? '', values.find((value) => value !== '') ?? ''];
  });
  return [...inputs, ...texts, ...selects].filter(([name]) => name !== '');
}

const typed: Readonly<Record<string, string>> = { email: 'probe@probe.example', date: '2026-11-24', time: '10:00', number: '1', tel: '0375 555 0100' };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
