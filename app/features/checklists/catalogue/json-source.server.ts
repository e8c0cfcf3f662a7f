import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import type { ChecklistFault, ChecklistFileText } from '../ports.ts';

export type FieldPath = readonly (string | number)[];

/** A parsed JSON file that knows on which line each of its fields stands. */
export type JsonSource = {
  readonly file: string;
  readonly value: unknown;
  fault(field: FieldPath, message: string): ChecklistFault;
};

/** Reads strict JSON. Faults of syntax and keys written twice are returned; with a fault of syntax there is no source. */
export function readJsonSource(file: ChecklistFileText): { source: JsonSource | null; faults: ChecklistFault[] } {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { disallowComments: true, allowTrailingComma: false });
  if (root === undefined || errors.length > 0) {
    const first = errors[0];
    const message = first === undefined ? 'the file is empty' : `not valid JSON: ${printParseErrorCode(first.error)}`;
    return { source: null, faults: [{ file: file.path, line: lineAt(file.text, first?.offset ?? 0), field: '', message }] };
  }
  const source: JsonSource = {
    file: file.path,
    value: JSON.parse(file.text) as unknown,
    fault: (field, message) => ({
      file: file.path,
      line: lineAt(file.text, nearestNode(root, field).offset),
      field: fieldName(field),
      message,
    }),
  };
  return { source, faults: repeatedKeys(root).map((node) => repeatedKeyFault(file, node)) };
}

/** zod's issues as faults; `base` is where in the file the parsed value stands. */
export function faultsOf(source: JsonSource, base: FieldPath, error: z.ZodError): ChecklistFault[] {
  return error.issues.flatMap((issue) => flatten(source, base, issue));
}

function flatten(source: JsonSource, base: FieldPath, issue: z.core.$ZodIssue): ChecklistFault[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => source.fault([...path, key], 'this field is not known here'));
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch === null) return [source.fault(path, 'fits none of the allowed forms')];
    return branch.flatMap((inner) => flatten(source, path, inner));
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return [source.fault(path, missing ? 'is missing' : issue.message)];
}

/** The form somebody most probably meant: the one that faults only something inside, not its own shape. */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | null {
  const meant = branches.filter((issues) => issues.every((issue) => issue.path.length > 0));
  return meant.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function nearestNode(root: Node, field: FieldPath): Node {
  for (let length = field.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, field.slice(0, length));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return root;
}

function repeatedKeys(node: Node): Node[] {
  const children = node.children ?? [];
  const inner = children.flatMap(repeatedKeys);
  if (node.type !== 'object') return inner;
  const seen = new Set<unknown>();
  const repeated = children.filter((property) => {
    const key: unknown = property.children?.[0]?.value;
    return seen.has(key) || !seen.add(key);
  });
  return [...repeated, ...inner];
}

function repeatedKeyFault(file: ChecklistFileText, property: Node): ChecklistFault {
  const key = String(property.children?.[0]?.value);
  return { file: file.path, line: lineAt(file.text, property.offset), field: key, message: 'this field is written twice' };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function fieldName(field: FieldPath): string {
  return field.map((step, place) => (typeof step === 'number' ? `[${step}]` : place === 0 ? step : `.${step}`)).join('');
}
