/** Closed lists of the checklist engine. Data files, forms and pages use these identifiers; labels live in app/content. */

export const answerValues = ['yes', 'partly', 'no', 'unknown', 'not_applicable'] as const;
export type AnswerValue = (typeof answerValues)[number];

/** How the person knows what they answer. */
export const answerBases = ['checked', 'provider_said', 'document_seen', 'estimated'] as const;
export type AnswerBasis = (typeof answerBases)[number];

/** People in the company: solo 1, micro 2–9, small 10–49, medium 50–249, large 250 and more. */
export const sizeClasses = ['solo', 'micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** `school` includes training bodies. */
export const companyKinds = ['business', 'municipality', 'school', 'association'] as const;
export type CompanyKind = (typeof companyKinds)[number];

/** Sections of NACE Rev. 2 and 2.1 (WZ 2008 and 2025). */
export const sectorSections = [
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V',
] as const;
export type SectorSection = (typeof sectorSections)[number];

/** Money spent once or per year: none, low to 500 €, medium to 5,000 €, high above. */
export const costClasses = ['none', 'low', 'medium', 'high'] as const;
export type CostClass = (typeof costClasses)[number];

export const doers = ['owner', 'staff', 'it_provider', 'specialist'] as const;
export type Doer = (typeof doers)[number];

/** What a vetted provider can help with before anything has happened (cases of kind advice). */
export const capabilities = [
  'backup_recovery',
  'mail_security',
  'identity_access',
  'network_security',
  'endpoint_security',
  'awareness_training',
  'emergency_planning',
  'legal_privacy',
  'ot_security',
  'web_security',
] as const;
export type Capability = (typeof capabilities)[number];

export const referenceSchemes = [
  'din-spec-27076',
  'nis2-21-2',
  'bsi-grundschutz-2023',
  'cis-v8.1',
  'iso-27001-2022',
  'nist-csf-2.0',
  'cyber-essentials',
  'cyfun-2025',
] as const;
export type ReferenceScheme = (typeof referenceSchemes)[number];

/** The subjects that insurers ask about. */
export const insurerTopics = [
  'backup',
  'updates',
  'malware_protection',
  'firewall',
  'access',
  'mfa',
  'remote_access',
  'mobile',
  'awareness',
  'incident_plan',
  'organisation',
  'payment_fraud',
  'data',
  'dependence',
] as const;
export type InsurerTopic = (typeof insurerTopics)[number];

/** What a checklist looks at: the whole company, or one subject more closely. */
export const checklistScopes = ['whole', 'subject'] as const;
export type ChecklistScope = (typeof checklistScopes)[number];
