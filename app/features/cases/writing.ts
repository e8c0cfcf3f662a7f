import type { CaseStep } from '#app/domain/case/case-machine.ts';
import type { Consequences } from '#app/domain/case/consequences.ts';
import type { LegalRules } from '#app/domain/deadlines/legal.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { CaseMove } from '../case-moves.ts';
import type { ActRecord, CasePeople, KeyGrants, Random } from '../ports.ts';
import type { CaseLinks, CaseTimers, CaseWrites, LockedCase } from './ports.ts';

/** What the writer of cases works with, on one transaction. */
export type WriterParts = ActRecord & {
  readonly cases: CaseWrites;
  readonly timers: CaseTimers;
  readonly people: CasePeople;
  readonly keyGrants: KeyGrants;
  readonly random: Random;
  readonly links: CaseLinks;
  readonly legalRules: LegalRules;
  /** Rules and calendar that hold around a moment. */
  serviceClock(at: Date): ServiceClock;
};

/** A step on its way into the store: the case as it was under its lock, and what the machine has decided. */
export type Writing = { readonly parts: WriterParts; readonly move: CaseMove; readonly held: LockedCase; readonly step: CaseStep; readonly consequences: Consequences };
