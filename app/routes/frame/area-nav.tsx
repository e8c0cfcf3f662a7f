import { useText } from '#app/content/use-text.tsx';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import { pathsFor } from '#app/http/paths.ts';
import { AppNav } from '#app/ui/top-bar/app-nav.tsx';
import type { FrameFacts } from './frame-facts.ts';
import { placeLinks } from './place-links.ts';

/** Navigation of one area: the places that this person may open. Nothing where there is none. */
export function AreaNav({ area, facts, flow }: { area: OrganisationType; facts: FrameFacts; flow?: boolean }) {
  const t = useText('common');
  const paths = pathsFor(facts.locale);
  const shown = facts.bars[area].map((place) => {
    const { href, label, icon } = placeLinks[place];
    return { href: href(paths), label: t(`nav.${label}`), icon };
  });
  if (shown.length === 0) return null;
  const current = shown.filter(({ href }) => facts.path === href || facts.path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return <AppNav label={t('nav.main')} places={shown.map((place) => ({ ...place, current: place === current }))} flow={flow} />;
}
