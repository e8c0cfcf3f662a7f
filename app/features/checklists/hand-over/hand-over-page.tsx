import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { TextArea } from '#app/ui/field/field.tsx';
import { ActionBar, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Section } from '#app/ui/panel/panel.tsx';
import { StateBadge, When } from './hand-over-section.tsx';
import type { AnswerWords, HandOverView, ReceivedView } from './hand-over-view.ts';
import type { Settlement } from './settlements.ts';

export type HandOverNote = 'taken' | 'changed' | 'nothing' | null;

/** One topic in other hands: what was asked, how it stands, what came back. */
export function HandOverPage({ view, formToken, note }: { view: HandOverView; formToken: string; note: HandOverNote }) {
  const t = useText('handOver');
  const format = useFormat();
  const { line } = view;
  const isOver = line.state !== 'open' && line.state !== 'answered';
  return (
    <Wrap flow className="stack stack--5">
      {note ? <Flash tone={note === 'taken' ? 'ok' : 'danger'}>{t(`notes.${note}`)}</Flash> : null}
      <PageHeader
        back={{ href: view.overview, label: t('back') }}
        kicker={<StateBadge state={line.state} kind={line.kind} />}
        title={line.topic}
        lead={
          <>
            {t('lead', { checklist: view.checklist, who: line.who ?? t('unknownPerson'), by: line.by ?? t('unknownPerson'), date: format.date(line.at) })} {line.state === 'open' ? <When line={line} /> : null}
          </>
        }
      />
      {view.message ? (
        <Callout title={t('message')}>
          <p className="msg__body">{view.message}</p>
        </Callout>
      ) : null}
      {view.reply ? (
        <Callout tone="warn" title={t('reply')}>
          <p className="msg__body">{view.reply}</p>
        </Callout>
      ) : null}
      {view.received ? <Received view={view} received={view.received} formToken={formToken} /> : null}
      {view.mine && line.state === 'open' && view.running ? <Mine view={view} formToken={formToken} /> : null}
      {!view.mine && !isOver && view.running && !view.received ? (
        <SettleForm how="withdraw" label={t(line.kind === 'outsider' ? 'endLink' : 'withdraw')} formToken={formToken} />
      ) : null}
    </Wrap>
  );
}

/** For the colleague: answer, then say so, or give it back. */
function Mine({ view, formToken }: { view: HandOverView; formToken: string }) {
  const t = useText('handOver');
  return (
    <>
      {view.begin ? (
        <p>
          <LinkButton href={view.begin} arrow>
            {t('begin')}
          </LinkButton>
        </p>
      ) : null}
      <Panel id="settle" title={t('settle')} gap={4} className="measure">
        <form method="post" className="stack stack--4">
          <input type="hidden" name="formToken" value={formToken} />
          <TextArea id="f-words" name="words" label={t('words')} optional={useText('common')('form.optional')} rows={2} maxLength={2000} />
          <ActionBar>
            <Button name="how" value="done">
              {t('done')}
            </Button>
            <Button look="secondary" name="how" value="hand_back">
              {t('handBack')}
            </Button>
          </ActionBar>
        </form>
      </Panel>
    </>
  );
}

function SettleForm({ how, label, formToken }: { how: Settlement; label: string; formToken: string }) {
  return (
    <form method="post">
      <input type="hidden" name="formToken" value={formToken} />
      <Button look="secondary" name="how" value={how}>
        {label}
      </Button>
    </form>
  );
}

/** What came from outside beside what is there; each may be taken over. */
function Received({ view, received, formToken }: { view: HandOverView; received: ReceivedView; formToken: string }) {
  const t = useText('handOver');
  const format = useFormat();
  const mayTake = view.running && view.line.state === 'answered';
  return (
    <Section id="received" title={t('received.title', { from: received.from })} gap={4}>
      <p className="muted measure">{t('received.lead', { date: format.dateTime(received.sentAt), open: received.open })}</p>
      <form method="post" className="stack stack--4">
        <input type="hidden" name="formToken" value={formToken} />
        <ul className="rows">
          {received.rows.map((row) => (
            <li key={row.id}>
              <Stack gap={2}>
                <strong>{row.question}</strong>
                <div className="pair pair--top">
                  <Words title={t('received.theirs')} words={row.offered} />
                  {row.present ? (
                    <Words title={row.present.by ? t('received.oursBy', { name: row.present.by, date: format.date(row.present.at) }) : t('received.ours')} words={row.present} />
                  ) : (
                    <p className="muted t-2">{t('received.notAnswered')}</p>
                  )}
                </div>
                {row.taken ? (
                  <p className="muted t-2">{t('received.taken')}</p>
                ) : mayTake ? (
                  <>
                    <input type="hidden" name={`seen.${row.id}`} value={row.revision} />
                    <Checkbox plain id={`f-take-${row.id}`} name="take" value={row.id} checked={row.present === null} label={<>{t('received.take')}<span className="vh">: {row.question}</span></>} />
                  </>
                ) : null}
              </Stack>
            </li>
          ))}
        </ul>
        {mayTake ? (
          <ActionBar>
            {received.open > 0 ? (
              <>
                <Button name="intent" value="chosen">
                  {t('received.takeChosen')}
                </Button>
                <Button look="secondary" name="intent" value="all">
                  {t('received.takeAll')}
                </Button>
              </>
            ) : null}
            <Button look={received.open > 0 ? 'quiet' : 'primary'} name="how" value="looked_at">
              {t('received.finish')}
            </Button>
          </ActionBar>
        ) : null}
      </form>
    </Section>
  );
}

function Words({ title, words }: { title: string; words: AnswerWords }) {
  return (
    <div>
      <p className="muted t-2">{title}</p>
      <p>{words.value}</p>
      {words.parts.map((part) => (
        <p className="t-2" key={part}>
          {part}
        </p>
      ))}
      {words.words ? <p className="t-2 msg__body">{words.words}</p> : null}
    </div>
  );
}
