import { useText } from '#app/content/use-text.tsx';
import { measureStates } from '#app/domain/measures/measure.ts';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Disclosure } from '#app/ui/disclosure/disclosure.tsx';
import { EmptyState } from '#app/ui/empty-state/empty-state.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { Filters, Row, Stack } from '#app/ui/layout/layout.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { Rows, Section } from '#app/ui/panel/panel.tsx';
import { HowToText } from './how-to.tsx';
import type { BoardView, MeasureLine } from './view.ts';

export type BoardLinks = { readonly measures: string; readonly measureGaps: string; readonly assessments: string };
type BoardProps = { view: BoardView; filter: { readonly state: string; readonly owner: string }; formToken: string; links: BoardLinks };

/** So many measures of a group stand open: the most urgent ones, they come first. */
const openLines = { todo: 20, deferred: 10, done: 10 } as const;

/** The plan of the company: how far it is, what is due, and what is not in it yet. */
export function MeasureBoard({ view, filter, formToken, links }: BoardProps) {
  const t = useText('measures');
  if (view.state === 'no_run' || view.state === 'no_gaps') {
    return (
      <EmptyState title={t('board.emptyTitle')} action={<LinkButton href={links.assessments}>{t('board.emptyAction')}</LinkButton>}>
        {t(view.state === 'no_run' ? 'board.emptyText' : 'board.noGaps')}
      </EmptyState>
    );
  }
  if (view.state === 'not_begun') {
    return (
      <Lamp id="plan" eyebrow={t('board.firstEyebrow')} title={t('board.firstTitle', { count: view.first.length })} light="left">
        <p className="measure">{t('board.firstText')}</p>
        <TakeFirst view={view} formToken={formToken} links={links} look="primary" />
      </Lamp>
    );
  }
  return (
    <Stack gap={6}>
      {view.lamp ? <NextMeasure lamp={view.lamp} /> : null}
      <BoardFilters filter={filter} people={view.owners} />
      {view.shown === 0 ? (
        <EmptyState title={t('board.nothingFits')} action={<a href={links.measures}>{t('board.showAll')}</a>} />
      ) : (
        view.groups.map((group) => (
          <Section key={group.id} id={group.id} title={t(`board.${group.id}`)} aside={<span className="muted">{group.measures.length}</span>}>
            <Rows items={group.measures.map((measure) => ({ key: measure.id, content: <MeasureRow measure={measure} /> }))} fold={{ first: openLines[group.id], more: (count) => t('board.moreMeasures', { count }) }} />
          </Section>
        ))
      )}
      {view.waiting > 0 ? (
        <Section id="luecken" title={t('board.waiting', { count: view.waiting })} gap={3}>
          <TakeFirst view={view} formToken={formToken} links={links} look="secondary" />
        </Section>
      ) : null}
    </Stack>
  );
}

function NextMeasure({ lamp }: { lamp: NonNullable<BoardView['lamp']> }) {
  const t = useText('measures');
  const dial = lamp.total > 0 ? <ScoreArc id="stand" score={(lamp.done * 100) / lamp.total} value={lamp.done} unit={t('board.doneUnit', { total: lamp.total })} /> : undefined;
  return (
    <Lamp id="plan" eyebrow={lamp.eyebrow} title={lamp.title} light="left" side={dial} split="8-4">
      {lamp.lines.map((line) => (
        <p key={line} className="measure">
          {line}
        </p>
      ))}
      <Row tight>
        <LinkButton look="primary" arrow href={lamp.href}>
          {lamp.go}
        </LinkButton>
      </Row>
    </Lamp>
  );
}

/** The most useful gaps with one click; the others by choice. */
function TakeFirst({ view, formToken, links, look }: { view: BoardView; formToken: string; links: BoardLinks; look: 'primary' | 'secondary' }) {
  const t = useText('measures');
  return (
    <form method="post" action={links.measures}>
      <input type="hidden" name="formToken" value={formToken} />
      {view.first.map((id) => (
        <input key={id} type="hidden" name="control" value={id} />
      ))}
      <Row>
        <Button look={look}>{look === 'primary' ? t('board.firstGo') : t('board.firstTitle', { count: view.first.length })}</Button>
        <a href={links.measureGaps}>{t('board.choose')}</a>
      </Row>
    </form>
  );
}

function BoardFilters({ filter, people }: Pick<BoardProps, 'filter'> & { people: BoardView['owners'] }) {
  const t = useText('measures');
  const states = [{ value: 'due', label: t('board.due') }, ...measureStates.map((state) => ({ value: state, label: t(`states.${state}`) }))];
  const owners = [{ value: 'mine', label: t('board.mine') }, { value: 'nobody', label: t('board.nobody') }, ...people];
  return (
    <Filters>
      <SelectField id="f-stand" name="stand" label={t('board.state')} empty={t('board.all')} options={states} defaultValue={filter.state} />
      <SelectField id="f-wer" name="wer" label={t('board.owner')} empty={t('board.all')} options={owners} defaultValue={filter.owner} />
      <Button look="secondary">{t('board.filter')}</Button>
    </Filters>
  );
}

function MeasureRow({ measure }: { measure: MeasureLine }) {
  const t = useText('measures');
  return (
    <Stack gap={2}>
      <Row apart>
        <span>
          <a href={measure.href}>
            <strong>{measure.title}</strong>
          </a>
          {measure.owner ? (
            <>
              <br />
              <span className="muted t-2">{measure.owner}</span>
            </>
          ) : null}
        </span>
        <Row tight>
          {measure.state === 'in_progress' ? <Badge tone="info">{t('states.in_progress')}</Badge> : null}
          <DueBadge state={measure.state} due={measure.due} />
        </Row>
      </Row>
      {measure.remark ? <p className="t-2 measure">{measure.remark}</p> : null}
      {measure.state === 'done' ? null : (
        <Disclosure bare summary={t('board.more')}>
          <HowToText howTo={measure.howTo} />
          {measure.closeHref ? (
            <p>
              <a href={measure.closeHref}>{t('one.close')}</a>
            </p>
          ) : null}
        </Disclosure>
      )}
    </Stack>
  );
}

/** Until when, calmly: past the date is said in words, not in red. */
export function DueBadge({ state, due }: Pick<MeasureLine, 'state' | 'due'>) {
  if (state === 'done') return <Badge tone="ok">{due.text}</Badge>;
  return <Badge tone={due.standing === 'overdue' || due.standing === 'soon' ? 'warn' : undefined}>{due.text}</Badge>;
}
