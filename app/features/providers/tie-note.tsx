import { useText } from '#app/content/use-text.tsx';
import { Callout } from '#app/ui/callout/callout.tsx';
import type { ReviewView } from './review-view.server.ts';

/** Why the reader may not take part and who may instead; or the way to say so oneself. */
export function TieNote({ view, ties }: { view: ReviewView; ties: string }) {
  const t = useText('providers');
  if (view.tie === null) {
    return view.isReviewer && view.application !== null ? (
      <p className="muted t-2">
        {t('ties.question')} <a href={ties}>{t('ties.declareHere')}</a>
      </p>
    ) : null;
  }
  return (
    <Callout tone="warn" title={t('ties.title')}>
      <p>{t(`review.tie.${view.tie}`)}</p>
      {view.application === null ? null : <p>{view.standIns.length > 0 ? t('ties.standIns', { names: view.standIns.join(', ') }) : t('ties.nobody')}</p>}
    </Callout>
  );
}
