import type { Actor } from '#app/domain/access/actor.ts';
import { isCompleteReport } from '#app/domain/case/closing-report.ts';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

export type ClosingReportInput = { readonly caseId: string; readonly report: ClosingReport };

/** The provider's closing report, sealed whole, its codes too. The company decides about the end. */
export function handInReport(deps: CaseDeps) {
  return function handIn(actor: Actor, keys: KeyRing, input: ClosingReportInput): Promise<Result<Acted>> {
    const reportComplete = isCompleteReport(input.report);
    return actOnCase(deps, {
      actor,
      keys,
      side: 'provider',
      caseId: input.caseId,
      action: 'case.submit_report',
      event: 'propose_closure',
      context: { reportComplete },
      assignmentContext: { reportComplete },
      words: { kind: 'closing_report', content: { ...input.report } },
    });
  };
}
