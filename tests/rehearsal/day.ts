import { CLERK, SUPERVISOR } from '../../build/kiosk/clerk.ts';
import type { CardPrinter } from '../print/peers/card-printer.ts';
import { personInQueue, TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { processesOfSession } from '../support/memory/process-tree.ts';
import { beginWith, choosePrinter, finishWith, lockAndOpen, setUp, signIn } from './counter-work.ts';
import type { StartedKiosk } from './packaged-kiosk.ts';
import type { Person } from './person.ts';
import { waitFor } from './shown-window.ts';

/** Everybody whose card is handed over on the first screen, in their order. */
const SERVED = [WILHELMINA, TEODORO, personInQueue(3)] as const;
/** The one after them, under a window manager. */
const LAST = personInQueue(4);
/** All of them: as many the ledger must count. */
export const PEOPLE = SERVED.length + 1;

/** From the first set-up to the third hand-over; a session dies and the screen is locked in between. */
export async function firstDay(
  person: Person,
  kiosk: () => StartedKiosk,
  printer: CardPrinter,
): Promise<void> {
  const [first, second, third] = SERVED;
  await setUp(person);
  await signIn(person, SUPERVISOR, /No card printer is chosen/);
  await choosePrinter(person, printer.uri);
  await lockAndOpen(person, SUPERVISOR, CLERK);
  await person.arriveAt('colleague', 'Next applicant', new RegExp(`Signed in: ${CLERK.name}`));

  await beginWith(person, first);
  await finishWith(person, first, printer);

  await beginWith(person, second);
  await dieAt(person, kiosk(), second.name);
  await finishWith(person, second, printer);

  await beginWith(person, third);
  await lockAndOpen(person, CLERK, CLERK);
  await person.arriveAt('unlocked', 'Card details', new RegExp(lastNameOf(third.name)));
  await finishWith(person, third, printer);
}

/** Stands in one piece on the card, whose lines are short. */
function lastNameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** The session on the screen dies under the clerk's hands. Another takes its place with all that was typed. */
async function dieAt(person: Person, kiosk: StartedKiosk, typed: string): Promise<void> {
  // On the card preview as well: then the core has it, and the keeper.
  const last = lastNameOf(typed);
  await person.arriveAt('before-the-death', 'Card details', new RegExp(`${last}.*${last}`));
  const victim = kiosk.shown();
  if (victim === null) throw new Error('no session is shown');
  process.kill(victim, 'SIGKILL');
  await waitFor(() =>
    kiosk.shown() === victim ? { not: 'the dead session is still the shown one' } : { is: undefined },
  );
  await person.arriveAt('after-the-death', 'Card details', new RegExp(last));
  const left = processesOfSession(victim);
  if (left.length > 0) throw new Error(`processes of the dead session live: ${left.join(', ')}`);
}

/** The kiosk was switched off and on: somebody signs in again, and finds the day as it was. */
export async function signInAgain(person: Person): Promise<void> {
  await person.arriveAt('switched-on', 'Sign in', /Your passphrase/);
  await signIn(person, CLERK, new RegExp(`issued.*Cards.*Signed in: ${CLERK.name}`));
}

/** One more person, up to the next session. */
export async function oneMore(person: Person, printer: CardPrinter): Promise<void> {
  await beginWith(person, LAST);
  await finishWith(person, LAST, printer);
}
