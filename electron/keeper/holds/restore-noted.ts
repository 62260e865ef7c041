import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { BrokenLedger, LedgerView } from '../ledger/ledger.ts';
import { dropPending, oweUnsigned, type Pending, pendingIn } from '../outbox/pending-entries.ts';
import type { Vault } from '../vault/vault.ts';
import { countAtLeast, restoreOnEverything, standingIn } from './holds.ts';
import type { HoldSet, HoldsBesideVault, NotedHold } from './holds-beside-vault.ts';

/** What a start does with the holds that are written down beside its vault. */
export interface NotedAtStart {
  /** The ledger has them. */
  readonly entered: readonly string[];
  /** Neither the ledger has them, nor do they wait for it. `stands`: the vault has the hold itself. */
  readonly lacking: readonly { readonly entry: HoldSet; readonly stands: boolean }[];
  /** The numbers of entries that wait, and would bring one of them into a ledger once more: into this one, or one that is put in its place. */
  readonly repeated: readonly number[];
}

/** What the holds beside a vault are judged by. */
export interface JudgedBy {
  readonly vault: Pick<Vault, 'database' | 'kiosk'>;
  readonly ledger: LedgerView;
  /** Whether this kiosk came after the one of that identifier, or nobody knows. Asked of others than its own. */
  cameAfter(kiosk: string): boolean;
}

/**
 * What becomes of the holds that were noted for this kiosk, or for one that it came after: nobody but its staff can lift those any more.
 * Those of any other one are left alone. Only reads. The ledger is followed by its chain: no index is believed.
 */
export function judgeNoted(
  noted: readonly NotedHold[],
  { vault, ledger, cameAfter }: JudgedBy,
): Result<NotedAtStart, BrokenLedger> {
  const kiosk = vault.kiosk.read()?.identifier;
  const own = noted.filter((each) => each.kiosk === kiosk || cameAfter(each.kiosk)).map(({ entry }) => entry);
  if (own.length === 0) return ok({ entered: [], lacking: [], repeated: [] });
  const collected = ledger.collect((kind) => kind === 'hold-set' || kind === 'hold-lifted');
  if (!collected.ok) return collected;
  const inLedger = holdsOf(collected.value);
  const head = ledger.head()?.sequence ?? 0;
  const standing = standingIn(vault.database);
  const pending = pendingIn(vault.database);
  // One whose place was counted by an older ledger, and is taken in this one, would be dropped as if it were written.
  const isWaiting = ({ sequence }: Pending): boolean => sequence === null || sequence > head;
  const waiting = holdsOf(pending.filter(isWaiting).map(({ entry }) => entry));
  const isLacking = ({ hold }: HoldSet): boolean => !inLedger.has(hold) && !waiting.has(hold);
  const repeatedOf = ({ hold }: HoldSet): readonly Pending[] => {
    const rows = pending.filter(({ entry }) => entry.kind === 'hold-set' && entry.hold === hold);
    // What is written already says that the vault knows of it.
    if (inLedger.has(hold)) return rows.filter(isWaiting);
    const kept = rows.find(isWaiting);
    return rows.filter((row) => row !== kept);
  };
  return ok({
    entered: own.map(({ hold }) => hold).filter((hold) => inLedger.has(hold)),
    lacking: own.filter(isLacking).map((entry) => ({ entry, stands: standing.has(entry.hold) })),
    repeated: own.flatMap(repeatedOf).map(({ number }) => number),
  });
}

/** Which holds were set by these entries, or lifted. */
function holdsOf(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === 'hold-set' || entry.kind === 'hold-lifted' ? [entry.hold] : [],
    ),
  );
}

/**
 * Has them stand again, on everything: what one of them was to keep in another vault, nobody can tell in this one. Their entries wait for the
 * ledger as those of the vault's own, each once: beside an older ledger, one whose place is taken in this one would wait again. All of it, or
 * nothing.
 */
export function restoreNoted(
  vault: Vault,
  ledger: LedgerView,
  { lacking, repeated }: Pick<NotedAtStart, 'lacking' | 'repeated'>,
): void {
  if (lacking.length === 0 && repeated.length === 0) return;
  const { database } = vault;
  database.transaction(() => {
    dropPending(database, repeated);
    for (const { entry, stands } of lacking)
      if (stands) countAtLeast(database, entry.hold, entry.applications);
      else restoreOnEverything(vault, entry);
    oweUnsigned(
      { database, ledger },
      lacking.map(({ entry }) => entry),
    );
  })();
}

/**
 * Writes down beside a vault that does not fit the holds that it has alone: also those of a version before this one, and of a start that
 * ended before they were. What the disk does not take is told, and tried at the next start.
 */
export function noteWaiting({
  vault: { database },
  holdsBeside,
  diskLog,
}: {
  readonly vault: Pick<Vault, 'database'>;
  readonly holdsBeside: Pick<HoldsBesideVault, 'note'>;
  readonly diskLog: { failed(where: string, error: unknown): void };
}): void {
  const standing = standingIn(database);
  try {
    for (const { entry } of pendingIn(database))
      if (entry.kind === 'hold-set' && standing.has(entry.hold)) holdsBeside.note(entry);
  } catch (error) {
    diskLog.failed('legal holds beside the vault', error);
  }
}
