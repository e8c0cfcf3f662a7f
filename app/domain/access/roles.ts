/** Who uses the portal. Order and names as in the rule book; stored in memberships, never re-used for something else. */

export const companyRoles = ['company.admin', 'company.member'] as const;
export const providerRoles = ['provider.admin', 'provider.responder'] as const;
export const officeRoles = ['office.coordinator', 'office.duty', 'office.reviewer', 'office.admin'] as const;
export const otherMemberRoles = ['auditor', 'partner.regional'] as const;

/** Roles a person has through a membership. */
export const memberRoles = [...companyRoles, ...providerRoles, ...officeRoles, ...otherMemberRoles] as const;
export type MemberRole = (typeof memberRoles)[number];

/** All roles; `guest` and `reader` come without an account. */
export const roles = [...memberRoles, 'guest', 'reader'] as const;
export type Role = (typeof roles)[number];

/** The area an organisation's people work in; a provider is a company too. */
export const organisationTypes = ['company', 'provider', 'office'] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export function isMemberRole(text: string): text is MemberRole {
  return (memberRoles as readonly string[]).includes(text);
}

/** Roles of the office, the auditor among them: none of them ever reads content. */
export function isOfficeRole(role: Role): boolean {
  return (officeRoles as readonly string[]).includes(role) || role === 'auditor';
}
