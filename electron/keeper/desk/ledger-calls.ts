import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { dayText } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { DaySheet } from '../../../shared/contract/supervision.ts';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { recordAct } from './record-act.ts';

type LedgerCalls = Pick<Handlers<typeof keeperCalls>, 'verifyLedger' | 'exportLedger' | 'takeCheckpoint'>;

/** The ledger on the supervisor's screen. */
export function ledgerCalls(desk: Desk, occupant: Occupant): LedgerCalls {
  return {
    verifyLedger() {
      const verdict = desk.ledger.verify();
      if (!verdict.ok) {
        return ok({ kind: 'broken', sequence: verdict.error.sequence, reason: verdict.error.reason });
      }
      const { count, head } = verdict.value;
      return ok({ kind: 'holds', entries: count, head: head?.hash ?? '' });
    },
    exportLedger({ format }) {
      const folder = desk.about.exportFolder;
      if (folder === null) return err({ kind: 'no-export-folder' });
      const file = `${nameOf(desk, 'ledger')}.${format}`;
      writeDurably(join(folder, file), desk.ledger.export(format));
      return ok({ file });
    },
    takeCheckpoint({ way }) {
      const folder = desk.about.exportFolder;
      if (way === 'stick' && folder === null) return err({ kind: 'no-export-folder' });
      const spokenFor = desk.ledger.head();
      if (spokenFor === undefined) return err({ kind: 'not-now' });
      // Counted first: the checkpoint that leaves then covers the entry that says so.
      recordAct(desk, () => ({
        kind: 'checkpoint-taken',
        utc: desk.clock.now(),
        by: actorOf(desk, occupant, 'takeCheckpoint').member,
        way,
        entries: spokenFor.sequence,
      }));
      const checkpoint = desk.ledger.checkpoint();
      if (checkpoint === undefined) throw new Error('a ledger with entries has no checkpoint');
      const sheet: DaySheet = {
        kioskName: desk.kiosk()?.name ?? '',
        day: dayText(desk.clock.today()),
        sequence: checkpoint.sequence,
        head: checkpoint.hash,
        key: fingerprint(createHash('sha256').update(checkpoint.publicKey, 'base64').digest('hex')),
        counts: desk.ledger.counts(desk.clock.today()),
      };
      desk.broadcast();
      if (way === 'day-sheet' || folder === null) return ok({ sheet, file: null });
      const file = `${nameOf(desk, 'checkpoint')}.json`;
      writeDurably(join(folder, file), [`${JSON.stringify(checkpoint, null, 2)}\n`]);
      return ok({ sheet, file });
    },
  };
}

/** A file's name that tells kiosk, day and head apart on a stick that goes from counter to counter. */
function nameOf(desk: Desk, what: 'ledger' | 'checkpoint'): string {
  const kiosk = desk.kiosk()?.identifier.slice(0, 8) ?? 'kiosk';
  return `counterfoil-${what}-${kiosk}-${dayText(desk.clock.today())}-${desk.ledger.head()?.sequence ?? 0}`;
}

/** Written and on the stick when it returns: people pull sticks out at once. @throws the file system's errors. */
function writeDurably(path: string, parts: Iterable<string>): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const part of parts) writeSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
