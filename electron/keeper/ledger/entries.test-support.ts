import { z } from 'zod';
import { dayText } from '../../../shared/calendar.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import type { Services } from '../start/services.ts';
import type { Ledger } from './ledger.ts';

const exportedEntry = z.object({
  kind: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** An entry as it is exported, its kind and its fields side by side. */
type ExportedEntry = Readonly<Record<string, string | number>> & { readonly kind: string };

/** Every entry of a ledger, in order. */
export function allEntriesIn(ledger: { export: Services['ledger']['export'] }): readonly ExportedEntry[] {
  // The first line has signatures, and no entry.
  const [, ...lines] = [...ledger.export('ndjson')].join('').trim().split('\n');
  return lines.map((line) => {
    const { kind, fields } = exportedEntry.parse(JSON.parse(line));
    return { ...fields, kind };
  });
}

/** Every entry of a ledger, in order, but those by which a key takes over: they come after so many acts that tests of acts would be about them. */
export function entriesIn(ledger: { export: Services['ledger']['export'] }): readonly ExportedEntry[] {
  return allEntriesIn(ledger).filter(({ kind }) => kind !== 'key-rolled');
}

/** Every entry of a keeper's ledger, in order, and those that rest on their way there, in none. */
export function entriesOf({ services }: RunningKeeper): readonly ExportedEntry[] {
  return [...entriesIn(services.ledger), ...services.outbox.resting().map(exported)];
}

/** The kinds of those, by their names: for what rests has no order. */
export function sortedKinds(keeper: RunningKeeper): readonly string[] {
  return entriesOf(keeper)
    .map(({ kind }) => kind)
    .sort();
}

/** An entry as the ledger would export it. */
export function exported({ kind, ...fields }: LedgerEntry): ExportedEntry {
  const told = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'object' ? dayText(value) : value,
  ]);
  return { ...z.record(z.string(), z.union([z.string(), z.number()])).parse(Object.fromEntries(told)), kind };
}

/** Lets the disk of a running keeper's ledger be full, until it has room. */
export function fullLedger(services: Services): { hasRoom: boolean } {
  const disk = { hasRoom: false };
  const file = writableLedger(services);
  const write = file.appendAll;
  file.appendAll = (entries) => {
    if (!disk.hasRoom) throw new Error('disk full');
    write(entries);
  };
  return disk;
}

/** What the keeper's features only read is the same object that its pending entries write to. */
export function writableLedger({ ledger }: Pick<Services, 'ledger'>): Ledger {
  if (!isWritable(ledger)) throw new Error('a ledger that nobody can write to');
  return ledger;
}

function isWritable(ledger: Services['ledger']): ledger is Ledger {
  return 'appendAll' in ledger;
}
