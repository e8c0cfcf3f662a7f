import { canBeAsked, canHold } from '#app/domain/checklist/reachability.ts';
import type { Reach } from '#app/domain/checklist/reachability.ts';
import { requirementsIn } from '#app/domain/checklist/conditions.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { Condition, Requirement } from '#app/domain/checklist/version.ts';
import { checkCondition } from './check-controls.server.ts';
import type { Located } from './check-controls.server.ts';
import type { ChecklistFile } from './checklist-file.ts';
import type { FieldPath } from './json-source.server.ts';
import type { ChecklistFault } from '../ports.ts';
import { checklistVersionOf } from './resolve-checklist.server.ts';

/**
 * What a checklist can get wrong about its controls: unknown, repeated, in the wrong order, never asked.
 * `declared` names controls that have faults of their own; pointing at them is no second fault.
 */
export function checkChecklist(
  list: Located<ChecklistFile>,
  controls: ReadonlyMap<string, Requirement>,
  declared: ReadonlySet<string>,
): ChecklistFault[] {
  const faults: ChecklistFault[] = [];
  const fault = (field: FieldPath, message: string): void => {
    faults.push(list.source.fault([...list.base, ...field], message));
  };
  const file = list.value;
  const version = checklistVersionOf(file, controls);
  const inList = new Map(requirementsOf(version).map((requirement) => [requirement.id, requirement]));
  const groups = new Map(version.groups.map((group) => [group.id, group.appliesWhen]));
  const reach: Reach = {
    sizes: file.suits.sizes,
    kinds: file.suits.kinds,
    find: (id) => inList.get(id),
    group: (id) => groups.get(id),
  };

  checkGroups(file, controls, declared, reach, fault);
  const topicIds = new Set<string>();
  const earlier = new Set<string>();
  file.topics.forEach((topic, t) => {
    if (topicIds.has(topic.id)) fault(['topics', t, 'id'], `the topic „${topic.id}“ is there twice`);
    topicIds.add(topic.id);
    topic.requirements.forEach((entry, r) => {
      const field = ['topics', t, 'requirements', r];
      const requirement = inList.get(entry.control);
      if (requirement === undefined) {
        if (!declared.has(entry.control)) fault([...field, 'control'], `there is no control „${entry.control}“`);
        earlier.add(entry.control);
        return;
      }
      if (earlier.has(entry.control)) fault([...field, 'control'], `„${entry.control}“ is asked twice`);
      if (requirement.kind === 'status' && entry.weight !== undefined) fault([...field, 'weight'], 'a status question has no points');
      if (entry.asOne === true && !hasParts(controls.get(entry.control))) fault([...field, 'asOne'], 'has no parts to leave out');
      if (entry.group !== undefined && !groups.has(entry.group)) fault([...field, 'group'], `there is no group „${entry.group}“`);
      const missing = [...new Set(conditionsOf(requirement, groups).flatMap(requirementsIn))].filter((id) => !earlier.has(id));
      for (const id of missing) fault([...field, 'control'], `rests on „${id}“, which is not asked earlier in this checklist`);
      const parent = requirement.kind === 'control' ? requirement.followUpOf?.control : undefined;
      if (parent !== undefined && inList.has(parent) && !earlier.has(parent)) {
        fault([...field, 'control'], `follows „${parent}“, which is asked later`);
      }
      if (missing.length === 0 && !canBeAsked(requirement, reach)) {
        fault([...field, 'control'], 'is never asked of anybody this checklist is for');
      }
      earlier.add(entry.control);
    });
  });
  return faults;
}

function checkGroups(
  file: ChecklistFile,
  controls: ReadonlyMap<string, Requirement>,
  declared: ReadonlySet<string>,
  reach: Reach,
  fault: (field: FieldPath, message: string) => void,
): void {
  const used = new Set(file.topics.flatMap((topic) => topic.requirements.map((entry) => entry.group)));
  const seen = new Set<string>();
  (file.groups ?? []).forEach((group, index) => {
    if (seen.has(group.id)) fault(['groups', index, 'id'], `the group „${group.id}“ is there twice`);
    seen.add(group.id);
    if (!used.has(group.id)) fault(['groups', index, 'id'], 'no requirement belongs to this group');
    const field = ['groups', index, 'appliesWhen'];
    if (checkCondition(group.appliesWhen, field, controls, declared, fault) && !canHold(group.appliesWhen, reach)) fault(field, 'can never be true');
  });
}

function hasParts(requirement: Requirement | undefined): boolean {
  return requirement?.kind === 'control' && requirement.parts !== undefined;
}

function conditionsOf(requirement: Requirement, groups: ReadonlyMap<string, Condition>): Condition[] {
  const parts = requirement.kind === 'control' ? (requirement.parts ?? []) : [];
  const group = requirement.group === undefined ? undefined : groups.get(requirement.group);
  return [requirement.appliesWhen, group, ...parts.map((part) => part.appliesWhen)].filter((condition) => condition !== undefined);
}
