import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { contactOf } from '#app/content/region/region.ts';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { publicPage } from '#app/http/respond.ts';
import { Chapter, Chapters } from '#app/ui/chapter/chapter.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const authority = contactOf(suedwestsachsen, suedwestsachsen.dataProtectionAuthority);
  return publicPage({
    title: textOf(locale, 'public')('privacy.pageTitle'),
    controller: suedwestsachsen.association.name,
    authority: { name: authority.name[locale], address: authority.address, web: authority.web },
  });
}

const parts = ['visit', 'cookies', 'account', 'case', 'retention', 'rights'] as const;

export default function Privacy() {
  const { controller, authority } = useLoaderData<typeof loader>();
  const t = useText('public');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
        <Chapters>
          <Chapter title={t('privacy.controller')}>
            <p>{controller}</p>
          </Chapter>
          {parts.map((part) => (
            <Chapter key={part} title={t(`privacy.${part}Title`)}>
              <p>{t(`privacy.${part}Text`)}</p>
            </Chapter>
          ))}
          <Chapter title={t('privacy.authority')}>
            <div>
              <p>{authority.name}</p>
              {authority.address ? <p>{authority.address}</p> : null}
            </div>
          </Chapter>
        </Chapters>
      </Stack>
    </Wrap>
  );
}
