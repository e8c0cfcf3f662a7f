/** Who somebody is inside an organisation; see the table in the README of the design. A person may hold several roles of the office. */
export const roles = [
  'company.admin',
  'company.member',
  'provider.admin',
  'provider.responder',
  'office.coordinator',
  'office.duty',
  'office.reviewer',
  'office.admin',
  'auditor',
  'partner.regional',
] as const;

export type Role = (typeof roles)[number];

/** Areas of the portal a role belongs to. A provider is also a company, so its people have both areas. */
export type OrganisationType = 'company' | 'provider' | 'office';
