import { expect } from 'vitest';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { workerRecord } from '../../electron/keeper/start/build-printing.ts';
import {
  CLERK,
  FIRST_STAFF,
  fillIn,
  type KeeperOptions,
  lastFourOf,
  pageOf,
  printAfterReadBack,
  reprint,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import type { Page } from '../../electron/keeper/start/page.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { Ticket } from '../../shared/contract/ids.ts';
import type { PrintEnding } from '../../shared/contract/printing/printer.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { program } from './programs.ts';

/** Real printers are slow: a suite of them waits longer than units do, and never for nothing. */
const PATIENCE_MILLISECONDS = 120_000;

/** What every keeper of these tests is started with. */
export const PROGRAMS = {
  sessionPath: program('fake-session'),
  corePath: program('core'),
  workerPath: program('impatient-worker'),
} as const;

/** A counter: the real keeper with real cores and print workers; only the windows have a stand-in. */
export interface Counter {
  readonly keeper: RunningKeeper;
  /** The page of the session that is on the screen now. */
  page: Page;
}

/** A kiosk that is set up, with its supervisor signed in. */
export async function openCounter(options: KeeperOptions = {}): Promise<Counter> {
  const keeper = await startKeeper({ ...PROGRAMS, ...options });
  const page = await pageOf(keeper);
  await page.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
  await page.does('decideCustody', { custody: options.custody ?? 'memory', inSpiteOf: [] });
  return { keeper, page };
}

/** The clerk takes the supervisor's place. */
export async function asClerk({ page }: Counter): Promise<void> {
  await page.does('signIn', CLERK);
}

/** A counter whose supervisor has chosen this printer, with the clerk signed in. */
export async function openCounterWith(address: string, options: KeeperOptions = {}): Promise<Counter> {
  const counter = await openCounter(options);
  const { page } = counter;
  await page.does('choosePrinter', { address, pin: null });
  // A queue issues nothing before somebody has held its test card: here everybody has.
  const { printer } = counter.keeper.services;
  if (printer.awaitsTestCard()) printer.testCardConfirmed();
  await asClerk(counter);
  return counter;
}

/** An invented person, filled in, photographed, read back, and sent to the printer. */
export async function printCard(counter: Counter, seed = 1): Promise<void> {
  await fillIn(counter.page, seed);
  await printAfterReadBack(counter.page);
}

/** Waits until what the clerk sees is so, and answers it. */
export async function untilSeen(
  { page }: Counter,
  what: string,
  isSeen: (application: ApplicationView) => boolean,
): Promise<ApplicationView> {
  const seen = await expect
    .poll(
      async () => {
        const application = await page.application();
        return isSeen(application) ? application : application.printStage;
      },
      { timeout: PATIENCE_MILLISECONDS, interval: 50, message: what },
    )
    .toBeTypeOf('object')
    .then(() => page.application());
  return seen;
}

/**
 * Waits until whoever watches the printer has seen it at work. Each change that is seen there has the kiosk look after
 * jobs that nobody waits for: a test that wants to see the next print do so lets the last change pass.
 */
export async function untilSeenAtWork({ keeper }: Counter): Promise<void> {
  await expect
    .poll(() => keeper.services.watch.condition().kind, { timeout: PATIENCE_MILLISECONDS, interval: 50 })
    .toBe('working');
}

/** Waits until the print has ended, and says how. */
export async function ending(counter: Counter): Promise<PrintEnding> {
  const { printEnding } = await untilSeen(counter, 'the end of a print', (view) => view.printEnding !== null);
  if (printEnding === null) throw new Error('the print went on after its end');
  return printEnding;
}

/**
 * Waits until the worker that made the last card is gone. It clears up at the printer when it has told its last; a
 * clerk who prints again at once cuts it off after seconds, and is asked anew about a job whose end nobody has heard.
 */
async function untilClearedUp({ keeper, page }: Counter): Promise<void> {
  const { application } = keeper.services.occupants.get(page.session.token) ?? {};
  if (application === undefined || application === null) throw new Error('no application is open');
  await expect
    .poll(() => keeper.services.jobs.isRunning(application), { timeout: PATIENCE_MILLISECONDS, interval: 50 })
    .toBe(false);
}

/** The clerk has looked and found no card; then the card is printed again. Two words, one after the other. */
export async function printAgain(counter: Counter): Promise<void> {
  await counter.page.does('tellCard', { found: false });
  await printOnceMore(counter);
}

/** The card is printed once more, by a clerk who does not cut off the worker of the one before. */
export async function printOnceMore(counter: Counter): Promise<void> {
  await untilClearedUp(counter);
  await reprint(counter.page);
}

/** The clerk puts the application aside: a fresh session is on the screen. Answers its ticket. */
export async function putAside(counter: Counter): Promise<Ticket> {
  const { keeper, page } = counter;
  const { ticket } = await page.application();
  await page.does('putAside', {});
  await expect
    .poll(() => keeper.services.occupants.has(page.session.token), {
      timeout: PATIENCE_MILLISECONDS,
      interval: 50,
    })
    .toBe(false);
  counter.page = await pageOf(keeper);
  return ticket;
}

/** The worker of this keeper that began first, or last. One that was made ready begins with its order. */
export function workerOf({ keeper }: Counter, which: 'first' | 'last'): number {
  const [dataFolder = ''] = keeper.services.facts.searchRoots;
  const workers = readRecordedSessions(workerRecord(dataFolder))?.sessions ?? [];
  const worker = workers.at(which === 'first' ? 0 : -1);
  if (worker === undefined) throw new Error('no worker is running');
  return worker.pid;
}

/** Kills a print worker of this keeper as a crash would. */
export function killWorker(counter: Counter, which: 'first' | 'last'): void {
  process.kill(workerOf(counter, which), 'SIGKILL');
}

/** The clerk holds the card, names it and hands it over; answers the receipt, and the next session is on the screen. */
export async function handOver(counter: Counter): Promise<Receipt> {
  const { keeper, page } = counter;
  const before = page.session;
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
  await expect
    .poll(() => keeper.services.endings.shown().kind, { timeout: PATIENCE_MILLISECONDS, interval: 50 })
    .toBe('ended');
  expect(livingProcessesOf(before.pid)).toEqual([]);
  counter.page = await pageOf(keeper);
  const lastEnding = keeper.services.endings.shown();
  if (lastEnding.kind !== 'ended') throw new Error('no receipt');
  return lastEnding.receipt;
}
