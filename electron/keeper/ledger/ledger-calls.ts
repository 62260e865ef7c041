import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { exportName, hashInName } from '../disk/export-names.ts';
import { refusalOfDrive, saveExport } from '../disk/save-export.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, hasSupervisorOrIt } from '../staff/actor.ts';
import type { LedgerReader } from './ledger.ts';
import type { EntryCalendar } from './read-entries.ts';
import { readTypedCheckpoint } from './typed-checkpoint.ts';

type LedgerCalls = Pick<Handlers<typeof keeperCalls>, 'verifyLedger' | 'readLedger'> &
  Pick<ApprovableHandlers, 'exportLedger' | 'takeCheckpoint'>;

/** What looking at the ledger and taking it away needs of the kiosk. */
export interface LedgerPort extends ActorsPort {
  readonly ledger: LedgerReader;
  readonly kiosk: { read(): KioskIdentity | null };
  readonly clock: EntryCalendar & { today(): CalendarDate };
  /** Who works here, to name whoever an entry is about as long as they do. */
  readonly staff: ActorsPort['staff'] & {
    members(): readonly { readonly member: MemberId; readonly name: string }[];
  };
  readonly outbox: EntryRecorder & { waiting(): number };
  readonly screens: { refresh(): void };
  /** The sheet of the ledger's head as it is now. */
  makeDaySheet(): DaySheet;
  /** Where exports and checkpoints are written (a stick), or nowhere. */
  readonly exportFolder: string | null;
}

/** The ledger on the supervisor's screen. */
export function ledgerCalls(port: LedgerPort): LedgerCalls {
  return {
    verifyLedger({ checkpoint }) {
      const typed = checkpoint === null ? null : readTypedCheckpoint(checkpoint, port.ledger.keys());
      if (typed?.ok === false) return ok({ kind: 'no-checkpoint', why: typed.error });
      const kept = typed?.value;
      // Before anything is said of this ledger: a sheet of another counter is no sign of anything.
      if (kept?.kiosk !== undefined && kept.kiosk !== port.ledger.checkpoint()?.kiosk)
        return ok({ kind: 'no-checkpoint', why: 'other-kiosk' });
      const verdict = port.ledger.verify({ checkpoint: kept });
      if (!verdict.ok) {
        return ok({ kind: 'broken', sequence: verdict.error.sequence, reason: verdict.error.reason });
      }
      const { count, head } = verdict.value;
      return ok({
        ...{ kind: 'valid', entries: count, head: head?.hash ?? '' },
        checkpoint: kept?.sequence ?? null,
      });
    },
    readLedger({ filter, before }) {
      const page = port.ledger.read(port.clock, filter, before);
      const names = port.staff.members().map(({ member, name }) => ({ member, name }));
      return ok({ entries: [...page.entries], before: page.before, names });
    },
    exportLedger({ format }, approval) {
      if (!hasSupervisorOrIt(port, approval, { act: 'exportLedger', format }))
        return err({ kind: 'not-allowed' });
      const file = exportName('ledger', port.kiosk.read()?.identifier, dayAndHead(port), format);
      return saveExport(port.exportFolder, file, port.ledger.export(format));
    },
    takeCheckpoint({ way }, approval) {
      if (!hasSupervisorOrIt(port, approval, { act: 'takeCheckpoint', way }))
        return err({ kind: 'not-allowed' });
      // Before the entry, which says that the head has left.
      const refusal = way === 'stick' ? refusalOfDrive(port.exportFolder) : null;
      if (refusal !== null) return err(refusal);
      const spokenFor = port.ledger.head();
      if (spokenFor === undefined) return err({ kind: 'not-now' });
      // Counted first: the checkpoint that leaves then covers the entry that says so, and none leaves without one. A drive that
      // fails from here on leaves an entry without a file, which is told.
      port.outbox.record(({ utc }) => ({
        kind: 'checkpoint-taken',
        utc,
        by: actorOf(port, approval).member,
        way,
        entries: spokenFor.sequence,
      }));
      port.screens.refresh();
      // What left now would be the head from before, and say that it covers more.
      if (port.outbox.waiting() > 0) return err({ kind: 'not-written' });
      if (way === 'day-sheet') return ok({ sheet: port.makeDaySheet(), file: null });
      const file = exportName('checkpoint', port.kiosk.read()?.identifier, dayAndHead(port), 'json');
      const text = `${JSON.stringify(port.ledger.checkpoint(), null, 2)}\n`;
      const saved = saveExport(port.exportFolder, file, [text]);
      if (saved.ok) return ok({ sheet: null, file });
      const why = saved.error.kind === 'file-not-saved' ? saved.error.why : 'failed';
      return err({ kind: 'checkpoint-not-saved', why });
    },
  };
}

/** Tells files of one kiosk apart, also of one that went on from an older copy, and came to another head of the same number. */
function dayAndHead({ clock, ledger }: LedgerPort): string {
  const head = ledger.head();
  const which = head === undefined ? '0' : `${head.sequence}-${hashInName(head.hash)}`;
  return `${dayText(clock.today())}-${which}`;
}
