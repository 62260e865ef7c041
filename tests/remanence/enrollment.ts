import { expect } from '@playwright/test';
import type { AttachedSession } from '../../build/kiosk/attach.ts';
import {
  answer,
  type ClerkKeyboard,
  cardNumberOnScreen,
  lastFourOnScreen,
  takePhoto,
  tickEach,
  waitForPrint,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { eachInput } from '../../shared/application/fields.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';
import { OLD_CARD_TAKEN_IN } from '../../shared/programme/documents/shown-documents.ts';
import { patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { freeze } from '../support/kiosk/session-processes.ts';
import { PRINTER_MILLISECONDS } from './choose-queue.ts';
import { birthDateForms, type CanaryPerson, canariesOf } from './person.ts';
import { keyPatterns, photoOf, photoPatterns, printPatterns } from './products.ts';
import { kindOf, type MemoryFinding, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';

/** Where cards are printed: the built-in printer, or a queue of a real cupsd. */
export type RemanencePrinter = 'virtual' | 'cups';

/** Where each canary must be found while the application is open, or the search proves nothing. */
const MUST_BE_IN: Readonly<Record<string, readonly string[]>> = {
  ...eachInput(() => ['renderer', 'core']),
  'card number': ['core'],
  'photo JPEG': ['core'],
  'photo pixel rows': ['core'],
  key: ['core', 'witness-keeper'],
  'birth date': ['worker'],
  'card PNG': ['worker'],
  'card pixel rows': ['worker'],
  'card PDF': ['worker'],
  'card raster': ['worker'],
};

/** What one enrollment leaves to search for, and how often its canaries were found while it was open. */
export interface PlantedEnrollment {
  readonly patterns: readonly SearchPattern[];
  readonly control: number;
}

/** What an enrollment needs of the run around it. */
export interface EnrollmentContext {
  readonly tree: () => readonly number[];
  readonly nextKey: () => Promise<Uint8Array>;
  readonly today: CalendarDate;
  /** The queue that cards are printed on; null: the built-in printer. */
  readonly queue: IppPrinter | null;
  /** A renewal: the old card is taken in, and destroyed at the handoff. */
  readonly isRenewal: boolean;
  /** Called at the documents, once every answer stands in its field; must come back there. */
  readonly onceAnswered?: (session: AttachedSession) => Promise<void>;
}

/** What a card needs of it, whoever entered its answers. */
export type CardContext = Pick<EnrollmentContext, 'tree' | 'today' | 'queue' | 'isRenewal'>;

/** What is known of an application whose card was just sent to the printer. */
export interface SentEnrollment {
  readonly person: CanaryPerson;
  readonly photo: Uint8Array;
  readonly key: Uint8Array;
}

/** What there is of an enrollment to search for. */
export interface EnrollmentPatterns {
  /** The person as they may lie in the session and in the core. */
  readonly inSession: readonly SearchPattern[];
  /** What the print worker makes of them, and the birth date, of which it makes what is read on the card. */
  readonly printed: readonly SearchPattern[];
}

/** Enrolls one canary person by real key events and camera, up to the key that prints. */
export async function enrollToPrint(
  session: AttachedSession,
  keys: ClerkKeyboard,
  person: CanaryPerson,
  { nextKey, isRenewal, onceAnswered }: EnrollmentContext,
): Promise<SentEnrollment> {
  const { page } = session;
  await keys.press('Enter');
  const key = await nextKey();
  await waitForScreen(page, 'answers');
  if (isRenewal) {
    await keys.press('F2');
    await page.locator('[data-route="renewal"]').waitFor();
  }
  await answer(page, keys, person);
  await onceAnswered?.(session);
  if (isRenewal) await tickEach(page, keys, [OLD_CARD_TAKEN_IN, 'utility-bill']);
  else await tickDocuments(page, keys);
  await takePhoto(page, keys);
  const photo = await photoOf(page);
  await keys.press('Enter');
  return { person, photo, key };
}

/** What to search for, once the card has its number. The card is drawn anew for it, which takes a while. */
export async function patternsOf(
  { page }: AttachedSession,
  { person, photo, key }: SentEnrollment,
  { today, queue }: CardContext,
): Promise<EnrollmentPatterns> {
  await waitForPrint(page);
  const number = await cardNumberOnScreen(page);
  const typed = [...canariesOf(person), ['card number', number] as const].flatMap(([label, value]) =>
    patternsOfValue(label, value),
  );
  return {
    inSession: [...typed, ...photoPatterns(photo), ...keyPatterns(key)],
    printed: [
      ...birthDateForms(person).flatMap((form) => patternsOfValue('birth date', form)),
      ...(await printPatterns(person, photo, number, today, queue)),
    ],
  };
}

/** Enrolls one canary person up to the hand-over question: see `plantCard`. */
export async function plantEnrollment(
  session: AttachedSession,
  keys: ClerkKeyboard,
  person: CanaryPerson,
  context: EnrollmentContext,
  whilePrinting: (patterns: readonly SearchPattern[]) => Promise<void>,
): Promise<PlantedEnrollment> {
  const sent = await enrollToPrint(session, keys, person, context);
  return plantCard(session, keys, sent, context, whilePrinting);
}

/**
 * From the key that prints to the hand-over question, and makes sure that every canary is found where it must be: the
 * positive control. `whilePrinting` is called once the print worker has been searched.
 */
export async function plantCard(
  session: AttachedSession,
  keys: ClerkKeyboard,
  sent: SentEnrollment,
  context: CardContext,
  whilePrinting: (patterns: readonly SearchPattern[]) => Promise<void>,
): Promise<PlantedEnrollment> {
  const { page } = session;
  const { inSession, printed, atPrinter } = await searchPrintWorker(session, sent, context);
  const patterns = [...inSession, ...printed];
  await whilePrinting(patterns);
  if (context.queue !== null) {
    // A queue never knows whether there is a card: the clerk is asked after each.
    await page.locator('[data-print-doubt="cannot-know"]').waitFor();
    // Its keys sleep for a moment after it came up.
    await page.locator('[aria-keyshortcuts="F12"][data-asleep="false"]').waitFor();
    await keys.press('F12');
  }
  await waitForScreen(page, 'hand-over');
  await keys.type(await lastFourOnScreen(page));
  if (context.isRenewal) {
    // Its key sleeps for a moment after the card was named.
    await page
      .locator('[data-old-card="to-destroy"] [aria-keyshortcuts="F2"][data-asleep="false"]')
      .waitFor();
    await keys.press('F2');
    await page.locator('[data-old-card="destroyed"]').waitFor();
  }
  await page.locator('[data-enabled="true"]').waitFor();
  const services = scanMemory(context.tree(), inSession);
  const found = [...atPrinter, ...services.findings];
  requireControl(patterns, found);
  return { patterns, control: found.length };
}

/** Searches the print worker's memory for what it made of the person. Only while the printer works is there one. */
async function searchPrintWorker(
  session: AttachedSession,
  sent: SentEnrollment,
  context: CardContext,
): Promise<EnrollmentPatterns & { readonly atPrinter: readonly MemoryFinding[] }> {
  await waitForPrintStage(session.page);
  const workers = context.tree().filter((pid) => kindOf(pid) === 'worker');
  // The built-in printer is done in seconds: its worker stands still for as long as drawing and searching take. The
  // printer behind a queue is held instead.
  const frozen = context.queue === null ? workers.map(freeze) : [];
  try {
    const patterns = await patternsOf(session, sent, context);
    return { ...patterns, atPrinter: scanMemory(workers, patterns.printed).findings };
  } finally {
    for (const worker of frozen) worker.thaw();
  }
}

/** Every canary was found in every process where it must be, or the run is void. */
export function requireControl(patterns: readonly SearchPattern[], found: readonly MemoryFinding[]): void {
  for (const label of new Set(patterns.map((pattern) => pattern.label))) {
    const places = MUST_BE_IN[label];
    if (places === undefined) throw new VoidRun(`no positive control is declared for ${label}`);
    for (const place of places) {
      if (!found.some((finding) => finding.label === label && finding.process.startsWith(`${place} `))) {
        throw new VoidRun(
          `positive control: ${label} was not found in the ${place}'s memory while it was open`,
        );
      }
    }
  }
}

/** Waits until the worker has drawn the card: it tells the first stage only after that. */
async function waitForPrintStage(page: AttachedSession['page']): Promise<void> {
  await expect
    .poll(async () => (await openApplication(page)).printStage, {
      timeout: PRINTER_MILLISECONDS,
      // The first look is early, and what it waits for lasts seconds: the usual second between two is too long.
      intervals: [50],
    })
    .toMatch(/^(front|back)$/);
}
