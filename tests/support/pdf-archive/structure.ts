import { operationsOf } from './content-stream.ts';
import { catalogOf, dictAt, listOf, pagesOf, resolve } from './model.ts';
import type { PdfDict, PdfModel, PdfValue } from './model.ts';
import { contentOf } from './rules.ts';

/** The structure types of ISO 32000-1 that our files use. */
const knownTypes = new Set(['Document', 'Sect', 'Div', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Caption', 'Figure']);
const painting = new Set(['TJ', 'Tj', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

export type StructureNode = { readonly type: string; readonly dict: PdfDict; readonly children: readonly StructureNode[]; /** Content as `page reference:number`. */ readonly content: readonly string[] };

/** The tree that assistive technology reads. */
export function structureOf(model: PdfModel): StructureNode[] {
  const read = (value: PdfValue): StructureNode => {
    const dict = dictAt(model, value);
    const kids = listOf(resolve(model, dict['/K']));
    const isContent = (kid: PdfValue): boolean => typeof kid === 'number' || dictAt(model, kid)['/Type'] === '/MCR';
    return {
      type: String(dict['/S']).slice(1),
      dict,
      children: kids.filter((kid) => !isContent(kid)).map(read),
      content: kids.filter(isContent).map((kid) => (typeof kid === 'number' ? `${String(dict['/Pg'])}:${kid}` : `${String(dictAt(model, kid)['/Pg'] ?? dict['/Pg'])}:${String(dictAt(model, kid)['/MCID'])}`)),
    };
  };
  return listOf(resolve(model, dictAt(model, catalogOf(model)['/StructTreeRoot'])['/K'])).map(read);
}

export function flat(nodes: readonly StructureNode[]): StructureNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** 6.7: everything drawn is content of one element or marked as decoration, in a tree that reads in order. */
export function structureFaults(model: PdfModel): string[] {
  const faults: string[] = [];
  const catalog = catalogOf(model);
  if (dictAt(model, catalog['/MarkInfo'])['/Marked'] !== true) faults.push('6.7.2 is not marked');
  if (!/^u:[a-z]{2}-[A-Z]{2}$/.test(String(catalog['/Lang']))) faults.push('6.7.4 has no language');
  if (dictAt(model, catalog['/ViewerPreferences'])['/DisplayDocTitle'] !== true) faults.push('does not show its title');
  const nodes = flat(structureOf(model));
  for (const { type } of nodes) if (!knownTypes.has(type)) faults.push(`6.7.3 unknown type ${type}`);
  faults.push(...markFaults(model, nodes), ...headingFaults(nodes), ...tableFaults(nodes));
  for (const { type, dict } of nodes) {
    if (type !== 'Figure') continue;
    if (!/^u:.{10}/.test(String(dict['/Alt']))) faults.push('6.7.3 figure without description');
    if (listOf(dictAt(model, dict['/A'])['/BBox']).length !== 4) faults.push('figure without a place');
  }
  return faults;
}

function markFaults(model: PdfModel, nodes: readonly StructureNode[]): string[] {
  const faults: string[] = [];
  const claimed = nodes.flatMap((node) => node.content);
  if (new Set(claimed).size !== claimed.length) faults.push('6.7.3 content belongs to two elements');
  const owner = new Map(nodes.flatMap((node) => node.content.map((content) => [content, node.type] as const)));
  const drawn = new Set<string>();
  for (const { ref, dict } of pagesOf(model)) {
    let inside = false;
    for (const { operator, operands } of operationsOf(contentOf(model, dict))) {
      if (operator === 'BDC' || operator === 'BMC') {
        if (inside) faults.push(`6.7.3 nested marks on page ${ref}`);
        inside = true;
        const number = /\/MCID (\d+)/.exec(String(operands[1] ?? ''))?.[1];
        if (operands[0] === '/Artifact') continue;
        const key = `${ref}:${String(number)}`;
        drawn.add(key);
        if (owner.get(key) !== String(operands[0]).slice(1)) faults.push(`6.7.3 content ${key} is ${String(operands[0])}, in the tree ${String(owner.get(key))}`);
      } else if (operator === 'EMC') inside = false;
      else if (painting.has(operator) && !inside) faults.push(`6.7.3 unmarked ${operator} on page ${ref}`);
    }
    if (inside) faults.push(`6.7.3 open mark on page ${ref}`);
  }
  for (const key of claimed) if (!drawn.has(key)) faults.push(`6.7.3 element without its content ${key}`);
  return faults;
}

/** One first heading, none skipped. */
function headingFaults(nodes: readonly StructureNode[]): string[] {
  const levels = nodes.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  const faults = levels.filter((level) => level === 1).length === 1 && levels[0] === 1 ? [] : ['does not begin with its one first heading'];
  levels.forEach((level, index) => {
    // The first page has no section heading of its own.
    if (index > 0 && level > (levels[index - 1] ?? 0) + (levels[index - 1] === 1 ? 2 : 1)) faults.push(`heading ${level} follows ${String(levels[index - 1])}`);
  });
  return faults;
}

function tableFaults(nodes: readonly StructureNode[]): string[] {
  return nodes.filter(({ type }) => type === 'Table').flatMap((table) => {
    const rows = flat(table.children).filter(({ type }) => type === 'TR');
    const widths = new Set(rows.map((row) => row.children.length));
    const heads = rows[0]?.children ?? [];
    return [
      ...(widths.size === 1 ? [] : ['table with rows of different length']),
      ...(heads.every(({ type, dict }) => type === 'TH' && scopeOf(dict) === '/Column') ? [] : ['table without heads of columns']),
      ...rows.slice(1).filter((row) => row.children[0]?.type !== 'TH' || scopeOf(row.children[0].dict) !== '/Row').map(() => 'row without a head'),
    ];
  });
}

function scopeOf(dict: PdfDict): PdfValue {
  const [attributes] = listOf(dict['/A']);
  return (attributes as PdfDict | undefined)?.['/Scope'] ?? null;
}
