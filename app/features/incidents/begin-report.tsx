import { useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { ActionBar, Stack, Wrap } from '#app/ui/layout/layout.tsx';

/** Before the first question: how long it takes, who can read it, the telephone. One button begins the draft. */
export function BeginReport({ formToken, idempotencyKey, kind, phone, draftHref }: { formToken: string; idempotencyKey: string; kind: string; phone: { shown: string; dialled: string }; draftHref: string | null }) {
  const t = useText('incidents');
  return (
    <Wrap flow className="stack stack--5">
      <Stack gap={2}>
        <h1>{t('begin.title')}</h1>
        <p className="t-4 measure">{t('begin.lead')}</p>
      </Stack>
      {draftHref ? (
        <Callout tone="info" title={t('begin.open')}>
          <p>
            <a href={draftHref}>{t('list.continueDraft')}</a>
          </p>
        </Callout>
      ) : null}
      <Callout tone="light" icon="lock">
        <p>{t('begin.sealed')}</p>
      </Callout>
      <p className="measure">{t('begin.saved')}</p>
      <form method="post" className="stack stack--4">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="kind" value={kind} />
        <ActionBar>
          <Button arrow>{t('begin.start')}</Button>
          <LinkButton href={`tel:${phone.dialled}`} look="secondary" icon="phone">
            {t('begin.urgent', { phone: phone.shown })}
          </LinkButton>
        </ActionBar>
      </form>
    </Wrap>
  );
}
