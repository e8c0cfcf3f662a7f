/** A citation of law as it is shown: the sign, the number and the letter of a provision stay on one line. */
export function unbroken(citation: string): string {
  return citation.replace(/(§|Art\.|Abs\.|Nr\.|Buchst\.|Satz) (?=[0-9a-z])/g, '$1\u00a0');
}
