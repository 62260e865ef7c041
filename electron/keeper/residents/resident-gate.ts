import type { Ticket } from '../../../shared/contract/ids.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';

/** What a resident who has the screen may bring onto it. Staff may whatever their role lets them. */
export interface ResidentGate {
  /** Only in self-service, and only where nothing waits to be opened again. */
  mayCreate(): boolean;
  /** Only their own, whose session has died: anything else is somebody else's. */
  mayOpen(ticket: Ticket | null): boolean;
  /** A new application is open on the screen. */
  created(): void;
  /** One that was there before is open on the screen again. */
  opened(): void;
}

/** What the gate needs of the kiosk. */
export interface ResidentGatePort {
  readonly residentScreen: {
    language(): ResidentLanguage | null;
    startOver(): void;
    nextVisitor(): void;
  };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  readonly startScreen: { offered(): Ticket | null };
}

/** The gate of one keeper. */
export function createResidentGate({ residentScreen, kiosk, startScreen }: ResidentGatePort): ResidentGate {
  const isGiven = (): boolean => residentScreen.language() !== null;
  // A clerk brings it onto the screen: not for whoever looked at an empty one before.
  const forSomebodyElse = (): void => {
    if (!isGiven()) residentScreen.nextVisitor();
  };
  return {
    mayCreate: () =>
      !isGiven() || (kiosk.forResidents().setting === 'self-service' && startScreen.offered() === null),
    mayOpen: (ticket) => !isGiven() || (ticket !== null && ticket === startScreen.offered()),
    created() {
      forSomebodyElse();
      residentScreen.startOver();
    },
    opened: forSomebodyElse,
  };
}
