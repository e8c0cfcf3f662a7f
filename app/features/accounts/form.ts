import { z } from 'zod';
import { companyKinds, sectorSections, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import { memberRoles } from '#app/domain/access/roles.ts';

/** Forms of registration and sign-in; messages are keys of the texts `accounts.errors`. */

const line = z.string('required').trim().min(1, 'required').max(120, 'tooLong');
const email = z.string('required').trim().min(1, 'required').max(254, 'tooLong').pipe(z.email('email'));
const anyPassword = z.string('required').min(1, 'required').max(1000, 'tooLong');
const sixDigits = z.string('required').transform((text) => text.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, 'code'));
const tick = z.literal('yes').optional().transform((value) => value === 'yes');

/** A new password: our suggestion, posted with the form that showed it, or an own one. */
const newPassword = {
  passwordChoice: z.enum(['suggested', 'own'], 'choose'),
  suggested: z.string().max(200).default(''),
  password: z.string().max(1000, 'tooLong').default(''),
};

type NewPassword = { passwordChoice: 'suggested' | 'own'; suggested: string; password: string };

function chosenPassword<T extends NewPassword>({ passwordChoice, suggested, password, ...rest }: T) {
  return { ...rest, password: passwordChoice === 'suggested' ? suggested : password };
}

/** In the order of the page, which is the order of its errors. */
export const registerSchema = (districts: readonly string[]) =>
  z
    .object({
      organisationName: line,
      town: line,
      district: z.string('choose').refine((id) => districts.includes(id), 'choose'),
      companyKind: z.enum(companyKinds, 'choose'),
      sectorSection: z.enum(sectorSections, 'choose'),
      sizeClass: z.enum(sizeClasses, 'choose'),
      name: line,
      email,
      ...newPassword,
    })
    .transform(chosenPassword);

export const signInSchema = z.object({ email, password: anyPassword });
export const codeSchema = z.object({ code: sixDigits });
export const newFactorSchema = z.object({ secret: z.string().max(100), code: sixDigits });
export const unlockSchema = z.object({ password: anyPassword });
export const keptCodeSchema = z.object({ code: z.string().max(100), lastGroup: z.string('required').trim().min(1, 'required').max(20, 'tooLong') });
export const recoverSchema = z.object({ email });
export const resetSchema = z
  .object({ recoveryCode: z.string().trim().max(100, 'tooLong').default(''), lostSecondFactor: tick, ...newPassword })
  .transform(chosenPassword);
export const invitationSchema = z.object({ name: line, ...newPassword }).transform(chosenPassword);
export const changePasswordSchema = z.object({ current: anyPassword, ...newPassword }).transform(chosenPassword);
export const sheetUseSchema = z.object({ sheetCode: z.string('required').trim().min(1, 'required').max(100, 'tooLong'), code: sixDigits });
export const inviteSchema = z.object({ name: line, email, role: z.enum(memberRoles, 'choose') });

/** A form with one of these changes or shows a credential; it is filled in anew rather than kept. */
export const credentialFields = ['password', 'current', 'recoveryCode', 'sheetCode', 'lastGroup', 'secret'] as const;

/** Never sent back to the page. */
export const secretFields = ['password', 'current', 'code', 'recoveryCode', 'sheetCode', 'lastGroup', 'formToken', 'secret'] as const;
