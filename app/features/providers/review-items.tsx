import { useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { TextArea, TextField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Criterion } from '#app/ui/work-list/work-list.tsx';
import { Evidence } from './review-evidence.tsx';
import type { ReviewedItem, ReviewView } from './review-view.server.ts';

export type ReviewPart = { readonly view: ReviewView; readonly form: FormState; readonly formToken: string };

/** The proofs of an application: read by everybody who may, judged by the person who took the review. */
export function ReviewItems({ view, items, form, formToken, document }: ReviewPart & { items: readonly ReviewedItem[]; document: (id: string) => string }) {
  const t = useText('providers');
  const deciding = view.application?.state === 'in_review' && view.isReviewerA && !view.tie;
  const shown = items.filter((item) => item.state !== 'missing' || view.needed.includes(item.code));
  if (!deciding) {
    return (
      <div>
        {shown.map((item) => (
          <section key={item.code} className="crit" aria-labelledby={`nachweis-${item.code}`}>
            <h2 className="t-4" id={`nachweis-${item.code}`}>
              {item.code} {t(`items.${item.code}`)}
            </h2>
            <div className="muted t-2"><Evidence item={item} document={document} /></div>
            <p>{t(`itemStates.${item.state}`)}{item.content.note === '' ? '' : `. ${item.content.note}`}</p>
          </section>
        ))}
      </div>
    );
  }
  return (
    <form method="post" className="stack stack--5">
      <input type="hidden" name="formToken" value={formToken} />
      <div>
        {shown.map((item) =>
          item.state === 'missing' ? (
            <p key={item.code} className="muted">
              {item.code} {t(`items.${item.code}`)}: {t('review.notSubmitted')}
            </p>
          ) : (
            <Criterion
              key={item.code}
              id={`f-verdict-${item.code}`}
              name={`verdict-${item.code}`}
              legend={`${item.code} ${t(`items.${item.code}`)}`}
              evidence={<Evidence item={item} document={document} />}
              chosen={String(form.values[`verdict-${item.code}`] ?? (item.state === 'submitted' ? 'open' : item.state))}
              options={[
                { value: 'accepted', label: t('review.accepted') },
                { value: 'more_needed', label: t('review.more'), asks: true },
                { value: 'refused', label: t('review.refused') },
                { value: 'open', label: t('review.open') },
              ]}
              asked={<TextArea {...fieldProps(form, `question-${item.code}`)} defaultValue={String(form.values[`question-${item.code}`] ?? item.content.question)} rows={2} label={t('review.question')} />}
            >
              <TextField {...fieldProps(form, `note-${item.code}`)} defaultValue={String(form.values[`note-${item.code}`] ?? item.content.note)} label={t('review.note')} />
            </Criterion>
          ),
        )}
      </div>
      <div className="actionbar">
        <Button name="intent" value="finish_review" id="f-finish" arrow>
          {t('review.finish')}
        </Button>
        <Button look="secondary" name="intent" value="ask_for_more">
          {t('review.ask')}
        </Button>
        <Button look="quiet" name="intent" value="save">
          {t('review.saveOnly')}
        </Button>
      </div>
    </form>
  );
}
