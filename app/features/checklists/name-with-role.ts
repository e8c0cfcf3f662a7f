import type { AnswerSource } from '#app/domain/checklist/answers.ts';

/** „Robert Meinel, Silberader IT“. */
export function nameWithRole({ name, role }: AnswerSource): string {
  return role === '' ? name : `${name}, ${role}`;
}
