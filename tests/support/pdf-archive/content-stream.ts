/** An operator of a content stream with the operands before it: numbers, `/Name`, `<hex>`, arrays as lists, dictionaries as text. */
export type Operation = { readonly operator: string; readonly operands: readonly Operand[] };
export type Operand = number | string | readonly Operand[];

const token = /\s*(?:%[^\n\r]*|<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+)/gy;

/** Splits a content stream into operations. Inline images are not expected and count as an operator of their own. */
export function operationsOf(stream: Buffer): Operation[] {
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  const open: Operand[][] = [];
  let dictDepth = 0;
  let dictText = '';
  for (const match of stream.toString('latin1').matchAll(token)) {
    const text = match[0].trim();
    if (text === '' || text.startsWith('%')) continue;
    if (text === '<<') dictDepth += 1;
    if (dictDepth > 0) dictText += ` ${text}`;
    if (text === '>>') {
      dictDepth -= 1;
      if (dictDepth === 0) {
        operands.push(dictText.trim());
        dictText = '';
      }
      continue;
    }
    if (dictDepth > 0) continue;
    if (text === '[') {
      open.push(operands);
      operands = [];
    } else if (text === ']') {
      const list = operands;
      operands = open.pop() ?? [];
      operands.push(list);
    } else if (/^[-+.\d]/.test(text)) operands.push(Number(text));
    else if (/^[</(]/.test(text)) operands.push(text);
    else {
      operations.push({ operator: text, operands });
      operands = [];
    }
  }
  return operations;
}

/** Codes of two bytes that a text operator shows. */
export function codesOf({ operands }: Operation): number[] {
  const texts = operands.flat(2).filter((one): one is string => typeof one === 'string' && one.startsWith('<'));
  return texts.flatMap((text) => (text.replace(/[<>\s]/g, '').match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)));
}
