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
  const { name, imprint } = suedwestsachsen.association;
  return publicPage({ title: textOf(localeOf(request), 'public')('imprint.pageTitle'), name, lines: [...imprint], phone });
}

export default function Imprint() {
  const { name, lines, phone } = useLoaderData<typeof loader>();
  const t = useText('public');
  return (
    <Wrap>
      <Stack gap={5}>
        <PageHeader title={t('imprint.title')} />
        <Chapters>
          <Chapter title={t('imprint.provider')}>
            <div>
              <p>
                <strong>{name}</strong>
              </p>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </Chapter>
          {phone ? (
            <Chapter title={t('imprint.contact')}>
              <p>
                {t('imprint.phone')}: <PhoneLink phone={phone} />
              </p>
            </Chapter>
          ) : null}
          <Chapter title={t('imprint.disputeTitle')}>
            <p>{t('imprint.dispute')}</p>
          </Chapter>
        </Chapters>
      </Stack>
    </Wrap>
  );
}
