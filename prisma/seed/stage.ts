import { generate } from 'otplib';
import type { Member } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Random } from '#app/features/ports.ts';
import type { Services } from '#app/http/services.ts';
import type { DemoPerson } from './demo-types.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { MovedClock } from './moved-clock.ts';
import { minutesLater } from './timeline.ts';

/** The program as its people see it: use cases and mailboxes. No table, no query. */
export type Portal = {
  readonly services: Services;
  readonly clock: MovedClock;
  readonly random: Random;
  /** Everything that the program does by itself and that is due now. */
  readonly runJobs: () => Promise<unknown>;
  readonly mailboxes: Mailboxes;
};

/** What a person keeps: the passphrase in its head, the app on its telephone, the printed code. */
export type Credentials = {
  readonly person: DemoPerson;
  readonly organisation: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly password: string;
  /** Base32, without spaces. */
  readonly totpSecret: string;
  readonly recoveryCode: string;
};

/** A signed-in person in front of the portal. */
export type Visit = { readonly actor: Member; readonly keys: KeyRing };

export type Stage = Portal & {
  readonly remember: (credentials: Credentials, cookie: string) => void;
  readonly everybody: () => readonly Credentials[];
  /** Refused names are a fault of the stories. */
  readonly credentialsOf: (key: string) => Credentials;
  /** The id of an organisation by the key of one of its people. */
  readonly organisationOf: (key: string) => string;
  /** Signs the person in where its session is over; otherwise it simply goes on. */
  readonly visit: (key: string) => Promise<Visit>;
  /** The same, with the second factor given again. */
  readonly visitConfirmed: (key: string) => Promise<Visit>;
  /** Every person sits in a network of its own. */
  readonly clientOf: (key: string) => { readonly address: string; readonly userAgent: string };
};

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** A little less than the idle time after which a session locks. */
const sessionGoesOnMinutes = 25;
const totpStepSeconds = 30;

export function createStage(portal: Portal): Stage {
  const { services, clock } = portal;
  const known = new Map<string, Credentials>();
  const sessions = new Map<string, { cookie: string; since: Date; seen: Date }>();
  const lastCodeAt = new Map<string, number>();
  const addresses = new Map<string, string>();

  return {
    ...portal,
    remember(credentials, cookie) {
      known.set(credentials.person.key, credentials);
      lastCodeAt.set(credentials.person.key, stepOf(clock.now()));
      sessions.set(credentials.person.key, { cookie, since: clock.now(), seen: clock.now() });
    },
    everybody: () => [...known.values()],
    credentialsOf,
    organisationOf: (key) => credentialsOf(key).organisationId,
    clientOf,
    async visit(key) {
      return open(key, await currentCookie(key));
    },
    async visitConfirmed(key) {
      const before = await currentCookie(key);
      const { cookie } = must(await services.accounts.stepUp(before, await freshCode(key)), `step up of ${key}`);
      sessions.set(key, { ...required(sessions.get(key), key), cookie, seen: clock.now() });
      return open(key, cookie);
    },
  };

  function credentialsOf(key: string): Credentials {
    return required(known.get(key), key);
  }

  function clientOf(key: string) {
    const number = addresses.size + 1;
    const address = addresses.get(key) ?? `10.${number >> 8}.${number & 255}.20`;
    addresses.set(key, address);
    return { address, userAgent };
  }

  async function currentCookie(key: string): Promise<string> {
    const session = sessions.get(key);
    const goesOn = session && minutesLater(session.seen, sessionGoesOnMinutes) > clock.now() && minutesLater(session.since, 11 * 60) > clock.now();
    return goesOn ? session.cookie : signIn(key);
  }

  async function signIn(key: string): Promise<string> {
    const { person, password } = credentialsOf(key);
    const first = must(await services.accounts.signIn(person.email, password, clientOf(key)), `sign-in of ${key}`);
    const second = must(await services.accounts.verifySecondFactor(first.cookie, await freshCode(key), clientOf(key)), `second factor of ${key}`);
    sessions.set(key, { cookie: second.cookie, since: clock.now(), seen: clock.now() });
    return second.cookie;
  }

  async function open(key: string, cookie: string): Promise<Visit> {
    const state = await services.accounts.resumeSession(cookie);
    if (state.kind !== 'open') throw new Error(`The session of ${key} is ${state.kind}.`);
    const session = required(sessions.get(key), key);
    sessions.set(key, { ...session, seen: clock.now() });
    return { actor: state.actor, keys: state.keys };
  }

  /** A code counts once: who was quicker than the telephone waits for the next one. */
  async function freshCode(key: string): Promise<string> {
    const last = lastCodeAt.get(key) ?? 0;
    if (stepOf(clock.now()) <= last) clock.moveTo(new Date((last + 1) * totpStepSeconds * 1000));
    lastCodeAt.set(key, stepOf(clock.now()));
    return codeAt(credentialsOf(key).totpSecret, clock.now());
  }
}

/** What the authenticator app shows at this moment. */
export function codeAt(totpSecret: string, now: Date): Promise<string> {
  return generate({ secret: totpSecret, epoch: Math.floor(now.getTime() / 1000) });
}

/** The value of an act that must succeed; the stories are written so that every one does. */
export function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`Nobody is known as ${key}.`);
  return value;
}

function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / totpStepSeconds);
}
