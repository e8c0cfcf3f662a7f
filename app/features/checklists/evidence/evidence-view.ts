import { validityOf } from '#app/domain/checklist/evidence.ts';
import type { EvidenceValidity } from '#app/domain/checklist/evidence.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { Locale } from '../../ports.ts';
import type { AssessmentLinks } from '../links.ts';
import type { EvidenceRecord } from './open-evidence.server.ts';
import type { OpenAssessment } from '../runs/open-assessment.server.ts';
import type { OpenRequirement } from '../answering/open-requirement.server.ts';

/** Evidence as plain JSON, ready for the page. */

export type EvidenceLinks = AssessmentLinks & {
  evidence(id: string, requirementId: string): string;
  evidenceRemoval(id: string, evidenceId: string): string;
  evidenceFile(id: string, evidenceId: string): string;
};

export type EvidenceItem = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly takenOn: string;
  readonly expiresOn: string | null;
  readonly validity: EvidenceValidity;
  readonly size: number;
  readonly sha256: string;
  readonly by: string | null;
  readonly at: string;
  readonly file: string;
  /** Null where it stays: the run is closed. */
  readonly removal: string | null;
  /** The question it belongs to. */
  readonly question: { readonly title: string; readonly href: string };
};

/** What the section of one question shows. */
export type QuestionEvidence = {
  readonly items: readonly EvidenceItem[];
  readonly offered: readonly { readonly id: string; readonly name: string; readonly description: string; readonly takenOn: string; readonly expiresOn: string | null; readonly file: string }[];
  /** Where files are posted; null once the run is closed. */
  readonly action: string | null;
  readonly today: string;
  readonly formKey: string;
};

export function questionEvidence({ run, requirement, offeredEvidence, names }: OpenRequirement, locale: Locale, links: EvidenceLinks, now: { readonly today: string; readonly formKey: string }): QuestionEvidence {
  const { assessment } = run;
  return {
    items: itemsOf({ run, names }, locale, links, now.today, run.evidence.filter((one) => one.requirementId === requirement.id)),
    offered: offeredEvidence.map(({ id, name, description, takenOn, expiresOn, assessment: source }) => ({ id, name, description, takenOn, expiresOn, file: links.evidenceFile(source.id, id) })),
    action: assessment.state === 'running' ? links.evidence(assessment.id, requirement.id) : null,
    ...now,
  };
}

/** All evidence of a run, what has run out first, then what soon will. */
export function runEvidence(opened: Pick<OpenAssessment, 'run' | 'names'>, locale: Locale, links: EvidenceLinks, today: string): EvidenceItem[] {
  const order: Readonly<Record<EvidenceValidity, number>> = { expired: 0, expiring: 1, valid: 2 };
  return itemsOf(opened, locale, links, today, opened.run.evidence).sort((a, b) => order[a.validity] - order[b.validity]);
}

function itemsOf({ run, names }: Pick<OpenAssessment, 'run' | 'names'>, locale: Locale, links: EvidenceLinks, today: string, evidence: readonly EvidenceRecord[]): EvidenceItem[] {
  const { assessment, version } = run;
  return evidence.map(({ id, requirementId, name, description, takenOn, expiresOn, size, sha256, by, at }) => ({
    id,
    name,
    description,
    takenOn,
    expiresOn,
    validity: validityOf({ expiresOn }, today),
    size,
    sha256,
    by: names.get(by) ?? null,
    at: at.toISOString(),
    file: links.evidenceFile(assessment.id, id),
    removal: assessment.state === 'running' ? links.evidenceRemoval(assessment.id, id) : null,
    question: { title: findRequirement(version, requirementId)?.question[locale] ?? '', href: links.evidence(assessment.id, requirementId) },
  }));
}
