import { z } from 'zod';
import type { FirstAidCard } from '#app/domain/triage/first-aid-card.ts';
import { firstAidCardFor, firstAidCardIds, incidentKinds } from '#app/domain/triage/kinds.ts';

/** Lengths that together keep a card on one printed A4 page in either language. */
const limits = { title: 70, firstSentence: 200, do: 64, why: 200, how: 360, line: 130 } as const;

function text(max: number) {
  const language = z.string().trim().min(3).max(max);
  return z.strictObject({ de: language, en: language });
}

const isoDate = z.iso.date();
const identifier = z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and underscores');

const stepSchema = z.strictObject({
  id: identifier,
  do: text(limits.do),
  why: text(limits.why),
  how: text(limits.how),
});

/** The file format of `checklists/first-aid/<kind>.json`. */
export const firstAidFileSchema = z
  .strictObject({
    id: z.enum(firstAidCardIds),
    version: z.int().min(1),
    checkedOn: isoDate,
    licence: z.string().min(3),
    sources: z.array(z.strictObject({ publisher: z.string().min(2), title: z.string().min(3), url: z.url({ protocol: /^https$/ }) })).min(1),
    forKinds: z.array(z.enum(incidentKinds)).min(1),
    audience: text(limits.line),
    title: text(limits.title),
    firstSentence: text(limits.firstSentence),
    minutes: z.int().min(1).max(60),
    steps: z.array(stepSchema).min(5).max(8),
    doNot: z.array(text(limits.line)).min(3).max(6),
    call: z.array(z.strictObject({ contact: identifier, when: text(limits.line) })).min(2).max(6),
    evidence: z.array(text(limits.line)).min(3).max(6),
  })
  .superRefine((card, context) => {
    const ids = card.steps.map((step) => step.id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) context.addIssue({ code: 'custom', path: ['steps', index, 'id'], message: `step id ${id} occurs twice` });
    });
    card.forKinds.forEach((kind, index) => {
      if (firstAidCardFor(kind) !== card.id) {
        context.addIssue({ code: 'custom', path: ['forKinds', index], message: `${kind} is shown the card ${firstAidCardFor(kind) ?? 'none'}` });
      }
    });
  });

export type FirstAidFault = { readonly field: string; readonly message: string };

export type ParsedFirstAidFile =
  | { readonly ok: true; readonly card: FirstAidCard }
  | { readonly ok: false; readonly faults: readonly FirstAidFault[] };

/** Checks the content of one card file; every fault names its field as a path, for instance `steps.2.why.en`. */
export function parseFirstAidFile(content: unknown): ParsedFirstAidFile {
  const parsed = firstAidFileSchema.safeParse(content);
  if (parsed.success) return { ok: true, card: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.') || '(file)', message: issue.message })),
  };
}
