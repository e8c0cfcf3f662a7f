import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { contactOf } from '#app/content/region/region.ts';
import { textOf } from '#app/content/translator.ts';
import { useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { publicPage } from '#app/http/respond.ts';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Chapter, Chapters } from '#app/ui/chapter/chapter.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PhoneLink } from '#app/ui/button/phone-link.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export function loader({ request }: LoaderFunctionArgs) {
  const { phone } = contactOf(suedwestsachsen, suedwestsachsen.hotline);
  return publicPage({ title: textOf(localeOf(request), 'public')('security.pageTitle'), phone });
}

const classes = ['sealed', 'facts', 'name', 'contact'] as const;
const how = ['howKeys', 'howServer', 'howOffice', 'howLost'] as const;
const thief = ['thiefDatabase', 'thiefServer', 'thiefOffice', 'thiefMailbox'] as const;

/** The promise, who can read what, and what somebody would have who stole something. */
export default function Security() {
  const { phone } = useLoaderData<typeof loader>();
  const t = useText('public');
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={t('security.title')} lead={t('security.promise')} />
        <DataTable
          id="wer-was"
          caption={t('security.whoTitle')}
          columns={[
            { key: 'what', title: t('security.tableWhat'), rowHeader: true, cell: (each) => t(`security.${each}What`) },
            { key: 'who', title: t('security.tableWho'), cell: (each) => t(`security.${each}Who`) },
            { key: 'when', title: t('security.tableWhen'), cell: (each) => t(`security.${each}When`) },
          ]}
          rows={classes}
          rowKey={(each) => each}
        />
        <Chapters>
          <Sentences title={t('security.howTitle')} sentences={how.map((key) => t(`security.${key}`))} />
          <Sentences title={t('security.thiefTitle')} sentences={thief.map((key) => t(`security.${key}`))} />
          <Chapter title={t('security.reportTitle')}>
            <p>{t.rich('security.reportTextByPhone', { phone: () => <PhoneLink phone={phone} /> })}</p>
          </Chapter>
        </Chapters>
      </Stack>
    </Wrap>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <Chapter title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Chapter>
  );
}
