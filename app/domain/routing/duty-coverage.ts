/** A time in which somebody is on duty, end excluded. */
export type DutySpan = { readonly startsAt: Date; readonly endsAt: Date };

/** Times between two instants that no span covers, in order. */
export function gapsIn(spans: readonly DutySpan[], from: Date, until: Date): DutySpan[] {
  const gaps: DutySpan[] = [];
  let covered = from;
  for (const { startsAt, endsAt } of [...spans].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (endsAt <= covered) continue;
    if (startsAt >= until) break;
    if (startsAt > covered) gaps.push({ startsAt: covered, endsAt: startsAt });
    covered = endsAt;
  }
  if (covered < until) gaps.push({ startsAt: covered, endsAt: until });
  return gaps;
}
