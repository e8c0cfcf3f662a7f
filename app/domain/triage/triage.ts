import type { ReportFacts } from './facts.ts';
import { countClasses, firstAidCardFor, moneyStates, rankOn, worseSeverity } from './kinds.ts';
import type { FirstAidCardId, IncidentKind, Severity } from './kinds.ts';
import { severityRules, usualSeverity } from './severity-rules.ts';
import type { ReasonCode, SeverityRule } from './severity-rules.ts';

export type TriageReason = {
  readonly code: ReasonCode;
  /** Coded values the sentence names; never free text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The severity this reason alone asks for; null for reasons about the kind. */
  readonly atLeast: Severity | null;
};

export type Triage = {
  /** The reported kind, or the one the facts point to. */
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly card: FirstAidCardId | null;
  /** At least one; those that decide the severity come first. */
  readonly reasons: readonly TriageReason[];
  /** The kind a provider must be approved for; `unsure` is covered by an approval for any incident. */
  readonly capability: IncidentKind;
  /** 4 when one expert cannot hold it; null: the level follows the severity by the routing rules. */
  readonly minimumLevel: 4 | null;
  /** Further kinds it helps to know; they steer the choice and may be given up when nobody is left. */
  readonly wantedSkills: readonly IncidentKind[];
  /** Danger to life: the page names 112 before anything else. */
  readonly callEmergencyServices: boolean;
};

/** Facts of a report -> kind, severity, first-aid card, reasons and capabilities. Same facts, same result. */
export function triage(facts: ReportFacts): Triage {
  const { kind, reason: kindReason } = refinedKind(facts);
  const judged: ReportFacts = { ...facts, kind };
  const usual: TriageReason = { code: 'kind_usual', parameters: { kind }, atLeast: usualSeverity[kind] };
  const fired = kind === 'advice' ? [] : firedReasons(judged);
  const severity = fired.reduce<Severity>((worst, reason) => worseSeverity(worst, reason.atLeast ?? worst), usualSeverity[kind]);
  const severityReasons = [...fired, usual];
  const deciding = severityReasons.filter((reason) => reason.atLeast === severity);
  const others = severityReasons.filter((reason) => reason.atLeast !== severity && reason.code !== 'kind_usual');
  return {
    kind,
    severity,
    card: firstAidCardFor(kind),
    reasons: [...deciding, ...(kindReason === null ? [] : [kindReason]), ...others],
    capability: kind,
    minimumLevel: needsTeam(judged, severity) ? 4 : null,
    wantedSkills: wantedSkills(judged),
    callEmergencyServices: facts.peopleInDanger === 'yes' && kind !== 'advice',
  };
}

function firedReasons(facts: ReportFacts): readonly TriageReason[] {
  const rules: readonly (SeverityRule & { readonly code: ReasonCode })[] = severityRules;
  return rules
    .filter((rule) => rule.holds(facts))
    .map((rule) => ({ code: rule.code, parameters: rule.parameters?.(facts) ?? {}, atLeast: rule.atLeast }));
}

/** Only "I cannot place it" and a general malware report are read more closely; a kind that was chosen on purpose stays. */
function refinedKind(facts: ReportFacts): { readonly kind: IncidentKind; readonly reason: TriageReason | null } {
  const vague = facts.kind === 'unsure' || facts.kind === 'malware';
  if (vague && facts.ransomDemand === 'yes') return becomes('ransomware', 'kind_from_ransom_demand');
  if (facts.kind === 'unsure' && rankOn(moneyStates, facts.money) >= rankOn(moneyStates, 'earlier')) {
    return becomes('payment_fraud', 'kind_from_money_sent');
  }
  if (facts.kind === 'unsure' && facts.passwordsEntered === 'yes') {
    return becomes('account_takeover', 'kind_from_password_entered');
  }
  return { kind: facts.kind, reason: null };
}

function becomes(kind: IncidentKind, code: ReasonCode): { readonly kind: IncidentKind; readonly reason: TriageReason } {
  return { kind, reason: { code, parameters: { kind }, atLeast: null } };
}

function wantedSkills(facts: ReportFacts): readonly IncidentKind[] {
  if (facts.kind === 'advice') return [];
  const skills: IncidentKind[] = [];
  if (facts.standstill.includes('production') || facts.standstill.includes('building_technology')) skills.push('production_disturbed');
  if (facts.personalData === 'yes') skills.push('data_leak');
  if (facts.passwordsEntered === 'yes' || facts.adminAccount === 'yes') skills.push('account_takeover');
  return skills.filter((skill) => skill !== facts.kind);
}

/** A critical case over many servers, or over several servers at several sites, is more than one expert can hold. */
function needsTeam(facts: ReportFacts, severity: Severity): boolean {
  if (severity !== 'S1') return false;
  const servers = rankOn(countClasses, facts.servers);
  const sites = rankOn(countClasses, facts.sites);
  return (
    servers >= rankOn(countClasses, 'more_than_twenty') ||
    (servers >= rankOn(countClasses, 'six_to_twenty') && sites >= rankOn(countClasses, 'two_to_five'))
  );
}
