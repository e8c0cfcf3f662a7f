import { useText } from '#app/content/use-text.tsx';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { AppNav } from '#app/ui/top-bar/app-nav.tsx';
import type { AppPlace } from '#app/ui/top-bar/app-nav.tsx';
import type { FrameFacts } from './frame-facts.ts';
import { placeLinks } from './place-links.ts';

/** Navigation of one area: the places that this person may open. Nothing where there is none. */
export function AreaNav({ area, facts, flow }: { area: OrganisationType; facts: FrameFacts; flow?: boolean }) {
  const t = useText('common');
  const paths = pathsFor(facts.locale);
  const shown: AppPlace[] = facts.bars[area].map((place) => {
    const { href, label, icon } = placeLinks[place];
    return { href: href(paths), label: t(`nav.${label}`), icon };
  });
  if (shown.length === 0) return null;
  // Of every place of the area, so that a page outside the bar lights none of it.
  const current = Object.values(placeLinks).map(({ href }) => href(paths)).filter((href) => facts.path === href || facts.path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0];
  const opposite = area === 'provider' ? 'company' : area === 'company' ? 'provider' : null;
  const other = opposite !== null && facts.bars[opposite].includes(`${opposite}.overview`) ? opposite : null;
  if (other) shown.push({ href: homePath(paths, other), label: t(other === 'company' ? 'nav.ownCompany' : 'nav.asProvider'), icon: 'home', onlyWide: true });
  return <AppNav label={t('nav.main')} places={shown.map((place) => ({ ...place, current: place.href === current }))} flow={flow} />;
}
