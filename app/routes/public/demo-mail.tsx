import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { useFormat, useLocale, useText } from '#app/content/use-text.tsx';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';

export const handle = { audience: 'public' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wanted = Number(new URL(request.url).searchParams.get('seite') ?? 1);
  const number = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  const found = await context.services.notices.readDemoMailbox(number);
  if (!found.ok) throw refused(found.refusal);
  return page({ title: textOf(localeOf(request), 'public')('demoMail.title'), number, ...found.value });
}

/** Every mail that the demo has "sent", with its links ready to follow; the newest lies open. */
export default function DemoMail() {
  const { mails, number, hasOlder } = useLoaderData<typeof loader>();
  const { demoMail } = pathsFor(useLocale());
  const t = useText('public');
  const format = useFormat();
  return (
    <Wrap flow>
      <Stack gap={6}>
        <PageHeader title={t('demoMail.title')} lead={t('demoMail.lead')} />
        {mails.length === 0 ? <EmptyState title={t('demoMail.none')} /> : null}
        <div>
          {mails.map((mail, at) => (
            <Disclosure key={mail.id} open={number === 1 && at === 0} summary={<MailHead subject={mail.subject} about={`${t('demoMail.to', { address: mail.to })}, ${format.dateTime(mail.at)}`} />}>
              <Stack gap={3}>
                {mail.text.split(/\n{2,}/).map((paragraph) => (
                  <p key={paragraph} className="measure keep-lines">
                    <Linked text={paragraph} />
                  </p>
                ))}
              </Stack>
            </Disclosure>
          ))}
        </div>
        <p className="row">
          {number > 1 ? <a href={`${demoMail}?seite=${number - 1}`}>{t('demoMail.newer')}</a> : null}
          {hasOlder ? <a href={`${demoMail}?seite=${number + 1}`}>{t('demoMail.older')}</a> : null}
        </p>
      </Stack>
    </Wrap>
  );
}

function MailHead({ subject, about }: { subject: string; about: string }) {
  return (
    <span>
      {subject}
      <br />
      <small className="muted">{about}</small>
    </span>
  );
}

/** Addresses in the text as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? <a key={part} href={part}>{part}</a> : part));
}
