import { contactOf } from '#app/content/region/region.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { useText } from '#app/content/use-text.tsx';
import { pathInLocale } from '#app/http/locale.ts';
import { homePath, pathsFor } from '#app/http/paths.ts';
import { EmergencyButton } from '#app/ui/button/button.tsx';
import { LanguageSwitch } from '#app/ui/language-switch/language-switch.tsx';
import { TopLink, Who } from '#app/ui/top-bar/top-bar.tsx';
import type { FrameFacts } from './frame-facts.ts';

const hotline = contactOf(suedwestsachsen, suedwestsachsen.hotline).phone;

/** The right end of the header: language, person, emergency. `menuId`: the navigation in the footer; null where the footer is thin and has none. */
export function FrameTools({ facts, signedIn, emergency, menuId }: { facts: FrameFacts; signedIn: boolean; emergency?: boolean; menuId: string | null }) {
  const t = useText('common');
  const paths = pathsFor(facts.locale);
  return (
    <>
      <LanguageSwitch
        onlyWide
        label={t('language.label')}
        languages={[
          { code: 'de', short: 'DE', name: t('language.de'), href: pathInLocale(facts.path, 'de') + facts.search, current: facts.locale === 'de' },
          { code: 'en', short: 'EN', name: t('language.en'), href: pathInLocale(facts.path, 'en') + facts.search, current: facts.locale === 'en' },
        ]}
      />
      {menuId === null ? null : <TopLink only="narrow" href={`#${menuId}`} label={t('nav.menu')} />}
      {facts.person ? (
        <Who href={signedIn ? paths.accounts.account : homePath(paths, facts.person.organisationType)} name={facts.person.name} organisation={facts.person.organisationName} onlyWide={!signedIn} />
      ) : (
        <TopLink only="wide" href={paths.accounts.signIn} label={t('nav.signIn')} />
      )}
      {emergency && hotline ? (
        <EmergencyButton href={`tel:${hotline.dialled}`} label={hotline.shown} prefix={t('emergency.callPrefix')} />
      ) : (
        <EmergencyButton href={paths.emergency.start} label={t('emergency.button')} />
      )}
    </>
  );
}
