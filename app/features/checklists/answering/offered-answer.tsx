import type { OfferedLine } from './offered-line.ts';

/** An earlier answer with all it says: parts, whose word it is, reason, note. */
export function OfferedAnswer({ line: { answer, more } }: { line: OfferedLine }) {
  return (
    <>
      {answer}
      <OfferedMore more={more} />
    </>
  );
}

export function OfferedMore({ more }: Pick<OfferedLine, 'more'>) {
  return more.map((text) => (
    <span key={text} className="muted">
      <br />
      {text}
    </span>
  ));
}
