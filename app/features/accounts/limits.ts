import type { Limit } from './ports.ts';

/*
 * How often something may be tried. Counted per person, per network and for both together, so that a stranger cannot
 * lock out an owner from elsewhere for longer than a quarter of an hour.
 */

const always = 10 * 365 * 24 * 60;

/** Wrong passwords: of a person from one network, of a person from anywhere, and in a row. */
export function signInLimitsOf(mailHash: string, prefix: string): Limit[] {
  return [
    { key: `sign-in/${mailHash}/${prefix}`, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `sign-in/${mailHash}`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
    // After a hundred in a row only the recovery helps.
    { key: `sign-in-row/${mailHash}`, free: 100, windowMinutes: always, then: { pauseMinutes: always } },
  ];
}

/** Wrong passwords from one network, whoever they are for. */
export function signInLimitOfNetwork(prefix: string): Limit {
  return { key: `sign-in-network/${prefix}`, free: 30, windowMinutes: 15, then: { pauseMinutes: 15 } };
}

/** Wrong codes of the second factor. */
export function secondFactorLimits(userId: string): Limit[] {
  return [
    { key: `factor/${userId}`, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `factor-pause/${userId}`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
  ];
}

/** Wrong recovery codes and emergency sheets. */
export function recoveryLimits(id: string): Limit[] {
  return [{ key: `recovery/${id}`, free: 10, windowMinutes: 60, then: { pauseMinutes: 60 } }];
}

/** Mails that a stranger can cause: to one address, and from one network. */
export function mailLimits(mailHash: string, prefix: string): Limit[] {
  return [
    { key: `mail/${mailHash}`, free: 3, windowMinutes: 60, then: { pauseMinutes: 60 } },
    { key: `mail-network/${prefix}`, free: 10, windowMinutes: 60, then: { pauseMinutes: 60 } },
  ];
}
