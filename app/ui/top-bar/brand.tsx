import type { ReactNode } from 'react';

/** The mark: the arch of the adit with one light in it. Its amber is fixed in both themes. */
export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 30 34" aria-hidden="true" focusable="false">
      <path d="M3 32.5V14.5a12 12 0 0 1 24 0v18z" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinejoin="round" />
      <circle cx="15" cy="17" r="9.5" fill="#ffb938" opacity=".25" />
      <circle cx="15" cy="17" r="5" fill="#ffb938" />
    </svg>
  );
}

/** Mark, name and the region's line; leads to the start page. */
export function Brand({ href, name, claim }: { href: string; name: string; claim?: ReactNode }) {
  return (
    <a className="brand" href={href}>
      <BrandMark />
      <span className="brand__name">{name}</span>
      {claim ? <span className="brand__by">{claim}</span> : null}
    </a>
  );
}
