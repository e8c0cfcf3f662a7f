import { utf8 } from './bytes.ts';

/** Plain data that has one and only one text. Numbers are whole; fractions would invite differing notations. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue };

/**
 * JSON without spaces, names sorted by UTF-16 code units: for these values the same bytes as RFC 8785. Throws a
 * TypeError for fractions, unsafe numbers, broken Unicode and anything that is not plain data.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    utf8(value);
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('number has no canonical form');
    return String(value);
  }
  if (Array.isArray(value)) return `[${(value as readonly CanonicalValue[]).map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const fields = Object.entries(value as Readonly<Record<string, CanonicalValue>>);
    const sorted = fields.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${sorted.map(([name, field]) => `${canonicalJson(name)}:${canonicalJson(field)}`).join(',')}}`;
  }
  throw new TypeError('value has no canonical form');
}
