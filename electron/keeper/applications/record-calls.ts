import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import { type ApplicationEvent, advance, stateText } from '../../../shared/application/lifecycle.ts';
import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printing/printer.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ActTime } from '../outbox/outbox.ts';
import { shownAfterAnswer } from '../printing/shown-after-answer.ts';
import { checkTrayForLateCard } from '../tray/late-cards.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { Occupant } from './occupants.ts';
import { applicationIn, recordOf } from './open-record.ts';

type RecordCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'keepAnswers'
  | 'keepFee'
  | 'keepOldCardDestroyed'
  | 'confirmDocuments'
  | 'keepPhoto'
  | 'dropPhoto'
  | 'tellCard'
  | 'fingerprints'
  | 'lookUpKey'
>;

/** What changing a record needs of the kiosk. */
export interface RecordPort {
  /** A refusal that stands: any change ends it. */
  readonly denials: { changed(occupant: Occupant): void };
  readonly vault: ApplicationReader & {
    together(bytes: number, writes: () => void): void;
    setState(application: ApplicationId, state: ReachedState): void;
    setStage(application: ApplicationId, stage: PrintStage | null, ending?: PrintEnding | null): void;
    store(application: ApplicationId, column: 'answers' | 'photo' | 'tray', sealed: Uint8Array | null): void;
    made(application: ApplicationId): readonly Uint8Array[];
  };
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly outbox: { enqueue(entries: readonly LedgerEntry[]): void; flush(): void; now(): ActTime };
  readonly cardLookUp: { key(): Uint8Array };
  readonly screens: { refresh(): void };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  /** Makes a print worker ready for an application that began under this policy. */
  prepareWorker(policy: PolicyHash): void;
}

/** What is written together with the state that an act leads to. */
interface Written {
  /** Of sealed parts. */
  readonly bytes: number;
  write(application: ApplicationId): void;
}

const NOTHING_ELSE: Written = { bytes: 0, write: () => undefined };

/** Reads and changes the record of the application that this session has open. */
export function recordCalls(port: RecordPort, occupant: Occupant): RecordCalls {
  const { vault, cardLookUp, screens, snapshots } = port;

  /**
   * One act of the clerk: the state that it leads to and what is written with it, in one transaction. So nothing is
   * printed that was not read back after its last change, also where the session dies in the middle.
   */
  function act(event: ApplicationEvent, { bytes, write }: Written): Answer<ApplicationSnapshot> {
    const application = applicationIn(occupant);
    const { row, state } = recordOf(vault, application);
    const next = advance(state, event);
    if (!next.ok) return err({ kind: 'not-now' });
    const isMoved = stateText(next.value) !== stateText(state);
    vault.together(bytes, () => {
      if (isMoved) vault.setState(application, next.value);
      write(application);
    });
    // Only now: what the disk did not take has changed nothing, and the refusal is still about the application.
    port.denials.changed(occupant);
    if (isMoved) screens.refresh();
    // Only its read-back is left: whoever prints soon finds a worker that has loaded all it needs.
    if (next.value.kind === 'photographed') port.prepareWorker(row.policy);
    return ok(snapshots.of(application));
  }

  function storing(column: 'answers' | 'photo', sealed: Uint8Array): Written {
    return {
      bytes: sealed.byteLength,
      write: (application) => vault.store(application, column, sealed),
    };
  }

  /** The printer made it, and only the clerk says that it is not there: counted, and looked for by whoever comes next. */
  function countMissingCard(application: ApplicationId): void {
    vault.store(application, 'tray', null);
    port.outbox.enqueue([{ kind: 'spoiled', day: port.outbox.now().day, reason: 'not-collected' }]);
    checkTrayForLateCard(port.trayChecks);
  }

  return {
    keepAnswers: ({ sealed }) => act({ kind: 'clerk-edited' }, storing('answers', sealed)),
    keepFee: ({ sealed }) => act({ kind: 'clerk-settled-fee' }, storing('answers', sealed)),
    keepOldCardDestroyed: ({ sealed }) =>
      act({ kind: 'clerk-destroyed-old-card' }, storing('answers', sealed)),
    confirmDocuments() {
      const application = applicationIn(occupant);
      const { row, state } = recordOf(vault, application);
      if (state.kind !== 'draft') return ok(snapshots.of(application));
      return act({ kind: 'clerk-checked', photo: row.photo === null ? 'none' : 'taken' }, NOTHING_ELSE);
    },
    keepPhoto({ sealed }) {
      const { state } = recordOf(vault, applicationIn(occupant));
      if (state.kind === 'draft') return err({ kind: 'documents-incomplete' });
      return act({ kind: 'clerk-photographed' }, storing('photo', sealed));
    },
    dropPhoto: () =>
      act(
        { kind: 'clerk-dropped-photo' },
        {
          bytes: 0,
          write: (application) => vault.store(application, 'photo', null),
        },
      ),
    tellCard({ found }) {
      const { stage, ending } = shownAfterAnswer(found);
      const isMissing = !found && recordOf(vault, applicationIn(occupant)).state.kind === 'printed';
      const told = act(
        { kind: found ? 'clerk-found-card' : 'clerk-found-no-card' },
        {
          bytes: 0,
          write(application) {
            vault.setStage(application, stage, ending);
            if (isMissing) countMissingCard(application);
          },
        },
      );
      if (isMissing) port.outbox.flush();
      return told;
    },
    fingerprints: () => ok({ sealed: [...vault.made(applicationIn(occupant))] }),
    lookUpKey: () => ok({ key: cardLookUp.key() }),
  };
}
