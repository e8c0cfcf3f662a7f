/** How fast a provider promises to answer: in office hours, in extended hours, or around the clock for urgent cases. */
export const responseClasses = ['standard', 'extended', 'emergency'] as const;
export type ResponseClass = (typeof responseClasses)[number];

export function isResponseClass(text: string): text is ResponseClass {
  return (responseClasses as readonly string[]).includes(text);
}
