import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { FIRST_READER, type ResidentReader } from '../../../shared/residents/look.ts';
import type { Occupant } from '../applications/occupants.ts';
import { storedRecordOf } from '../applications/open-record.ts';
import type { ToldOpen } from '../endings/endings.ts';
import type { StoredApplication } from '../vault/rows.ts';

/** What taking a held application off a resident's screen needs of the kiosk. */
export interface LeaveHeldPort {
  readonly vault: { stored(application: ApplicationId): StoredApplication | null };
  readonly residentScreen: { reader(): ResidentReader | null; startOver(): void };
  readonly sessionReplacement: {
    putAside(occupant: Occupant, application: ApplicationId, told: ToldOpen): Promise<void>;
  };
}

/**
 * A resident goes, and a legal hold keeps what they answered: the session that knew it ends all the same, and the next
 * screen says that nothing was erased.
 */
export function leaveHeld(
  { vault, residentScreen, sessionReplacement }: LeaveHeldPort,
  occupant: Occupant,
  application: ApplicationId,
  outcome: Extract<LastEnding, { kind: 'left' }>['outcome'],
): void {
  const { ticket } = storedRecordOf(vault, application).row;
  const reader = residentScreen.reader() ?? FIRST_READER;
  occupant.leaving = true;
  void sessionReplacement.putAside(occupant, application, {
    ...{ kind: 'left', ...reader, outcome },
    became: { kind: 'held', ticket },
  });
  residentScreen.startOver();
}
