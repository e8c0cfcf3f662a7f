import type { Limit } from './ports.ts';

/*
 * How often something may be tried. Wrong passwords are counted per person and network, per person, per network and for
 * the whole system; a browser that the person has signed in with before is counted by itself alone, so that strangers can
 * lock out nobody from there. Figures and reasons: docs/decisions/0008-sign-in-limits.md.
 */

const hour = 60;
const always = 10 * 365 * 24 * hour;

/** Wrong passwords from a browser that is not known: of a person from one network, of a person from anywhere, and in a row. */
export function signInLimitsOf(mailHash: string, prefix: string): Limit[] {
  return [
    { key: `sign-in/${mailHash}/${prefix}`, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `sign-in/${mailHash}`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
    // After a hundred in a row only a known browser or the recovery helps.
    { key: `sign-in-row/${mailHash}`, free: 100, windowMinutes: always, then: { pauseMinutes: always } },
  ];
}

/** Wrong passwords from a browser that the person has signed in with before. */
export function knownBrowserLimits(mailHash: string, browserId: string): Limit[] {
  const key = `sign-in-browser/${mailHash}/${browserId}`;
  return [
    { key, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `${key}/pause`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
    { key: `${key}/row`, free: 100, windowMinutes: always, then: { pauseMinutes: always } },
  ];
}

/** Wrong passwords from one network, whoever they are for. */
export function signInLimitOfNetwork(prefix: string): Limit {
  return { key: `sign-in-network/${prefix}`, free: 30, windowMinutes: 15, then: { pauseMinutes: 15 } };
}

/** Wrong passwords from all browsers that are not known: beyond a thousand an hour one a second is tried. */
export const signInLimitOfSystem: Limit = { key: 'sign-in-system', free: 1000, windowMinutes: hour, then: { delaySeconds: 1 } };

/** One alarm an hour. */
export const floodAlarm: Limit = { key: 'sign-in-system/alarm', free: 1, windowMinutes: hour, then: { pauseMinutes: hour } };

/** The password asked for inside a session, to open it again or to change it: strangers cannot count there. */
export function passwordInSessionLimits(userId: string): Limit[] {
  const key = `password-in-session/${userId}`;
  return [
    { key, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `${key}/pause`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
    { key: `${key}/row`, free: 100, windowMinutes: 12 * hour, then: { pauseMinutes: 12 * hour } },
  ];
}

/** Wrong codes of the second factor. Whoever gets as far knows the password: after a hundred in a row only the recovery helps. */
export function secondFactorLimits(userId: string): Limit[] {
  return [
    { key: `factor/${userId}`, free: 5, windowMinutes: 15, then: 'growing_delay' },
    { key: `factor-pause/${userId}`, free: 20, windowMinutes: 15, then: { pauseMinutes: 15 } },
    { key: `factor-row/${userId}`, free: 100, windowMinutes: always, then: { pauseMinutes: always } },
  ];
}

/** Wrong recovery codes and emergency sheets. */
export function recoveryLimits(id: string): Limit[] {
  return [{ key: `recovery/${id}`, free: 10, windowMinutes: hour, then: { pauseMinutes: hour } }];
}

/** Mails that a stranger can cause: to one address, and from one network. */
export function mailLimits(mailHash: string, prefix: string): Limit[] {
  return [
    { key: `mail/${mailHash}`, free: 3, windowMinutes: hour, then: { pauseMinutes: hour } },
    { key: `mail-network/${prefix}`, free: 10, windowMinutes: hour, then: { pauseMinutes: hour } },
  ];
}
