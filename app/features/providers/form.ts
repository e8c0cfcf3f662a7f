import { z } from 'zod';
import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import { responseClasses } from '#app/domain/routing/response-class.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { tieKinds } from '#app/domain/vetting/conflicts.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { LocalDate } from '#app/domain/vetting/validity.ts';
import type { TieInput } from './declare-tie.server.ts';
import type { ItemDecision, ItemVerdict } from './review-items.server.ts';
import type { ItemInput } from './save-item.server.ts';
import { personRows, qualifications } from './person-rows.ts';
import type { ProfileInput } from './profile.server.ts';
import { approvalConditions } from './vetting-content.ts';
import type { ApprovalCondition, RequestedCapability } from './vetting-content.ts';

/** What a posted form offers; `app/http/forms.ts` has the same shape. */
export type Posted = { text(name: string): string; all(name: string): string[] };

const short = (form: Posted, name: string, max = 200) => form.text(name).slice(0, max);
const qualification = z.enum(qualifications);

/** One proof as it was typed. Refused with `invalid_input` where a date, a number or a person cannot be read. */
export function itemFrom(form: Posted): Result<ItemInput> {
  const code = itemCodeFrom(form);
  if (code === null) return err('invalid_input');
  const faults: Record<string, string[]> = {};
  const dayIn = (name: string): LocalDate | null => {
    const day = z.iso.date().safeParse(form.text(name));
    if (!day.success && form.text(name) !== '') faults[name] = ['dateWrong'];
    return day.success ? day.data : null;
  };
  const countIn = (name: string): number => {
    const count = z.coerce.number().int().min(0).max(99).safeParse(form.text(name));
    if (!count.success) faults[name] = ['countWrong'];
    return count.success ? count.data : 0;
  };
  const item: ItemInput = {
    code,
    text: form.text('text'),
    reference: short(form, 'reference'),
    endsOn: dayIn('endsOn'),
    persons: code !== 'V7' ? [] : personRows.flatMap((row) => {
      const kind = qualification.safeParse(form.text(`kind-${row}`));
      const name = short(form, `name-${row}`);
      const validUntil = dayIn(`until-${row}`);
      if (kind.success !== (name !== '')) faults[kind.success ? `name-${row}` : `kind-${row}`] = ['personIncomplete'];
      return kind.success && name !== '' ? [{ personId: name.toLocaleLowerCase('de'), name, number: short(form, `number-${row}`), kind: kind.data, validUntil }] : [];
    }),
    certifiedProviderUntil: code === 'V7' ? dayIn('certifiedUntil') : null,
    capabilities: code !== 'V6' ? [] : incidentKinds.flatMap((capability) => {
      const confirmedCases = countIn(`cases-${capability}`);
      const certificateUntil = dayIn(`certificate-${capability}`);
      return confirmedCases > 0 || certificateUntil !== null ? [{ capability, confirmedCases, certificateUntil }] : [];
    }),
    withdraw: form.all('withdraw'),
  };
  return Object.keys(faults).length > 0 ? err('invalid_input', { fields: faults }) : ok(item);
}

/** The proof that a form speaks of; null: none that we know. */
export function itemCodeFrom(form: Posted): ItemCode | null {
  return itemCodes.find((one) => one === form.text('code')) ?? null;
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

export function tieFrom(form: Posted): TieInput {
  return {
    kind: tieKinds.find((one) => one === form.text('kind')) ?? null,
    providerId: form.text('provider') || null,
    capabilities: incidentKinds.filter((one) => form.all('capabilities').includes(one)),
  };
}
