import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { checkCodeOf } from './issue-dossier.server.ts';
import type { CheckInput } from './form.ts';
import type { DossierDeps, DossierKind } from './ports.ts';

/** What anybody who holds a document may learn of it: nothing about its content or its company. */
export type CheckedDocument = { readonly number: string; readonly kind: DossierKind; readonly locale: 'de' | 'en'; readonly issuedAt: Date; readonly sha256: string; /** Null when no hash of the own file was given. */ readonly file: 'unchanged' | 'changed' | null };

/** Finds the document that a printed number and check code belong to. `not_found` for an unknown number and a wrong code alike. */
export function checkDocument(deps: DossierDeps) {
  return async function (typed: CheckInput): Promise<Result<CheckedDocument>> {
    const number = typed.number.normalize('NFKC').replace(/\s/g, '').replace(/[\p{Pd}\u2212]/gu, '-').toUpperCase();
    const found = await deps.reads.findByNumber(number);
    if (found === null) return err('not_found');
    const code = checkCodeOf(deps, found.number, found.createdAt.toISOString());
    if (lettersOf(typed.code) !== lettersOf(code)) return err('not_found');
    return ok({ number: found.number, kind: found.subject.kind, locale: found.locale, issuedAt: found.createdAt, sha256: found.sha256, file: typed.hash === null ? null : typed.hash === found.sha256 ? 'unchanged' : 'changed' });
  };
}

/** A code as typed from paper: case, dashes and look-alikes do not matter. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}
