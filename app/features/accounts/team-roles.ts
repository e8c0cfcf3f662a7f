import type { MemberRole, OrganisationType } from '#app/domain/access/roles.ts';

const roles: Readonly<Record<OrganisationType, readonly MemberRole[]>> = {
  company: ['company.admin', 'company.member'],
  provider: ['provider.admin', 'provider.responder'],
  office: ['office.coordinator', 'office.duty', 'office.reviewer', 'office.admin', 'auditor'],
};

/** Which roles an organisation may give to its own people. */
export function rolesFor(type: OrganisationType): readonly MemberRole[] {
  return roles[type];
}
