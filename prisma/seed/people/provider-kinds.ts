import { incidentKinds } from '#app/domain/triage/kinds.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';

/** Bundles of kinds that firms of one trade usually apply for. */
const notForEverybody: readonly IncidentKind[] = ['production_disturbed', 'ddos', 'unsure'];

export const everyKind: readonly IncidentKind[] = incidentKinds.filter((kind) => !notForEverybody.includes(kind));
export const officeKinds: readonly IncidentKind[] = ['phishing_click', 'account_takeover', 'payment_fraud', 'malware', 'lost_device', 'advice'];
export const industryKinds: readonly IncidentKind[] = ['production_disturbed', 'ransomware', 'malware', 'outage_of_provider'];
export const forensicKinds: readonly IncidentKind[] = ['ransomware', 'data_leak', 'insider', 'malware'];
export const webKinds: readonly IncidentKind[] = ['website_defaced', 'ddos', 'vulnerability_found'];
export const privacyKinds: readonly IncidentKind[] = ['data_leak', 'lost_device', 'advice'];
