/** Names of fields, apart from the schemas, which stay on the server: pages ask for them too. */

/** Field of one part: `part-<id>`. */
export function partField(partId: string): string {
  return `part-${partId}`;
}

/** The name of a field of one question in the form of a whole topic. */
export function questionField(requirementId: string, field: string): string {
  return `${requirementId}.${field}`;
}
