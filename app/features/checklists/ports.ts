import type { StandardIds } from '#app/domain/checklist/standard-views.ts';
import type { ChecklistVersion, Requirement } from '#app/domain/checklist/version.ts';

/** One data file below `checklists/`; the path is relative to that folder, with forward slashes. */
export type ChecklistFileText = { readonly path: string; readonly text: string };

/** What is wrong with a data file, and where. */
export type ChecklistFault = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Path of the field, for instance `[3].recommendation.steps[0].en`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
};

/** A version with the text and hash under which the store keeps its frozen copy. */
export type PublishedChecklist = {
  readonly version: ChecklistVersion;
  /** Canonical JSON of the version. */
  readonly content: string;
  /** SHA-256 of the content, hex. */
  readonly contentHash: string;
};

/** Everything that the data files say. Lists hold only what is sound; with faults present nothing of it may be published. */
export type ChecklistLibrary = {
  /** Sorted by checklist id. */
  readonly checklists: readonly PublishedChecklist[];
  /** Every control and status question, sorted by id. */
  readonly controls: readonly Requirement[];
  readonly standards: readonly StandardIds[];
  /** Sorted by file and line. */
  readonly faults: readonly ChecklistFault[];
};

export type CompileChecklists = (files: readonly ChecklistFileText[]) => ChecklistLibrary;
