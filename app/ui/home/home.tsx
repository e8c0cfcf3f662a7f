import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';
import { Arc } from '../lights/arc.tsx';

/** Head of the start page under the big arc of lights. */
export function Hero({ title, lead }: { title: ReactNode; lead: ReactNode }) {
  return (
    <div className="hero" data-surface="night">
      <Arc size="heroNarrow" count={9} lit={9} soft="hero-narrow" className="hero__arc hide-l" />
      <Arc size="heroWide" count={17} lit={17} soft="hero-wide" className="hero__arc hide-s" />
      <div className="wrap stack">
        <h1>{title}</h1>
        <p className="t-4">{lead}</p>
      </div>
    </div>
  );
}

export type DoorProps = { href: string; icon: IconName; title: ReactNode; text: ReactNode; go: ReactNode; emergency?: boolean };

/** The ways in; three beside each other. */
export function Doors({ doors }: { doors: readonly DoorProps[] }) {
  return (
    <div className="doors">
      {doors.map((door) => (
        <section key={door.href} className={classNames('door', door.emergency && 'door--emergency')}>
          <span className="door__arch">
            <Icon name={door.icon} />
          </span>
          <h2>
            <a href={door.href}>{door.title}</a>
          </h2>
          <p>{door.text}</p>
          <span className="door__go" aria-hidden="true">
            {door.go} <Icon name="arrow" />
          </span>
        </section>
      ))}
    </div>
  );
}

/** What happens, step by step, as lights on a line. */
export function Path({ steps }: { steps: readonly { key: string; title: ReactNode; text: ReactNode }[] }) {
  return (
    <ol className="path">
      {steps.map((step) => (
        <li key={step.key}>
          <h3>{step.title}</h3>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}
