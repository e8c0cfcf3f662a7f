import type { Answer } from './answers.ts';
import type { Bilingual, ChecklistVersion, CompanyFacts, Requirement, ScoredRequirement, StatusQuestion } from './version.ts';
import { companyKinds, sizeClasses } from './vocabulary.ts';

/** Factories for tests of the engine. The texts mean nothing. */

export function words(text: string): Bilingual {
  return { de: `${text} (de)`, en: `${text} (en)` };
}

export function control(id: string, more: Partial<ScoredRequirement> = {}): ScoredRequirement {
  return {
    kind: 'control',
    id,
    controlVersion: 1,
    title: words(id),
    question: words(`question ${id}`),
    why: words('why'),
    howToFindOut: words('how'),
    proof: words('proof'),
    recommendation: { summary: words('do'), steps: [words('step')] },
    effortHours: 2,
    costClass: 'none',
    usuallyDoneBy: 'owner',
    capability: null,
    weight: 1,
    must: null,
    suits: sizeClasses,
    dependsOn: [],
    references: [],
    insurerTopic: null,
    notApplicableAllowed: true,
    ...more,
  };
}

export function statusQuestion(id: string, more: Partial<StatusQuestion> = {}): StatusQuestion {
  return {
    kind: 'status',
    id,
    controlVersion: 1,
    title: words(id),
    question: words(`status ${id}`),
    why: words('why'),
    howToFindOut: words('how'),
    suits: sizeClasses,
    ...more,
  };
}

export function checklist(requirements: readonly Requirement[], more: Partial<ChecklistVersion> = {}): ChecklistVersion {
  return {
    checklistId: 'sample',
    version: 1,
    title: words('sample'),
    summary: words('summary'),
    scope: 'whole',
    licence: 'own text',
    sources: [{ title: 'own', licence: 'own text' }],
    checkedOn: '2026-11-01',
    suits: { sizes: sizeClasses, kinds: companyKinds },
    estimatedMinutes: 5,
    topics: [{ id: 'topic', title: words('topic'), requirements }],
    groups: [],
    ...more,
  };
}

export const smallBusiness: CompanyFacts = { sizeClass: 'small', kind: 'business', sector: 'C' };

export const yes: Answer = { value: 'yes' };
export const partly: Answer = { value: 'partly' };
export const no: Answer = { value: 'no' };
export const unknown: Answer = { value: 'unknown' };
export const notApplicable: Answer = { value: 'not_applicable', reason: 'we have none' };
