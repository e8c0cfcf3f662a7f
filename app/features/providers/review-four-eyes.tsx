import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Lamp } from '#app/ui/lamp/lamp.tsx';
import { ScoreArc } from '#app/ui/lights/score-arc.tsx';
import { Timeline } from '#app/ui/timeline/timeline.tsx';
import type { ReviewView } from './review-view.server.ts';

/** Few enough to leave room for the number below them; the last one is lit when all proofs are met. */
const lights = 5;

/** How far the review is, and which two persons answer for it. */
export function FourEyes({ view, formToken }: { view: ReviewView; formToken: string }) {
  const t = useText('providers');
  const tc = useText('common');
  const decided = view.application?.state === 'ready_for_decision';
  return (
    <Lamp id="vier-augen" title={t('review.fourEyes')} titleSmall dial>
      <ScoreArc id="nachweise-erfuellt" small count={lights} lit={view.itemsTotal === 0 ? 0 : Math.floor((lights * view.itemsAccepted) / view.itemsTotal)} value={tc('format.ofTotal', { part: view.itemsAccepted, total: view.itemsTotal })} unit={t('review.criteria')} />
      <hr />
      <Timeline
        entries={[
          { key: 'a', state: view.application?.reviewerA ? 'done' : 'now', content: <><strong>{view.application?.reviewerA ?? t('review.nobody')}</strong> {t('review.reviews')}</> },
          { key: 'b', state: decided ? 'now' : 'open', content: <><strong>{t('review.anotherPerson')}</strong> {t('review.decides')}</> },
        ]}
      />
      {view.reviewerATied ? <p className="t-2">{t('ties.reviewerATied')}</p> : null}
      {view.mayTakeOver ? (
        <form method="post" className="stack stack--2">
          <input type="hidden" name="formToken" value={formToken} />
          <p className="t-2">{t('review.takeOverLead')}</p>
          <div>
            <Button small look="secondary" name="intent" value="take_over">
              {t('review.takeOver')}
            </Button>
          </div>
        </form>
      ) : null}
    </Lamp>
  );
}
