/** Names of fields, apart from the schemas, which stay on the server: pages ask for them too. */

/** Field of one part: `part-<id>`. */
export function partField(partId: string): string {
  return `part-${partId}`;
}

/** The name of a field of one question in the form of a whole topic. */
export function questionField(requirementId: string, field: string): string {
  return `${requirementId}.${field}`;
}

/** Where a question stands on the page of its topic. */
export function questionAnchor(requirementId: string): string {
  return `frage-${requirementId}`;
}

/** Ids of the questions that stood on the page of a topic, separated by spaces. */
export const shownField = 'shown';

/** A button: store what was offered as it stands. */
export const confirmField = 'confirm';

/** In the address of a page on which something that was to be confirmed has changed meanwhile. */
export const outdatedMark = 'geaendert';

/** A button: leave this question as somebody else has answered it. */
export const keepField = 'keep';
