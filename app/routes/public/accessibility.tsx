import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { contactOf } from '#app/content/region/region.ts';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { publicPage } from '#app/http/respond.ts';
import { PhoneLink } from '#app/ui/button/phone-link.tsx';
import { Chapter, Chapters } from '#app/ui/chapter/chapter.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  const { phone } = contactOf(suedwestsachsen, suedwestsachsen.hotline);
  return publicPage({ title: textOf(localeOf(request), 'public')('accessibility.pageTitle'), phone });
}

export default function Accessibility() {
  const { phone } = useLoaderData<typeof loader>();
  const t = useText('public');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('accessibility.title')} lead={t('accessibility.lead')} />
        <p className="measure">{t('accessibility.standard')}</p>
        <Chapters>
          <Chapter title={t('accessibility.howTitle')}>
            <p>{t('accessibility.how')}</p>
          </Chapter>
          <Chapter title={t('accessibility.limitsTitle')}>
            <p>{t('accessibility.limits')}</p>
          </Chapter>
          <Chapter title={t('accessibility.contactTitle')}>
            <p>{t.rich('accessibility.contactByPhone', { phone: () => <PhoneLink phone={phone} /> })}</p>
          </Chapter>
        </Chapters>
      </Stack>
    </Wrap>
  );
}
