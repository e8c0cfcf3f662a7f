import type { Messages } from '#app/content/messages.ts';
import type { Place } from '#app/domain/access/places.ts';
import type { Paths } from '#app/http/paths.ts';
import type { IconName } from '#app/ui/icon/icon.tsx';

/** How a place is shown: its address, its name among the navigation's texts, its picture. */
type PlaceLink = { readonly href: (paths: Paths) => string; readonly label: keyof Messages['common']['nav']; readonly icon: IconName };

export const placeLinks: Readonly<Record<Place, PlaceLink>> = {
  'company.overview': { href: (paths) => paths.company.overview, label: 'overview', icon: 'home' },
  'company.assessments': { href: (paths) => paths.company.assessments, label: 'assessments', icon: 'list' },
  'company.cases': { href: (paths) => paths.company.cases, label: 'cases', icon: 'folder' },
  'company.documents': { href: (paths) => paths.company.documents, label: 'documents', icon: 'document' },
  'company.team': { href: (paths) => paths.company.team, label: 'team', icon: 'people' },
  'provider.overview': { href: (paths) => paths.provider.overview, label: 'offers', icon: 'inbox' },
  'provider.duty': { href: (paths) => paths.provider.duty, label: 'duty', icon: 'bell' },
  'provider.vetting': { href: (paths) => paths.provider.vetting, label: 'vetting', icon: 'shield' },
  'provider.profile': { href: (paths) => paths.provider.profile, label: 'profile', icon: 'person' },
  'provider.team': { href: (paths) => paths.provider.team, label: 'team', icon: 'people' },
  'office.board': { href: (paths) => paths.office.board, label: 'board', icon: 'inbox' },
  'office.providers': { href: (paths) => paths.office.providers, label: 'providers', icon: 'shield' },
  'office.duty': { href: (paths) => paths.office.duty, label: 'duty', icon: 'bell' },
  'office.audit': { href: (paths) => paths.office.audit, label: 'audit', icon: 'list' },
  'office.accounts': { href: (paths) => paths.office.accounts, label: 'accounts', icon: 'people' },
  'office.mail': { href: (paths) => paths.office.mail, label: 'outgoingMail', icon: 'mail' },
};
