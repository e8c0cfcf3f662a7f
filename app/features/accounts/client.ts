import type { Device } from './ports.ts';

/** Where a request comes from, as the server sees it. `browserMarks`: what this browser keeps of earlier sign-ins, see known-browser.server.ts. */
export type Client = { readonly address: string; readonly userAgent: string; readonly browserMarks?: string | null };

/** IPv4 /24 or IPv6 /64: what one connection usually changes within. */
export function addressPrefix(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  const parts = plain.split('.');
  if (parts.length === 4) return `${parts.slice(0, 3).join('.')}.0/24`;
  if (!plain.includes(':')) return 'unknown';
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase()}::/64`;
}

export function deviceOf(client: Client): Device {
  return { userAgent: client.userAgent, addressPrefix: addressPrefix(client.address) };
}
