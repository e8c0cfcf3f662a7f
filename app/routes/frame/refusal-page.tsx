import { getMessages } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { pathsFor } from '#app/http/paths.ts';
import { refusalCodes } from '#app/domain/result.ts';
import type { RefusalCode } from '#app/domain/result.ts';
import { LinkButton } from '#app/ui/button/button.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';

/** One sentence for every refusal, and a way on. */
export function RefusalPage({ code, status, locale }: { code: string | undefined; status: number; locale: 'de' | 'en' }) {
  const t = textOf(locale, 'public');
  const paths = pathsFor(locale);
  const known = refusalCodes.find((each) => each === code);
  return (
    <Wrap flow>
      <Stack gap={5}>
        <h1>{t(status === 404 ? 'fault.notFoundTitle' : 'fault.title')}</h1>
        <p className="measure">{known ? sentence(known, locale) : t('fault.unexpected')}</p>
        <p className="row row--tight">
          <LinkButton look="primary" href={known === 'not_signed_in' || known === 'session_locked' ? paths.accounts.signIn : paths.start}>
            {known === 'not_signed_in' || known === 'session_locked' ? textOf(locale, 'common')('nav.signIn') : t('fault.toStart')}
          </LinkButton>
          <LinkButton look="quiet" href={paths.emergency.start}>
            {textOf(locale, 'common')('nav.reportEmergency')}
          </LinkButton>
        </p>
      </Stack>
    </Wrap>
  );
}

function sentence(code: RefusalCode, locale: 'de' | 'en'): string {
  return getMessages(locale).refusals[code];
}
