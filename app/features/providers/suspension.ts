import type { Suspension, Vetting } from './ports.ts';

/** The approval is suspended right now. */
export function isCurrentSuspension(vetting: Vetting): vetting is Vetting & { readonly suspension: Suspension } {
  return vetting.state === 'suspended' && vetting.suspension !== null;
}
