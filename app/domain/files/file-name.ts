const LONGEST_NAME = 120;

/**
 * A name as it is kept: without folders, control characters and marks that turn the reading direction, at most 120
 * characters, its extension kept. `null` when nothing is left of it.
 */
export function cleanFileName(given: string): string | null {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (visible === '') return null;
  const letters = [...visible];
  if (letters.length <= LONGEST_NAME) return visible;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(visible)?.[0] ?? '';
  return letters.slice(0, LONGEST_NAME - extension.length).join('') + extension;
}
