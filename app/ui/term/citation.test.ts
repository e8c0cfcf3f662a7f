import { expect, test } from 'vitest';
import { unbroken } from './citation.ts';

test.each([
  ['Art. 33 Abs. 1 DSGVO', 'Art.\u00a033 Abs.\u00a01 DSGVO'],
  ['§ 30 Abs. 1 VVG, Versicherungsvertrag', '§\u00a030 Abs.\u00a01 VVG, Versicherungsvertrag'],
  ['§ 32 Abs. 1 Nr. 2 Buchst. b BSIG', '§\u00a032 Abs.\u00a01 Nr.\u00a02 Buchst.\u00a0b BSIG'],
  ['Versicherungsvertrag', 'Versicherungsvertrag'],
])('a provision of %s does not come apart', (citation, shown) => {
  expect(unbroken(citation)).toBe(shown);
});
