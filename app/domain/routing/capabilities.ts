import { incidentKinds } from '#app/domain/triage/kinds.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';

/** 1 first help, 2 practitioner, 3 expert and forensics, 4 team for targeted attacks. */
export const capabilityLevels = [1, 2, 3, 4] as const;
export type CapabilityLevel = (typeof capabilityLevels)[number];

/** A provider is approved for a kind of incident (or `advice`) at a level, not as a whole. */
export type Capability = { readonly kind: IncidentKind; readonly level: CapabilityLevel };

/** An approval counts until the 24:00 local time of `validUntil` (`YYYY-MM-DD`). */
export type CapabilityApproval = Capability & { readonly validUntil: string };

/** Every capability a provider can be approved for. */
export const capabilities: readonly Capability[] = incidentKinds.flatMap((kind) =>
  capabilityLevels.map((level) => ({ kind, level })),
);

/** Stable id of a capability, for instance `ransomware:3`. */
export function capabilityId(capability: Capability): string {
  return `${capability.kind}:${capability.level}`;
}

/** Level a case needs: what its severity needs, or more where the facts ask for it. */
export function neededLevel(
  severity: Severity,
  minimumLevel: CapabilityLevel | null,
  bySeverity: Readonly<Record<Severity, CapabilityLevel>>,
): CapabilityLevel {
  const needed = bySeverity[severity];
  return minimumLevel !== null && minimumLevel > needed ? minimumLevel : needed;
}

/**
 * Highest level at which the approvals cover a kind on a local day; 0: not at all. A level covers the ones below.
 * What is wrong is not known yet in a case of kind `unsure`, so an approval for any kind of incident covers it; advice does not.
 */
export function approvedLevel(
  approvals: readonly CapabilityApproval[],
  kind: IncidentKind,
  localDate: string,
): CapabilityLevel | 0 {
  let best: CapabilityLevel | 0 = 0;
  for (const approval of approvals) {
    const covers = kind === 'unsure' ? approval.kind !== 'advice' : approval.kind === kind;
    if (covers && approval.validUntil >= localDate && approval.level > best) best = approval.level;
  }
  return best;
}
