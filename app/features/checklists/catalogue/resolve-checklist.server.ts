import type { ChecklistVersion, Requirement } from '#app/domain/checklist/version.ts';
import type { ChecklistFile, ControlFile, StatusQuestionFile } from './checklist-file.ts';

/** A control or status question of the files in the terms of the domain. */
export function requirementOf(file: ControlFile | StatusQuestionFile): Requirement {
  if (file.kind === 'status') {
    const { kind, topic: _topic, version, ...rest } = file;
    return { ...rest, kind, controlVersion: version };
  }
  const { kind: _kind, topic: _topic, version, must, dependsOn, ...rest } = file;
  return { ...rest, kind: 'control', controlVersion: version, must: must === false ? null : must, dependsOn: dependsOn ?? [] };
}

/**
 * A checklist with its controls filled in and its own wording applied. Controls that are not in `controls` are left out; the
 * checks have reported them.
 */
export function checklistVersionOf(file: ChecklistFile, controls: ReadonlyMap<string, Requirement>): ChecklistVersion {
  const { id, topics, groups, ...rest } = file;
  return {
    ...rest,
    checklistId: id,
    groups: groups ?? [],
    topics: topics.map((topic) => ({
      ...topic,
      requirements: topic.requirements.flatMap((entry): Requirement[] => {
        const control = controls.get(entry.control);
        if (control === undefined) return [];
        return [withOwnWording(control, entry)];
      }),
    })),
  };
}

function withOwnWording(control: Requirement, entry: ChecklistFile['topics'][number]['requirements'][number]): Requirement {
  const { control: _control, weight, asOne, ...own } = entry;
  if (control.kind === 'status') return { ...control, ...own };
  const { parts, ...whole } = control;
  return {
    ...whole,
    ...(parts !== undefined && asOne !== true ? { parts } : {}),
    ...own,
    ...(weight !== undefined ? { weight } : {}),
  };
}
