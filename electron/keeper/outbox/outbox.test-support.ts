import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LedgerDetail } from '../../../shared/ledger/ledger-detail.ts';
import type { Clock } from '../clock.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesIn, exported } from '../ledger/entries.test-support.ts';
import { type Ledger, type LedgerView, openLedger } from '../ledger/ledger.ts';
import { DELIVERY } from '../signing/signing.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import type { Vault } from '../vault/vault.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPendingEntries, type EntryKey } from './pending-entries.ts';

/** A real outbox between a vault and a ledger of its own. */
export interface OutboxStage {
  readonly outbox: Outbox;
  readonly ledger: LedgerView;
  /** Where the ledger's file lies. */
  readonly folder: string;
  /** The ledger takes nothing while this is set. */
  readonly fault: { full: boolean };
  /** What went wrong behind everybody's back, and how often traces were erased. */
  readonly noted: { bugs: string[]; erased: number };
  /** What the ledger has, without its opening. */
  written(): ReturnType<typeof entriesIn>;
  /** The same, and what rests on its way there. */
  entries(): ReturnType<typeof entriesIn>;
  /** How much the policy has the ledger tell. */
  readonly detail: { outcomes: LedgerDetail['outcomes']; period: LedgerDetail['period'] };
}

/** Acts in this vault are dated by this clock. `entryKey`: whether it can be signed; else somebody has signed in. */
export function outboxOn(
  vault: Vault,
  clock: Pick<Clock, 'now' | 'today' | 'dateAt' | 'startOf'>,
  entryKey: EntryKey = DELIVERY.key,
): OutboxStage {
  const key = randomGuardedKey();
  const folder = workingFolder();
  const opened = openLedger(join(folder, 'ledger.db'), () => key);
  if (!opened.ok) throw new Error('no ledger');
  const ledger = opened.value;
  onTestFinished(ledger.close);
  const fault = { full: false };
  const noted: OutboxStage['noted'] = { bugs: [], erased: 0 };
  const disturbed: Ledger = {
    ...ledger,
    appendAll(entries) {
      if (fault.full) throw new Error('disk full');
      ledger.appendAll(entries);
    },
  };
  const publicKey = createHash('sha256').update(key.publicKey).digest('hex');
  ledger.append({ kind: 'opened', utc: 1, kiosk: 'c'.repeat(32), key: publicKey });
  const written: OutboxStage['written'] = () => entriesIn(ledger).slice(1);
  const detail: OutboxStage['detail'] = { outcomes: 'each', period: 'day' };
  const outbox = createOutbox({
    ...{ database: vault.database, kiosk: vault.kiosk },
    pending: createPendingEntries(
      {
        ...{ ...vault, ...DELIVERY, clock: { ...clock, now: DELIVERY.clock.now } },
        ...{ key: entryKey, ledger: disturbed, detail: () => detail },
      },
      () => null,
    ),
    clock,
    detail: () => detail,
    traces: {
      erase() {
        noted.erased += 1;
        return true;
      },
    },
    onBug: (where) => void noted.bugs.push(where),
  });
  return {
    outbox,
    ledger,
    folder,
    fault,
    noted,
    detail,
    written,
    entries: () => [...written(), ...outbox.resting().map(exported)],
  };
}
