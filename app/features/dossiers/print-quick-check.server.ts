import { getMessages } from '#app/content/messages.ts';
import { quickCheckDocument } from '#app/domain/dossier/quick-check-document.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';
import { fileNameOf } from './compose-document.ts';
import type { DossierDeps } from './ports.ts';

export type PrintedQuickCheck = { readonly bytes: Buffer; readonly fileName: string };

const perHour = 20;

/**
 * The sheet of a quick check, made in memory and kept nowhere. `network`: where the request comes from, to which a limit belongs
 * (`quota_exceeded`), since nobody is signed in. `not_found` when the code is no run of the present version.
 */
export function printQuickCheck(deps: DossierDeps) {
  return async function (code: string, locale: Locale, network: string): Promise<Result<PrintedQuickCheck>> {
    const content = deps.sources.quickCheck(code, locale);
    if (content === null) return err('not_found');
    const limit = { key: `quick-check/${network}`, free: perHour, windowMinutes: 60, then: { pauseMinutes: 60 } };
    const wait = await deps.attempts.take([limit], deps.clock.now());
    if (wait !== null) return err('quota_exceeded', { retryAfterSeconds: wait });
    const { shared, checklist, quickCheck } = getMessages(locale).dossiers;
    const words = { page: shared.page, kindLine: shared.kindLine, points: checklist.pointsValue, pointsOf: checklist.pointsOf, noPoints: checklist.noPoints };
    const document = quickCheckDocument(content, { language: locale, timeZone: deps.zone, issuer: deps.issuer }, quickCheck, words);
    const { bytes } = await deps.render(document);
    return ok({ bytes, fileName: fileNameOf(content.title, deps.issuer, content.on) });
  };
}
