import { refused } from '#app/http/respond.ts';

export const handle = { audience: 'public' };

export function loader(): never {
  throw refused({ code: 'not_found' });
}

export default function NotFound() {
  return null;
}
