import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type AppPlace = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** On phones the bar keeps to four; this one is reached otherwise there. */
  onlyWide?: boolean;
  /** What waits there; shown when above zero, with `countLabel` read aloud behind it. */
  count?: number;
  countLabel?: string;
};

/** Navigation of the signed-in areas: at the top on wide screens, four places at the bottom on phones. In a flow of questions the bottom bar is gone. */
export function AppNav({ label, places, flow }: { label: string; places: readonly AppPlace[]; flow?: boolean }) {
  return (
    <nav className={flow ? 'appnav appnav--flow' : 'appnav'} aria-label={label}>
      <ul>
        {places.map((place) => (
          <li key={place.href} className={place.onlyWide ? 'hide-s' : undefined}>
            <a href={place.href} aria-current={place.current ? 'page' : undefined}>
              <Icon name={place.icon} />
              <span>{place.label}</span>
              {place.count ? (
                <span className="appnav__count">
                  {place.count}
                  {place.countLabel ? <span className="vh"> {place.countLabel}</span> : null}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
