import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import { Severity } from '#app/ui/badge/badge.tsx';
import type { Severity as SeverityCode } from '#app/domain/triage/kinds.ts';
import type { ClockView, TicketView } from './view.ts';

const levels = { S1: 4, S2: 3, S3: 2, S4: 1 } as const;

export function SeverityMark({ severity }: { severity: SeverityCode }) {
  return <Severity level={levels[severity]}>{useLabels().severities[severity]}</Severity>;
}

/** The name of a coded value, or the code where the lists do not know it. */
export function named(names: Readonly<Record<string, string>>, code: string | null | undefined): string {
  return code === null || code === undefined ? '' : (names[code] ?? code);
}

/** Branch and district, coarse: the board names no company. */
export function usePlace(): (ticket: Pick<TicketView, 'companyKind' | 'sectorSection' | 'district'>) => string {
  const labels = useLabels();
  return (ticket) => {
    const who = ticket.companyKind === null || ticket.companyKind === 'business' ? named(labels.sectors, ticket.sectorSection) : named(labels.companyKinds, ticket.companyKind);
    return [who, named(labels.districts, ticket.district)].filter(Boolean).join(', ');
  };
}

/** The clock of a ticket in words; the page does not tick, `now` is when it was made. */
export function useClockWords(now: string): (clock: ClockView) => string {
  const t = useText('office');
  const labels = useLabels();
  const format = useFormat();
  const at = new Date(now).getTime();
  return (clock) => {
    if (clock.dueAt === null) return t('ticket.since', { duration: format.durationSince(at - new Date(clock.since).getTime()) });
    const left = new Date(clock.dueAt).getTime() - at;
    if (clock.kind === 'legal') return t('ticket.legal', { regime: named(labels.regimes, clock.regime), duration: format.duration(left) });
    return left > 0 ? t('ticket.left', { duration: format.duration(left) }) : t('ticket.lateFor', { duration: format.duration(left) });
  };
}
