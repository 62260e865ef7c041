import { execFileSync } from 'node:child_process';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR, type TypedApplication } from '../../build/kiosk/clerk.ts';
import type { CardPrinter } from '../print/peers/card-printer.ts';
import type { Person } from './person.ts';

/** The first run: names and passphrases, where keys are kept, and with it that the rehearsal begins; no recovery codes. */
export async function setUp(person: Person): Promise<void> {
  await person.arriveAt('set-up', 'Set up this kiosk', /Name of this kiosk/);
  const values = [
    'City Hall, desk 2',
    SUPERVISOR.name,
    SUPERVISOR.passphrase,
    SUPERVISOR.passphrase,
    SECOND_SUPERVISOR.name,
    SECOND_SUPERVISOR.passphrase,
    SECOND_SUPERVISOR.passphrase,
    CLERK.name,
    CLERK.passphrase,
    CLERK.passphrase,
  ];
  for (const [index, value] of values.entries()) {
    person.type(value);
    if (index < values.length - 1) person.press('Tab');
  }
  person.press('Enter');
  await person.arriveAt('never-live', 'Where are keys kept?', /This kiosk is for rehearsals only/);
  person.press('1');
  await person.arriveAt('keys-decided', 'Where are keys kept?', /The ledger records who decided, and when/);
  person.press('Enter');
  await person.arriveAt('recovery-asked', 'Recovery codes', /two people use them together, once/);
  person.press('2');
  await person.arriveAt('recovery-decided', 'Recovery codes', /The ledger records who decided, and when/);
  person.press('Enter');
  await person.arriveAt('rehearsal-begun', 'Sign in', /The rehearsal has begun\. Clerks can sign in/);
}

/** At the sign-in screen, where the first name is chosen. Staff stand in the order of their names. */
export async function signIn(person: Person, who: typeof CLERK, words?: RegExp): Promise<void> {
  if (who === SUPERVISOR) person.press('Down');
  person.press('Tab');
  person.type(who.passphrase);
  person.press('Enter');
  await person.arriveAt('start', 'Next applicant', words ?? new RegExp(`Signed in: ${who.name}`));
}

/** Locks the screen where it is; a colleague, or the same person, opens it again. */
export async function lockAndOpen(
  person: Person,
  lockedBy: typeof CLERK,
  openedBy: typeof CLERK,
): Promise<void> {
  person.press('F10');
  await person.arriveAt('locked', 'This screen is locked', /Your passphrase/);
  // The keyboard is at the passphrase, and whoever locked it is chosen.
  if (lockedBy !== openedBy) person.press('shift+Tab', 'Up', 'Tab');
  person.type(openedBy.passphrase);
  person.press('Enter');
}

/** As IT would: by the address, looked at first. */
export async function choosePrinter(person: Person, address: string): Promise<void> {
  person.press('F4');
  await person.arriveAt('supervisor', 'Supervisor');
  person.press('4');
  await person.arriveAt('printer', 'Supervisor', /The built-in card printer/);
  await person.tabTo(/The printer's address/);
  person.type(address);
  person.press('Enter');
  await person.arriveAt('printer-found', 'Supervisor', /No fault reported/);
  await person.tabTo(/Use this printer for cards/);
  person.press('Enter');
  await person.arriveAt('printer-chosen', 'Supervisor', /Recorded in the ledger: Card printer chosen.*ready/);
  person.press('Escape');
  await person.arriveAt('start-with-printer', 'Next applicant', /ready/);
}

/** Begins with somebody: up to the end of their name. */
export async function beginWith(person: Person, { name }: TypedApplication): Promise<void> {
  await person.seeEnabled();
  person.press('Enter');
  await person.arriveAt('answers', 'Card details');
  person.type(name);
}

/** From the end of the name to the next start screen. */
export async function finishWith(
  person: Person,
  typed: TypedApplication,
  printer: CardPrinter,
): Promise<void> {
  const before = printer.cards().length;
  person.press('Tab');
  person.type(`${typed.birthMonth}${typed.birthDay}${typed.birthYear}`);
  person.press('Enter');
  await person.arriveAt('documents', 'Which documents does the applicant have?');
  for (const letters of ['passp', 'rent']) {
    person.type(letters);
    person.press(' ');
  }
  person.press('Enter');
  await person.arriveAt('photo', 'Photo');
  await person.seeEnabled();
  person.press(' ');
  await person.arriveAt('check', 'Is everything spelled right?');
  await person.seeEnabled();
  person.press('Enter');
  await person.arriveAt('hand-over', 'Handoff', /type its last four characters/);
  if (printer.cards().length !== before + 1) throw new Error('no card has come out of the printer');
  person.type(lastFourOnCard(printer, typed));
  await person.arriveAt('named', 'Handoff', /This is the applicant's card/);
  person.press('F12');
  await person.arriveAt('handed-over', 'Next applicant', /Card handed over\./);
}

/** What stands on the card in the tray: its text, as the printer got it in a PDF. */
function lastFourOnCard(printer: CardPrinter, { name }: TypedApplication): string {
  const card = printer.lastDocument();
  if (card === null) throw new Error('the printer got nothing');
  const text = execFileSync('pdftotext', ['-', '-'], { input: card, encoding: 'utf8' });
  const [first = ''] = name.split(' ');
  if (!text.includes(first)) throw new Error(`the card in the tray is not that of ${name}`);
  const lastFour = /\b[0-9A-Z]{3} [0-9A-Z]{3} ([0-9A-Z]{4})\b/.exec(text)?.[1];
  if (lastFour === undefined) throw new Error('the card in the tray has no number');
  return lastFour;
}
