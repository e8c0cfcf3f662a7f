/** Joins class names; everything that is not a word is left out, so that conditions can stand inline. */
export function classNames(...names: readonly unknown[]): string {
  return names.filter((name): name is string => typeof name === 'string' && name !== '').join(' ');
}
