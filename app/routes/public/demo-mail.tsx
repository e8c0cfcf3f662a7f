import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { page, refused } from '#app/http/respond.ts';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mails = await context.services.notices.readDemoMailbox();
  if (!mails.ok) throw refused(mails.refusal);
  return page({ title: textOf(localeOf(request), 'public')('demoMail.title'), mails: mails.value });
}

/** Every mail that the demo has "sent", with its links ready to follow. */
export default function DemoMail() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText('public');
  const format = useFormat();
  return (
    <Wrap flow>
      <Stack gap={6}>
        <PageHeader title={t('demoMail.title')} lead={t('demoMail.lead')} />
        {mails.length === 0 ? <EmptyState title={t('demoMail.none')} /> : null}
        {mails.map((mail) => (
          <article key={mail.id} className="panel stack stack--3" aria-labelledby={`mail-${mail.id}`}>
            <h2 id={`mail-${mail.id}`} className="t-4">
              {mail.subject}
            </h2>
            <p className="muted t-2">
              {t('demoMail.to', { address: mail.to })} · {format.dateTime(mail.at)}
            </p>
            {mail.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} className="measure">
                <Linked text={paragraph} />
              </p>
            ))}
          </article>
        ))}
      </Stack>
    </Wrap>
  );
}

/** Addresses in the text as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? <a key={part} href={part}>{part}</a> : part));
}
