import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Hidden } from '#app/ui/layout/layout.tsx';
import { takenField } from '../form.ts';
import type { TakingView } from './taking-view.ts';

/** What has just been taken over, and the way to where it stands now. */
export function TakingSaid({ taking }: { taking: TakingView }) {
  const t = useText('results');
  if (taking.said === null) return null;
  return (
    <Flash>
      {taking.said} <a href={taking.board}>{t('takeOver.board')}</a>
    </Flash>
  );
}

/** One button for the first measures; absent where the buttons of the measures say as much. Stands, like these, inside the form that posts. */
export function TakeFirst({ taking, isAll }: { taking: TakingView; /** No other measures stand on the page. */ isAll: boolean }) {
  const t = useText('results');
  const { length } = taking.first;
  if (length < 2) return null;
  return (
    <p className="no-print">
      <Button look="secondary" name={takenField} value={taking.first.join(' ')}>
        {t(isAll ? 'takeOver.first' : 'takeOver.firstOfAll', { count: length })}
      </Button>
    </p>
  );
}

/** The button of one measure, or where it stands on the board. */
export function TakeOne({ taking, id, title }: { taking: TakingView; id: string; title: string }) {
  const t = useText('results');
  const one = taking.measures[id];
  if (one === undefined) return null;
  if (one.said !== null) {
    const said = (
      <>
        {one.said}
        <Hidden>: {title}</Hidden>
      </>
    );
    return <p className="t-2">{one.href === null ? <span className="muted">{said}</span> : <a href={one.href}>{said}</a>}</p>;
  }
  return (
    <p className="no-print">
      <Button look="quiet" small name={takenField} value={id}>
        {t('takeOver.one')}
        <Hidden>: {title}</Hidden>
      </Button>
    </p>
  );
}
