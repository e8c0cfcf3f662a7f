import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ActionBar, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import type { CarriedForm } from './carried-fields.ts';
import { CarriedWords, HiddenFields } from './carried-form.tsx';
import { FormToken } from './gate-page.tsx';
import type { KeptPost } from './kept-post.server.ts';

type Props = {
  /** Waited on the server behind a locked session. */
  waiting: KeptPost | null;
  /** Came along through a new sign-in. `isOwn`: the person who signed in is the one who filled it in. */
  came: { carried: CarriedForm; isOwn: boolean } | null;
  home: string;
  name: string;
  formToken: string;
};

/** A form that could not be taken when it was posted. It is sent when somebody presses the button, never by itself. */
export function KeptFormPage({ waiting, came, home, name, formToken }: Props) {
  const t = useText('accounts');
  const format = useFormat();
  const lead = came ? (came.isOwn ? t('carried.ready') : undefined) : waiting ? t('unlock.keptText', { moment: format.dateTime(waiting.at) }) : t('carried.nothing');
  return (
    <Wrap flow>
      <Stack gap={5}>
        <PageHeader title={t('unlock.keptTitle')} lead={lead} />
        {came ? <CameAlong {...came} home={home} name={name} formToken={formToken} /> : waiting ? <Waited kept={waiting} home={home} formToken={formToken} /> : <Nothing home={home} />}
      </Stack>
    </Wrap>
  );
}

function Waited({ kept, home, formToken }: { kept: KeptPost; home: string; formToken: string }) {
  const t = useText('accounts');
  return (
    <>
      <CarriedWords form={{ ...kept, formToken: '' }} />
      <form method="post">
        <input type="hidden" name="keptForm" value={kept.id} />
        <HiddenFields fields={kept.fields} />
        <FormToken token={formToken} />
        <ActionBar>
          <Button>{t('unlock.keptSubmit')}</Button>
          <LinkButton look="quiet" href={home}>{t('unlock.keptDiscard')}</LinkButton>
        </ActionBar>
      </form>
    </>
  );
}

function CameAlong({ carried, isOwn, home, name, formToken }: { carried: CarriedForm; isOwn: boolean; home: string; name: string; formToken: string }) {
  const t = useText('accounts');
  return (
    <>
      {isOwn ? null : (
        <Callout tone="warn" title={t('carried.otherTitle')}>
          <p>{t('carried.other', { name })}</p>
        </Callout>
      )}
      <CarriedWords form={carried} open={isOwn} />
      <form method="post" action={carried.path}>
        <HiddenFields fields={carried.fields} />
        <FormToken token={formToken} />
        <ActionBar>
          {isOwn ? <Button>{t('unlock.keptSubmit')}</Button> : <Button look="secondary">{t('carried.sendAs', { name })}</Button>}
          <LinkButton look={isOwn ? 'quiet' : 'primary'} href={home}>{t('unlock.keptDiscard')}</LinkButton>
        </ActionBar>
      </form>
    </>
  );
}

function Nothing({ home }: { home: string }) {
  const t = useText('accounts');
  return (
    <p>
      <LinkButton look="secondary" href={home}>{t('carried.toOverview')}</LinkButton>
    </p>
  );
}
