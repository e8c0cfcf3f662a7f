import { useFormat, useText } from '#app/content/use-text.tsx';
import { Button } from '#app/ui/button/button.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { SelectField } from '#app/ui/field/field.tsx';
import { fieldProps } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Panel } from '#app/ui/panel/panel.tsx';

const counts = ['1', '2', '3', '4'] as const;

/** Notes that a provider was reached on its channels; without a recent test routing asks nobody there. */
export function ChannelTestPanel({ lastTest, form, formToken }: { /** Local date, or null: never tested. */ lastTest: string | null; form: FormState; formToken: string }) {
  const t = useText('providers');
  const format = useFormat();
  return (
    <Panel id="erreichbarkeit" title={t('channelTest.title')} gap={4}>
      <p className="muted">{lastTest ? t('channelTest.last', { date: format.date(lastTest) }) : t('channelTest.never')}</p>
      <form method="post" className="stack stack--4">
        <input type="hidden" name="formToken" value={formToken} />
        <SelectField {...fieldProps(form, 'channels')} label={t('channelTest.channels')} empty={useText('common')('action.select')} options={counts.map((value) => ({ value, label: value }))} />
        <Checkbox id="f-voice" name="voice" value="yes" label={t('channelTest.voice')} />
        <Button look="secondary" name="intent" value="channel_test">
          {t('channelTest.note')}
        </Button>
      </form>
    </Panel>
  );
}
