import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AccountDeps, PasswordFault } from './ports.ts';

/** Refuses a password that does not meet the rules, at its field. */
export function checkPassword(deps: Pick<AccountDeps, 'passwordRules'>, password: string, context: readonly string[], field = 'password'): Result<null> {
  const fault: PasswordFault | null = deps.passwordRules.faultOf(password, context);
  return fault === null ? ok(null) : err('invalid_input', { fields: { [field]: [`password.${fault}`] } });
}
