/** Advance widths of a TrueType program in thousandths of an em, by glyph; null for what is no such program. */
export function advanceWidths(program: Buffer): number[] | null {
  const tables = new Map<string, Buffer>();
  const count = program.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const start = program.readUInt32BE(at + 8);
    tables.set(program.toString('latin1', at, at + 4), program.subarray(start, start + program.readUInt32BE(at + 12)));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  if (!head || !hhea || !hmtx || !maxp) return null;
  const unitsPerEm = head.readUInt16BE(18);
  const metrics = hhea.readUInt16BE(34);
  return Array.from({ length: maxp.readUInt16BE(4) }, (_, glyph) => (hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm);
}
