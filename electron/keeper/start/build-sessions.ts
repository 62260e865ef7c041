import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { residentRules } from '../../../shared/residents/resident-rules.ts';
import { type Occupant, occupantShown, openIn } from '../applications/occupants.ts';
import { createOpenAgain } from '../applications/open-again.ts';
import { createSessionReplacement } from '../applications/session-replacement.ts';
import { createEndings } from '../endings/endings.ts';
import { createPresence } from '../kiosk/presence.ts';
import { createScreens } from '../kiosk/screens.ts';
import { createResidentScreen } from '../residents/resident-screen.ts';
import { lossInWords } from '../sessions/lost-sessions.ts';
import type { PoolEvents, SessionPool } from '../sessions/session-pool.ts';
import { createDenials } from '../slips/denials.ts';
import type { Selections } from '../x-display/selections.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type { SessionServices, StorageServices } from './services.ts';

/** What only the running keeper can give. */
export interface KeeperEnvironment {
  readonly keeperFolder: string;
  /** Aborted when the keeper begins to stop: what comes after that from timers and processes finds no files any more. */
  readonly closing: AbortSignal;
  createPool(events: PoolEvents, selections: Selections): SessionPool;
  tell(token: string, event: KeeperEvent): void;
  noSessionStarts(): void;
  /** Only another keeper can go on. */
  startAgain(): void;
}

/** The sessions and their screens. Nobody has told the screens yet what a status is. */
export function buildSessions(
  { closing, outside, unwritten, clock, staff, policies, vault, onBug }: StorageServices,
  { openSelections, say }: Pick<KeeperParts, 'openSelections' | 'say'>,
  environment: KeeperEnvironment,
): SessionServices {
  const selections = openSelections();
  const occupants = new Map<string, Occupant>();
  const screens = createScreens({ occupants, closing, outside, tell: environment.tell });
  const pool = environment.createPool(
    {
      changed: () => screens.refresh(),
      // Its core may have connected: nobody was ever in it.
      spareEnded: ({ token }) => void occupants.delete(token),
      unrecorded(error) {
        unwritten.note('sessions', error !== null);
        if (error !== null) onBug('record of sessions', error);
      },
      lost: (loss) => say(lossInWords(loss)),
      noSessionStarts: environment.noSessionStarts,
    },
    selections,
  );
  const applicationShown = (): ApplicationId | null => {
    const occupant = occupantShown(pool, occupants);
    return occupant === null ? null : openIn(occupant);
  };
  const presence = createPresence({ clock, touched: () => pool.keepSpare(true) });
  const endings = createEndings(clock);
  const openAgain = createOpenAgain(vault);
  const residentScreen = createResidentScreen({
    ...{ staff, clock },
    rules: () => residentRules(policies.inForce.rules),
    isServing: () => applicationShown() !== null,
    isOffered: () => openAgain.ticket !== null,
    isOpen: (application) => vault.openIds().includes(application),
  });
  const sessionReplacement = createSessionReplacement({
    ...{ pool, occupants, endings, residentScreen, screens, onBug },
  });
  return {
    ...{ pool, presence, selections, occupants, screens, endings, openAgain, residentScreen },
    ...{ applicationShown, sessionReplacement, denials: createDenials(staff) },
  };
}
