import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import type { FilesFit } from './files-fit.ts';
import type { GoingOn } from './go-on-by-ledger.ts';

type MisfitCalls = Pick<ApprovableHandlers, 'acceptMisfit'>;

/** What letting a kiosk go on needs of it. */
export interface MisfitPort extends ActorsPort {
  readonly filesFit: FilesFit;
  readonly custody: { destroy(application: ApplicationId): boolean };
  readonly outbox: EntryRecorder & { flush(): void };
  readonly screens: { refresh(): void };
  /** Slots of nobody, which are overwritten. */
  surplusSlots(): readonly ApplicationId[];
  /** Inside the vault's transaction; see `goOnByLedger`. Notes as well that nothing is amiss any more. */
  goOn(ending: readonly ApplicationId[], at: GoingOn): readonly LedgerEntry[];
  /** Ends this keeper in order: the next one opens files that fit. */
  startAgain(): void;
}

/** Two supervisors, by the ledger, let a kiosk go on whose files do not fit together. */
export function misfitCalls(port: MisfitPort): MisfitCalls {
  const { filesFit, custody, outbox, screens } = port;
  return {
    acceptMisfit({ misfits, reason }, approval) {
      if (!covers(approval, { act: 'acceptMisfit', misfits, reason })) return err({ kind: 'not-allowed' });
      const found = filesFit.now();
      if (found === null) return err({ kind: 'not-now' });
      const kinds = found.misfits.map(({ kind }) => kind);
      // What was read on the screen, and nothing that came since.
      if (kinds.length !== misfits.length || !kinds.every((kind) => misfits.includes(kind)))
        return err({ kind: 'not-now' });
      const [by, second] = [actorOf(port, approval).member, secondOf(approval).member];
      // Whoever has the disk can write a supervisor into the vault, and none into the ledger.
      if (!filesFit.isOfTwo(by)) return err({ kind: 'not-by-ledger' });
      if (!filesFit.isOfTwo(second)) return err({ kind: 'not-a-second-person' });
      if (found.wayOn !== 'two-supervisors') return err({ kind: 'misfit-stays', why: found.wayOn });
      const ending = filesFit.ending();
      // Before the rows: a crash in between leaves applications without a key, which is a misfit still.
      const slots = [...ending, ...filesFit.unfinished(), ...port.surplusSlots()];
      if (!slots.every((application) => custody.destroy(application))) return err({ kind: 'not-written' });
      outbox.record(({ utc }) => {
        const applications = roundFigure(ending.length);
        const entries = port.goOn(ending, { by, utc });
        return [
          ...kinds.map(
            (misfit) => ({ kind: 'misfit-accepted', utc, by, second, misfit, reason, applications }) as const,
          ),
          ...entries,
        ];
      });
      filesFit.accepted();
      outbox.flush();
      screens.refresh();
      port.startAgain();
      return ok({});
    },
  };
}
