import { z } from 'zod';
import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import { responseClasses } from '#app/domain/routing/response-class.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { ItemDecision, ItemVerdict } from './review-items.server.ts';
import type { ItemInput } from './save-item.server.ts';
import type { ProfileInput } from './profile.server.ts';
import { approvalConditions } from './vetting-content.ts';
import type { ApprovalCondition, RequestedCapability } from './vetting-content.ts';

/** What a posted form offers; `app/http/forms.ts` has the same shape. */
export type Posted = { text(name: string): string; all(name: string): string[] };

const day = z.iso.date().nullable().catch(null);
const dateOf = (form: Posted, name: string) => day.parse(form.text(name) === '' ? null : form.text(name));
const short = (form: Posted, name: string, max = 200) => form.text(name).slice(0, max);
const qualifications = z.enum(['first_responder', 'practitioner', 'expert', 'expert_equal']);

/** Rows of persons in the form of V7. */
export const personRows = [1, 2, 3, 4] as const;

export function itemFrom(form: Posted): ItemInput | null {
  const code = itemCodes.find((one) => one === form.text('code'));
  if (code === undefined) return null;
  return {
    code,
    text: short(form, 'text', 4000),
    reference: short(form, 'reference'),
    endsOn: dateOf(form, 'endsOn'),
    persons: code !== 'V7' ? [] : personRows.flatMap((row) => {
      const kind = qualifications.safeParse(form.text(`kind-${row}`));
      const name = short(form, `name-${row}`);
      return kind.success && name !== '' ? [{ personId: name.toLocaleLowerCase('de'), name, number: short(form, `number-${row}`), kind: kind.data, validUntil: dateOf(form, `until-${row}`) }] : [];
    }),
    certifiedProviderUntil: null,
    capabilities: code !== 'V6' ? [] : incidentKinds.flatMap((capability) => {
      const confirmedCases = z.coerce.number().int().min(0).max(99).catch(0).parse(form.text(`cases-${capability}`));
      const certificateUntil = dateOf(form, `certificate-${capability}`);
      return confirmedCases > 0 || certificateUntil !== null ? [{ capability, confirmedCases, certificateUntil }] : [];
    }),
  };
}

/** Fields `level-<kind>` with a level each. */
export function capabilitiesFrom(form: Posted): readonly RequestedCapability[] {
  return incidentKinds.flatMap((capability) => {
    const level = capabilityLevels.find((one) => String(one) === form.text(`level-${capability}`));
    return level === undefined ? [] : [{ capability, level }];
  });
}

export function profileFrom(form: Posted): ProfileInput {
  return {
    districts: form.all('districts'),
    languages: form.all('languages').filter((one) => one === 'de' || one === 'en'),
    remote: form.all('ways').includes('remote'),
    onSite: form.all('ways').includes('onSite'),
    capacityLimit: z.coerce.number().int().min(1).max(100).catch(4).parse(form.text('capacityLimit')),
    responseClass: responseClasses.find((one) => one === form.text('responseClass')) ?? 'standard',
    insurerPanels: form.text('insurerPanels').split(/\r?\n/).map((line) => line.trim().slice(0, 120)).filter(Boolean).slice(0, 30),
    exclusions: form.all('exclusions'),
    published: form.text('published') === 'yes',
    exclude: short(form, 'exclude'),
  };
}

const verdicts: readonly ItemVerdict[] = ['accepted', 'more_needed', 'refused', 'open'];

export function itemDecisionsFrom(form: Posted): readonly ItemDecision[] {
  return itemCodes.flatMap((code) => {
    const verdict = verdicts.find((one) => one === form.text(`verdict-${code}`));
    return verdict === undefined ? [] : [{ code, verdict, note: short(form, `note-${code}`, 2000), question: short(form, `question-${code}`, 2000) }];
  });
}

export function conditionsFrom(form: Posted): readonly ApprovalCondition[] {
  return approvalConditions.filter((one) => form.all('conditions').includes(one));
}
