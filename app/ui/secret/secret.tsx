import type { ReactNode } from 'react';

/** A code to write down or to type: groups large and in one width. It is read aloud group by group. */
export function Secret({ label, groups, words }: { label: ReactNode; groups: readonly string[]; /** The groups are words, set in text face. */ words?: boolean }) {
  return (
    <div className="secret">
      <p className="secret__label">{label}</p>
      <p className={words ? 'secret__groups secret__groups--words' : 'secret__groups'} translate="no">
        {groups.map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </p>
    </div>
  );
}

/** A QR code from its rows of `1` (dark) and `0`, dark on white in both themes. What it holds also stands beside it as text. */
export function QrCode({ title, rows }: { title: string; rows: readonly string[] }) {
  const quiet = 4;
  const size = rows.length + 2 * quiet;
  const dark = rows.flatMap((row, y) => [...row].flatMap((cell, x) => (cell === '1' ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
