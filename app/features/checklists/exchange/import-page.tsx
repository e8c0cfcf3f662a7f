import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox, RadioCards } from '#app/ui/choices/choices.tsx';
import { DataTable } from '#app/ui/data-table/data-table.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { FileDrop } from '#app/ui/file-drop/file-drop.tsx';
import { Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Section } from '#app/ui/panel/panel.tsx';
import type { ImportView, TakenLine } from './import-view.ts';

export type Remark = 'changed' | 'other_target' | 'nothing';

type Frame = { readonly formToken: string; readonly formKey: string; readonly links: { readonly back: string; readonly self: string } };

/** Choose a file. `error`: what was wrong with the last one; `isLost`: it met a session that was not open any more. */
export function UploadPage({ frame, error, isLost }: { frame: Frame; error: string | null; isLost: boolean }) {
  const t = useText('exchange');
  return (
    <Wrap flow className="stack stack--5">
      <PageHeader back={{ href: frame.links.back, label: t('import.back') }} title={t('import.title')} lead={t('import.lead')} />
      {isLost ? (
        <Callout tone="warn" title={t('import.lostTitle')}>
          <p>{t('import.lostText')}</p>
        </Callout>
      ) : null}
      <form method="post" action={frame.links.self} encType="multipart/form-data" className="measure stack stack--4">
        <input type="hidden" name="formToken" value={frame.formToken} />
        <FileDrop id="file" name="file" label={t('import.file')} hint={t('import.fileHint')} accept=".xlsx,.csv,.json" error={error ?? undefined} />
        <p>
          <Button>{t('import.look')}</Button>
        </p>
      </form>
      <p className="muted measure">{t('import.nothingYet')}</p>
    </Wrap>
  );
}

/** What the file would do, line by line, and one click that does it. */
export function PreviewPage({ view, frame, remark }: { view: ImportView; frame: Frame; remark: Remark | null }) {
  const t = useText('exchange');
  const { counts } = view;
  const canTake = counts.new + counts.changed > 0;
  return (
    <Wrap flow className="stack stack--6">
      <PageHeader
        back={{ href: frame.links.self, label: t('import.otherFile') }}
        title={t('import.previewTitle', { checklist: view.checklist })}
        lead={t('import.previewLead', { fresh: counts.new, changed: counts.changed, same: counts.same, empty: counts.empty, refused: counts.refused })}
      />
      {remark === null ? null : <Flash tone="danger">{t(`import.remarks.${remark}`)}</Flash>}
      {view.otherVersion === null ? null : (
        <Callout tone="info" title={t('import.otherVersion', { file: view.otherVersion, now: view.version })}>
          <p>{t('import.otherVersionText')}</p>
        </Callout>
      )}
      <RefusedLines view={view} />
      <form method="post" action={frame.links.self} className="stack stack--5">
        <input type="hidden" name="formToken" value={frame.formToken} />
        <input type="hidden" name="idempotencyKey" value={frame.formKey} />
        <input type="hidden" name="content" value={view.content} />
        <input type="hidden" name="seenTarget" value={view.targetId ?? 'new'} />
        <input type="hidden" name="seenStamp" value={view.stamp} />
        <TargetChoice view={view} />
        {view.changed.length > 0 ? (
          <Section id="changed" title={t('import.changedTitle', { count: view.changed.length })} gap={3}>
            <Lines id="changed-lines" lines={view.changed} caption={t('import.changedTitle', { count: view.changed.length })} withBefore />
            <Checkbox id="replace" name="replace" label={t('import.replace', { count: view.changed.length })} hint={t('import.replaceHint')} />
          </Section>
        ) : null}
        {canTake ? (
          <p>
            <Button name="intent" value="take">
              {t('import.take')}
            </Button>
          </p>
        ) : (
          <Callout tone="info" title={t('import.nothingTitle')}>
            <p>{t('import.nothingText')}</p>
          </Callout>
        )}
      </form>
      {view.taken.length > 0 ? (
        <Section id="taken" title={t('import.takenTitle', { count: view.taken.length })} gap={3}>
          <Disclosure summary={t('import.takenShow')}>
            <Lines id="taken-lines" lines={view.taken} caption={t('import.takenTitle', { count: view.taken.length })} />
          </Disclosure>
        </Section>
      ) : null}
      <p>
        <LinkButton look="quiet" href={frame.links.back}>
          {t('import.drop')}
        </LinkButton>
      </p>
    </Wrap>
  );
}

function RefusedLines({ view }: { view: ImportView }) {
  const t = useText('exchange');
  if (view.refused.length === 0) return null;
  const title = t('import.refusedTitle', { count: view.refused.length });
  return (
    <Section id="refused" title={title} gap={3}>
      <p className="measure">{t('import.refusedText')}</p>
      <DataTable
        id="refused-lines"
        caption={title}
        captionHidden
        rows={view.refused}
        rowKey={(line) => String(line.line)}
        columns={[
          { key: 'line', title: t('import.line'), numeric: true, cell: (line) => line.line },
          { key: 'question', title: t('columns.question'), rowHeader: true, cell: (line) => line.title },
          { key: 'why', title: t('import.why'), cell: (line) => line.why.join(' ') },
        ]}
      />
    </Section>
  );
}

function TargetChoice({ view }: { view: ImportView }) {
  const t = useText('exchange');
  const format = useFormat();
  if (view.targets.length === 0) return <input type="hidden" name="target" value="new" />;
  return (
    <div className="stack stack--3">
      <RadioCards
        id="target"
        name="target"
        legend={t('import.target')}
        chosen={[view.targetId ?? 'new']}
        options={[
          { value: 'new', label: t('import.targetNew'), hint: t('import.targetNewHint') },
          ...view.targets.map(({ id, startedAt, answered }) => ({ value: id, label: t('import.targetRunning', { date: format.date(startedAt) }), hint: t('import.targetRunningHint', { answered }) })),
        ]}
      />
      <p>
        <Button look="secondary" name="intent" value="look">
          {t('import.lookAgain')}
        </Button>
      </p>
    </div>
  );
}

function Lines({ id, lines, caption, withBefore }: { id: string; lines: readonly TakenLine[]; caption: string; withBefore?: boolean }) {
  const t = useText('exchange');
  return (
    <DataTable
      id={id}
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={(line) => String(line.line)}
      columns={[
        { key: 'line', title: t('import.line'), numeric: true, cell: (line) => line.line },
        { key: 'question', title: t('columns.question'), rowHeader: true, cell: (line) => line.title },
        ...(withBefore ? [{ key: 'before', title: t('import.before'), cell: (line: TakenLine) => line.before ?? '' }] : []),
        { key: 'now', title: t('import.inFile'), cell: (line) => line.now },
        { key: 'origin', title: t('import.origin'), cell: (line) => line.origin },
      ]}
    />
  );
}
