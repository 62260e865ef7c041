import type { Outcome } from '../../../shared/application/lifecycle.ts';
import { dayOfText } from '../../../shared/calendar.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { PrinterDriver } from '../../../shared/contract/printing/printer.ts';
import type { SearchReport, SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';

/** The card that left with its owner, if one did. */
export interface IssuedCard {
  readonly outcome: Outcome;
  /** Cards printed for the application. */
  readonly attempts: number;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What the last one was printed on. */
  readonly driver: PrinterDriver;
  readonly counted: EndingCount | null;
}

/** What is proven of a wipe. */
export interface ProvenWipe extends IssuedCard {
  readonly custody: CustodyKind;
  readonly search: SearchReport;
  readonly spool: SpoolOutcome;
  readonly processesEnded: number;
}

/** The ledger entries of a proven wipe, in their order. */
export function entriesOfWipe(wipe: ProvenWipe): readonly LedgerEntry[] {
  return [...entriesOfEnding(wipe), wipedEntry(wipe)];
}

/** A card that was handed over, or refused for reasons, is counted, whatever became of its wipe. */
export function entriesOfEnding({
  outcome,
  attempts,
  day: at,
  driver,
  counted,
}: IssuedCard): readonly LedgerEntry[] {
  const day = dayOfText(at);
  if (outcome === 'denied' && counted?.denied) return [{ kind: 'denied', day, ...counted.denied }];
  if (outcome !== 'issued') return [];
  const { again = null, fee = null } = counted ?? {};
  return [
    {
      kind: 'issued',
      day,
      printer: driver,
      attempts: Math.min(99, Math.max(1, attempts)),
    },
    ...(again === null ? [] : [{ kind: 'issued-again' as const, day, ...again }]),
    ...(fee === null ? [] : [{ kind: 'fee' as const, day, settled: fee }]),
  ];
}

function wipedEntry({ day, outcome, custody, search, spool, processesEnded }: ProvenWipe): LedgerEntry {
  const figures = search.kind === 'searched' ? search : { files: 0, bytes: 0, hits: 0 };
  return {
    kind: 'wiped',
    day: dayOfText(day),
    outcome,
    custody,
    search: search.kind,
    files: roundFigure(figures.files),
    bytes: roundFigure(figures.bytes),
    hits: roundFigure(figures.hits),
    processesEnded: roundFigure(processesEnded),
    spool,
  };
}
