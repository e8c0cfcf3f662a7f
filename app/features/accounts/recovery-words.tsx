import { useText } from '#app/content/use-text.tsx';

/** What stands around a recovery code. */
export function useRecoveryWords(email: string) {
  const t = useText('accounts');
  return {
    label: t('recovery.label'),
    sheetOf: t('recovery.sheetOf', { email }),
    print: t('recovery.print'),
    lastGroup: t('recovery.lastGroup'),
    lastGroupHint: t('recovery.lastGroupHint'),
    submit: t('recovery.submit'),
  };
}

/** What stands around an organisation's emergency sheet. */
export function useSheetWords(organisation: string) {
  const t = useText('accounts');
  return {
    label: t('sheet.label'),
    sheetOf: t('sheet.sheetOf', { organisation }),
    print: t('sheet.print'),
    lastGroup: t('sheet.lastGroup'),
    lastGroupHint: t('sheet.lastGroupHint'),
    submit: t('sheet.submit'),
  };
}
