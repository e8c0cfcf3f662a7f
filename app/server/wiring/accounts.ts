import type { AccountDeps, AccountStore } from '#app/features/accounts/ports.ts';
import { createAccountServices } from '#app/features/accounts/services.server.ts';
import type { AccountServices } from '#app/features/accounts/services.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createPasswordKdf } from '#app/infrastructure/credentials/password-kdf.ts';
import { createPasswordRules } from '#app/infrastructure/credentials/password-rules.ts';
import { createTotp } from '#app/infrastructure/credentials/totp.ts';
import { createAttemptLimits } from '#app/infrastructure/db/accounts/attempt-limits.ts';
import { createPersonStore } from '#app/infrastructure/db/accounts/people-store.ts';
import { createSessionStore } from '#app/infrastructure/db/accounts/session-store.ts';
import { createTeamStore } from '#app/infrastructure/db/accounts/team-store.ts';
import type { Database } from '#app/infrastructure/db/connect.ts';
import { createKeyRows } from '#app/infrastructure/db/key-rows.ts';
import type { DatabaseTransaction } from '#app/infrastructure/db/transact.ts';
import { createAccountKeys } from '#app/infrastructure/keys/account-keys.ts';
import type { Base, Wired } from './base.ts';

const issuer = 'Geleucht';
const clearEveryMs = 10 * 60_000;

export function wireAccounts(base: Base): Wired<AccountServices> {
  const { clock, random, vault, db, config } = base;
  const kdf = createPasswordKdf(config.passwordHashing);
  const paths = pathsFor('de');
  const deps: AccountDeps = {
    clock,
    random,
    vault,
    store: storeOn(db),
    transact: base.transact((tx) => ({ ...storeOn(tx), keyGrants: base.keyGrants(tx) })),
    kdf,
    passwordRules: createPasswordRules(random),
    totp: createTotp(random, issuer),
    keys: createAccountKeys({ secrets: config.secrets, kdf, rows: createKeyRows(db), random, directory: base.directory, rings: base.rings, sealing: base.sealing }),
    limits: createAttemptLimits({ db, vault }),
    links: {
      confirmMail: (token) => paths.accounts.registerStep(`bestaetigen/${token}`),
      resetPassword: (token) => paths.accounts.recoverStep(token),
      invitation: paths.accounts.invitation,
      signIn: paths.accounts.signIn,
      account: paths.accounts.account,
      sessions: paths.accounts.sessions,
      team: (type) => ({ company: paths.company.team, provider: paths.provider.team, office: paths.office.accounts })[type],
    },
    alarm: (event) => base.log.error(event),
  };
  const services = createAccountServices(deps);
  return { services, jobs: [{ name: 'clear-away-accounts', everyMs: clearEveryMs, run: services.clearAway }] };

  function storeOn(on: Database | DatabaseTransaction): AccountStore {
    return { people: createPersonStore(on, vault), sessions: createSessionStore(on, vault), team: createTeamStore(on, vault) };
  }
}
