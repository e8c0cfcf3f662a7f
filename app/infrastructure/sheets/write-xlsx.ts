import writeXlsxFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import type { SheetFiles } from '#app/features/checklists/ports.ts';

/** Format „text“: also a cell that somebody edits by hand does not become a formula or a date. */
const asText = '@';

export const writeXlsx: SheetFiles['writeXlsx'] = async (rows, { name, widths, choices }) => {
  const data: SheetData = rows.map((row, index) =>
    row.map((cell) => ({ value: printable(cell), type: String, format: asText, wrap: true, alignVertical: 'top', ...(index === 0 ? { fontWeight: 'bold' } : {}) })),
  );
  const lists = choices.map(({ column, values }) => {
    const letter = letterOf(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${Math.max(rows.length, 2)}"><formula1>"${escapeXml(values.join(','))}"</formula1></dataValidation>`;
  });
  const insert = () => `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  const features = lists.length === 0 ? [] : [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { insert } } } }];
  const file = writeXlsxFile(data, { sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }, { features });
  return file.toBuffer();
};

/**
 * XML knows no control characters but tab and line breaks, and no half characters. The writer looks texts up in a plain object, so
 * that one like `constructor` would name no text of the file: a space behind it, which no reader keeps, makes it another.
 */
function printable(text: string): string {
  const plain = text in {} ? `${text} ` : text;
  return plain.replace(/\p{Surrogate}/gu, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** A to Z for columns 1 to 26. */
function letterOf(column: number): string {
  return String.fromCharCode(64 + column);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
