import { canBeAsked, canHold } from '#app/domain/checklist/reachability.ts';
import type { Reach } from '#app/domain/checklist/reachability.ts';
import { requirementsIn } from '#app/domain/checklist/conditions.ts';
import type { Condition, Requirement } from '#app/domain/checklist/version.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { ReferencesFile } from './checklist-file.ts';
import type { FieldPath, JsonSource } from './json-source.server.ts';
import type { ChecklistFault } from '../ports.ts';

/** A parsed value with the place in the file where it stands. */
export type Located<T> = { readonly source: JsonSource; readonly base: FieldPath; readonly value: T };

/**
 * What single controls cannot know of themselves: repeated ids, unknown references and controls, conditions that never hold.
 * `declared` names what stands in a file but has faults of its own; pointing at it is no second fault.
 */
export function checkControls(
  controls: readonly Located<Requirement>[],
  standards: readonly ReferencesFile[],
  declared: ReadonlySet<string>,
): ChecklistFault[] {
  const byId = new Map(controls.map((control) => [control.value.id, control.value]));
  const knownIds = new Map(standards.map((standard) => [standard.scheme, new Set(standard.ids.map((entry) => entry.id))]));
  const reach: Reach = { sizes: sizeClasses, kinds: companyKinds, find: (id) => byId.get(id), group: () => undefined };
  const seen = new Set<string>();
  return controls.flatMap((control) => {
    const faults: ChecklistFault[] = [];
    const fault = (field: FieldPath, message: string): void => {
      faults.push(control.source.fault([...control.base, ...field], message));
    };
    const { value } = control;
    if (seen.has(value.id)) fault(['id'], `„${value.id}“ is used twice`);
    seen.add(value.id);

    const sound = checkCondition(value.appliesWhen, ['appliesWhen'], byId, declared, fault);
    if (sound && value.appliesWhen !== undefined && !canBeAsked(value, reach)) fault(['appliesWhen'], 'can never be true');
    if (value.kind === 'status') return faults;

    checkParts(value.parts ?? [], byId, declared, reach, fault);
    checkReferences(value.references, knownIds, declared, fault);
    checkDependencies(value, byId, declared, fault);
    return faults;
  });
}

type ReportFault = (field: FieldPath, message: string) => void;
type Control = Extract<Requirement, { kind: 'control' }>;

function checkParts(
  parts: NonNullable<Control['parts']>,
  byId: ReadonlyMap<string, Requirement>,
  declared: ReadonlySet<string>,
  reach: Reach,
  fault: ReportFault,
): void {
  const seen = new Set<string>();
  parts.forEach((part, index) => {
    if (seen.has(part.id)) fault(['parts', index, 'id'], `the part „${part.id}“ is there twice`);
    seen.add(part.id);
    const field = ['parts', index, 'appliesWhen'];
    const sound = checkCondition(part.appliesWhen, field, byId, declared, fault);
    if (sound && part.appliesWhen !== undefined && !canHold(part.appliesWhen, reach)) fault(field, 'can never be true');
  });
}

function checkReferences(
  references: Control['references'],
  knownIds: ReadonlyMap<string, ReadonlySet<string>>,
  declared: ReadonlySet<string>,
  fault: ReportFault,
): void {
  const seen = new Set<string>();
  references.forEach(({ scheme, id }, index) => {
    const known = knownIds.get(scheme);
    if (known === undefined && !declared.has(scheme)) {
      fault(['references', index, 'scheme'], `there is no file references/${scheme}.json`);
    } else if (known?.has(id) === false) fault(['references', index, 'id'], `„${id}“ is no known id of ${scheme}`);
    const key = `${scheme} ${id}`;
    if (seen.has(key)) fault(['references', index], `„${key}“ is there twice`);
    seen.add(key);
  });
}

function checkDependencies(
  control: Control,
  byId: ReadonlyMap<string, Requirement>,
  declared: ReadonlySet<string>,
  fault: ReportFault,
): void {
  control.dependsOn.forEach((id, index) => {
    const first = byId.get(id);
    if (first === undefined && declared.has(id)) return;
    if (first === undefined) fault(['dependsOn', index], `there is no control „${id}“`);
    else if (first.kind === 'status') fault(['dependsOn', index], `„${id}“ is a status question, nothing that can be done first`);
    else if (leadsTo(first, control.id, byId)) fault(['dependsOn', index], `„${id}“ in turn needs „${control.id}“ first`);
  });
  const parentId = control.followUpOf?.control;
  if (parentId === undefined) return;
  const parent = byId.get(parentId);
  if (parent === undefined && declared.has(parentId)) return;
  if (parent === undefined) fault(['followUpOf', 'control'], `there is no control „${parentId}“`);
  else if (parent.kind === 'status') fault(['followUpOf', 'control'], `„${parentId}“ is a status question: use appliesWhen`);
  else if (leadsTo(parent, control.id, byId)) fault(['followUpOf', 'control'], `„${parentId}“ in turn follows „${control.id}“`);
}

/** Whether doing `from` waits, directly or through others, for `target`. */
function leadsTo(from: Control, target: string, byId: ReadonlyMap<string, Requirement>): boolean {
  const seen = new Set<string>();
  const waiting = [from.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const control = byId.get(id);
    if (control?.kind !== 'control') continue;
    waiting.push(...control.dependsOn);
    if (control.followUpOf !== undefined) waiting.push(control.followUpOf.control);
  }
  return false;
}

/** Reports conditions on anything but a status question. Returns whether the condition is sound so far. */
export function checkCondition(
  condition: Condition | undefined,
  field: FieldPath,
  byId: ReadonlyMap<string, Requirement>,
  declared: ReadonlySet<string>,
  fault: ReportFault,
): boolean {
  let sound = true;
  for (const id of condition === undefined ? [] : requirementsIn(condition)) {
    const question = byId.get(id);
    if (question?.kind === 'status') continue;
    sound = false;
    if (question === undefined && declared.has(id)) continue;
    fault(field, question === undefined ? `there is no status question „${id}“` : `„${id}“ is a control: use followUpOf`);
  }
  return sound;
}
