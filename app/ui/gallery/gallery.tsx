import type { ReactNode } from 'react';
import { EmergencyButton } from '../button/button.tsx';
import { DemoBanner } from '../layout/demo-banner.tsx';
import { Footer } from '../layout/footer.tsx';
import { Main, Wrap } from '../layout/layout.tsx';
import { LanguageSwitch } from '../language-switch/language-switch.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';
import { AppNav } from '../top-bar/app-nav.tsx';
import { Brand } from '../top-bar/brand.tsx';
import { PublicNav, TopBar, TopLink, Who } from '../top-bar/top-bar.tsx';
import { CasesGallery } from './cases-gallery.tsx';
import { ControlsGallery } from './controls-gallery.tsx';
import { EmergencyGallery } from './emergency-gallery.tsx';
import { LightsGallery } from './lights-gallery.tsx';

/** Every component with its states on one page, to look at and to test. Its texts are samples and belong to no page. */
export function Gallery() {
  return (
    <PublicFrame>
      <Wrap className="stack stack--7">
        <div className="stack stack--2">
          <h1>Bausteine und Zustände</h1>
          <p className="lead">Nachschlageseite für die Entwicklung. Jeder Baustein steht auf einem nativen Element und funktioniert ohne JavaScript.</p>
        </div>
        <ControlsGallery />
        <LightsGallery />
        <CasesGallery />
        <EmergencyGallery />
      </Wrap>
    </PublicFrame>
  );
}

/** A sample public page. */
export function PublicFrame({ children, kind }: { children: ReactNode; kind?: 'page' | 'gate' | 'bare' }) {
  return (
    <>
      <SkipLink>Zum Inhalt springen</SkipLink>
      <DemoBanner label="Hinweis zur Vorführung">
        Dies ist eine Vorführung mit erfundenen Betrieben. <a href="#postfach">Verschickte E-Mails ansehen</a>
      </DemoBanner>
      <TopBar
        brand={<SampleBrand />}
        nav={<PublicNav label="Hauptnavigation" links={[{ href: '#pruefen', label: 'Sicherheit prüfen', current: true }, { href: '#dienstleister', label: 'Für Dienstleister' }, { href: '#zahlen', label: 'Zahlen' }]} />}
        tools={
          <>
            <LanguageSwitch label="Sprache" onlyWide languages={[{ code: 'de', short: 'DE', name: 'Deutsch', href: '#', current: true }, { code: 'en', short: 'EN', name: 'English', href: '#en', current: false }]} />
            <TopLink href="#menue" label="Menü" only="narrow" />
            <TopLink href="#anmelden" label="Anmelden" only="wide" />
            <EmergencyButton href="#notfall" label="Notfall" />
          </>
        }
      />
      <Main kind={kind}>{children}</Main>
      <Footer navId="menue" navLabel="Fußnavigation" links={[{ href: '#notfall', label: 'Notfall melden' }, { href: '#pruefen', label: 'Sicherheit prüfen' }, { href: '#impressum', label: 'Impressum' }, { href: '#en', label: 'English', lang: 'en' }]}>
        <p>Geleucht ist das Sicherheitsportal des IT-Netzwerks Südwestsachsen Digital.</p>
      </Footer>
    </>
  );
}

/** A sample signed-in page. */
export function SignedInFrame({ children, flow }: { children: ReactNode; flow?: boolean }) {
  return (
    <>
      <SkipLink>Zum Inhalt springen</SkipLink>
      <TopBar
        brand={<SampleBrand />}
        nav={
          <AppNav
            label="Hauptnavigation"
            flow={flow}
            places={[
              { href: '#uebersicht', label: 'Übersicht', icon: 'home', current: true },
              { href: '#pruefungen', label: 'Prüfungen', icon: 'list' },
              { href: '#faelle', label: 'Fälle', icon: 'folder', count: 2, countLabel: 'offen' },
              { href: '#dokumente', label: 'Dokumente', icon: 'document' },
            ]}
          />
        }
        tools={
          <>
            <Who href="#konto" name="Katrin Seidel" organisation="Tischlerei Seidel" />
            <EmergencyButton href="tel:+493023125110" label="030 23125 110" prefix="Notruf" />
          </>
        }
      />
      <Main>{children}</Main>
    </>
  );
}

/** Head of a sample emergency page: no navigation, the number to call. */
export function EmergencyHeader() {
  return (
    <>
      <SkipLink>Zum Inhalt springen</SkipLink>
      <TopBar
        brand={<SampleBrand />}
        tools={
          <>
            <LanguageSwitch label="Sprache" onlyWide languages={[{ code: 'de', short: 'DE', name: 'Deutsch', href: '#', current: true }, { code: 'en', short: 'EN', name: 'English', href: '#en', current: false }]} />
            <EmergencyButton href="tel:+493023125110" label="030 23125 110" prefix="Notruf" />
          </>
        }
      />
    </>
  );
}

function SampleBrand() {
  return (
    <Brand
      href="#start"
      name="Geleucht"
      claim={
        <>
          IT-Sicherheit für
          <br />
          Südwestsachsen
        </>
      }
    />
  );
}
