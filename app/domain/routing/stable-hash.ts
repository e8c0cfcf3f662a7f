/**
 * Hashes that are the same on every machine and in every run. They order and compare; they protect nothing.
 * Tampering with a stored decision is what the audit chain answers.
 */

/** FNV-1a, 32 bit, over UTF-16 code units, with a final mix so that ids that differ only at the end spread. */
export function fnv1a32(text: string, offset: number): number {
  let hash = offset | 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Number for the last step of the tie-break: deterministic, and different from case to case so that nobody always wins. */
export function tieBreakHash(caseId: string, providerId: string, rulesVersion: string): number {
  return fnv1a32(`${caseId}\u0000${providerId}\u0000${rulesVersion}`, 0x811c9dc5);
}

/** 16 hex digits over any plain JSON value; the order of object keys does not matter, that of arrays does. */
export function digestOf(value: unknown): string {
  const text = canonicalJson(value);
  return hex(fnv1a32(text, 0x811c9dc5)) + hex(fnv1a32(text, 0x1b873593));
}

/** JSON with sorted keys; properties that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>;
    const parts: string[] = [];
    for (const key of Object.keys(record).sort()) {
      if (record[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
    }
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
