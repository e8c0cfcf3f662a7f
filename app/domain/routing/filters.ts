import { approvedLevel, neededLevel } from './capabilities.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import { neverRelaxed } from './reasons.ts';
import type { FilterContext, FilterFailure } from './reasons.ts';
import { vettingFailures } from './vetting-filter.ts';

const dayMs = 86_400_000;

/** Every failed filter of a provider for a case, in the order F1 to F12. Empty: the provider is eligible. */
export function filterFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  return [
    ...vettingFailures(routingCase, provider, context),
    ...suspensionFailures(provider, context),
    ...capabilityFailures(routingCase, provider, context),
    ...conflictFailures(routingCase, provider),
    ...areaFailures(routingCase, provider, context),
    ...availabilityFailures(routingCase, provider, context),
    ...capacityFailures(routingCase, provider, context),
    ...responseFailures(routingCase, provider, context),
    ...languageFailures(routingCase, provider, context),
    ...panelFailures(routingCase, provider),
    ...triedFailures(routingCase, provider),
    ...reachabilityFailures(routingCase, provider, context),
  ];
}

/** The failures among filters that are never relaxed. */
export function neverRelaxedFailures(
  routingCase: RoutingCase,
  provider: RoutingProvider,
  context: FilterContext,
): FilterFailure[] {
  return filterFailures(routingCase, provider, context).filter((failure) => neverRelaxed.includes(failure.filter));
}

/** True where help can be given from afar and nobody asked for a visit. */
export function isRemoteCapable(routingCase: RoutingCase): boolean {
  return routingCase.remotePossible === 'yes' && routingCase.onsiteWanted !== 'yes';
}

/** Reaction the case can wait for under the relaxations in force, in minutes on its clock. */
export function reactionLimit(routingCase: RoutingCase, context: FilterContext): number {
  const { rules } = context;
  const table = context.relaxed.includes('response_class') ? rules.relaxedReactionMinutes : rules.neededReactionMinutes;
  return table[routingCase.severity];
}

function suspensionFailures(provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  if (provider.vettingState === 'suspended') return [{ filter: 'F2', reason: 'SUSPENDED', data: {} }];
  const holiday = provider.holidays.find((span) => span.from <= context.localDate && context.localDate <= span.to);
  if (provider.vettingState !== 'paused' && !provider.paused && holiday === undefined) return [];
  return [{ filter: 'F2', reason: 'PAUSED', data: { until: holiday?.to ?? null } }];
}

function capabilityFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  const failures: FilterFailure[] = [];
  const needed = neededLevel(routingCase.severity, routingCase.minimumLevel, context.rules.neededLevel);
  const approved = approvedLevel(provider.approvals, routingCase.kind, context.localDate);
  if (approved < needed) {
    failures.push({ filter: 'F3', reason: 'CAPABILITY', data: { kind: routingCase.kind, needed, approved } });
  }
  const missing = routingCase.wantedSkills.filter((skill) => !provider.skills.includes(skill));
  if (missing.length > 0 && !context.relaxed.includes('wanted_skill')) {
    failures.push({ filter: 'F3', reason: 'SKILL', data: { missing } });
  }
  return failures;
}

function conflictFailures(routingCase: RoutingCase, provider: RoutingProvider): FilterFailure[] {
  const causes: string[] = [];
  if (provider.companyId === routingCase.companyId) causes.push('own_company');
  if (provider.groupId !== null && provider.groupId === routingCase.companyGroupId) causes.push('same_group');
  if (routingCase.excludedProviderIds.includes(provider.providerId)) causes.push('excluded_by_company');
  if (provider.declinedCompanyIds.includes(routingCase.companyId)) causes.push('excluded_by_provider');
  if (routingCase.causingProviderIds.includes(provider.providerId)) causes.push('possible_cause');
  if (routingCase.independenceRequired && routingCase.auditorProviderIds.includes(provider.providerId)) causes.push('auditor');
  return causes.length === 0 ? [] : [{ filter: 'F4', reason: 'CONFLICT', data: { causes } }];
}

function areaFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  if (provider.areas.includes(routingCase.district)) return [];
  if (provider.offersRemote && isRemoteCapable(routingCase)) return [];
  if (context.relaxed.includes('area')) {
    const neighbours = context.region.neighbours[routingCase.district] ?? [];
    if (provider.areas.some((area) => neighbours.includes(area))) return [];
    if (provider.offersRemote && routingCase.remotePossible !== 'no') return [];
  }
  return [{ filter: 'F5', reason: 'AREA', data: { district: routingCase.district, offersRemote: provider.offersRemote } }];
}

function availabilityFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  if (isUrgent(routingCase)) {
    return provider.onDutyNow ? [] : [{ filter: 'F6', reason: 'OFF_DUTY', data: { onDutyNow: false } }];
  }
  const slot = provider.nextFreeSlotMinutes;
  const limit = reactionLimit(routingCase, context);
  return slot !== null && slot <= limit ? [] : [{ filter: 'F6', reason: 'OFF_DUTY', data: { nextFreeSlotMinutes: slot, limit } }];
}

function capacityFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  const caseWeight = context.rules.caseWeight[routingCase.severity];
  if (provider.activeWeight + caseWeight <= provider.weightLimit) return [];
  return [{ filter: 'F7', reason: 'CAPACITY', data: { active: provider.activeWeight, caseWeight, limit: provider.weightLimit } }];
}

function responseFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  const offered = provider.reactionMinutes[routingCase.severity];
  const needed = reactionLimit(routingCase, context);
  return offered !== null && offered <= needed ? [] : [{ filter: 'F8', reason: 'RESPONSE_CLASS', data: { offered, needed } }];
}

function languageFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  if (provider.languages.includes(routingCase.language) || context.relaxed.includes('language')) return [];
  return [{ filter: 'F9', reason: 'LANGUAGE', data: { wanted: routingCase.language } }];
}

function panelFailures(routingCase: RoutingCase, provider: RoutingProvider): FilterFailure[] {
  if (routingCase.insurer !== 'bound' || routingCase.panelProviderIds.includes(provider.providerId)) return [];
  return [{ filter: 'F10', reason: 'INSURER_PANEL', data: {} }];
}

function triedFailures(routingCase: RoutingCase, provider: RoutingProvider): FilterFailure[] {
  const outcomes = routingCase.tried.filter((tried) => tried.providerId === provider.providerId).map((tried) => tried.outcome);
  return outcomes.length === 0 ? [] : [{ filter: 'F11', reason: 'ALREADY_TRIED', data: { outcomes } }];
}

function reachabilityFailures(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  const oldest = Date.parse(context.at) - context.rules.channelTestDays * dayMs;
  const good = provider.channels.filter(
    (channel) => channel.verified && channel.lastTestOkAt !== null && Date.parse(channel.lastTestOkAt) >= oldest,
  );
  const voiceMissing = routingCase.severity === 'S1' && !good.some((channel) => channel.kind === 'voice');
  if (good.length >= context.rules.channelsNeeded && !voiceMissing && !provider.undeliverable) return [];
  return [
    { filter: 'F12', reason: 'UNREACHABLE', data: { channels: good.length, voiceMissing, undeliverable: provider.undeliverable } },
  ];
}

function isUrgent(routingCase: RoutingCase): boolean {
  return routingCase.severity === 'S1' || routingCase.severity === 'S2';
}
