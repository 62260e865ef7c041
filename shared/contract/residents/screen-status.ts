import { z } from 'zod';
import { type KioskStatus, kioskStatus } from '../status.ts';
import { suspension } from '../suspension/suspension-status.ts';
import { type LastEnding, type ResidentsEnding, residentsEnding } from './last-ending.ts';

/**
 * What a page is told while a resident has its screen: what their screens show, and nothing of staff, of other applications,
 * of counts or of holds. Not the kiosk's status with blanks in it: what is added there is not added here.
 */
const residentsScreenStatus = z.object({
  holder: z.literal('resident'),
  ...kioskStatus.pick({
    today: true,
    timeZone: true,
    practice: true,
    residents: true,
    screenLocked: true,
    newOnesAreHeld: true,
    openNext: true,
    shown: true,
    runtime: true,
    build: true,
  }).shape,
  suspensions: z.array(suspension.pick({ source: true, since: true, notice: true })),
  lastEnding: residentsEnding,
});
export type ResidentsScreenStatus = z.infer<typeof residentsScreenStatus>;

/** Staff have the screen, signed in or not. */
const staffsScreenStatus = z.object({ holder: z.literal('staff'), ...kioskStatus.shape });

/** The kiosk's status as a page is told it, by who has its screen. */
export const screenStatus = z.discriminatedUnion('holder', [staffsScreenStatus, residentsScreenStatus]);
export type ScreenStatus = z.infer<typeof screenStatus>;

function endingForResidents(ending: LastEnding): ResidentsEnding {
  return ending.kind === 'ticket' || ending.kind === 'left' ? ending : { kind: 'none' };
}

/** The part of a status that a resident's screens need. */
function residentsPart(status: KioskStatus): ResidentsScreenStatus {
  const {
    today,
    timeZone,
    practice,
    residents,
    screenLocked,
    newOnesAreHeld,
    openNext,
    shown,
    runtime,
    build,
  } = status;
  return {
    ...{
      holder: 'resident',
      today,
      timeZone,
      practice,
      residents,
      screenLocked,
      newOnesAreHeld,
      openNext,
      shown,
      runtime,
      build,
    },
    suspensions: status.suspensions.map(({ source, since, notice }) => ({ source, since, notice })),
    lastEnding: endingForResidents(status.lastEnding),
  };
}

/** What the page of a session is told of this status: while a resident has the screen, and while it is locked behind one. */
export function screenStatusOf(status: KioskStatus): ScreenStatus {
  const { atScreen, handedBack } = status.residents;
  // Locked behind a resident: they may still stand before it.
  return atScreen || handedBack !== null ? residentsPart(status) : { holder: 'staff', ...status };
}
