import type { Page } from '@playwright/test';
import {
  answer,
  type ClerkKeyboard,
  nameCard,
  pageKeyboard,
  type TypedApplication,
  takePhoto,
  waitForPrint,
  waitForScreen,
} from '../../../build/kiosk/clerk.ts';
import { identify } from '../memory/process-tree.ts';
import { workersOf } from './session-processes.ts';

export type Place = 'answers' | 'documents' | 'photo' | 'check' | 'print' | 'hand-over' | 'named';

const ORDER: readonly Place[] = ['answers', 'documents', 'photo', 'check', 'print', 'hand-over', 'named'];

/** From the start screen to a step of the clerk's wizard, by the clerk's keys. `named`: the card is named, Yes is enabled. */
export async function bringTo(
  place: Place,
  page: Page,
  person: TypedApplication,
  keys: ClerkKeyboard = pageKeyboard(page),
): Promise<ClerkKeyboard> {
  const steps: Readonly<Record<Place, () => Promise<void>>> = {
    async answers() {
      await keys.press('Enter');
      await waitForScreen(page, 'answers');
    },
    documents: () => answer(page, keys, person).then(() => waitForScreen(page, 'documents')),
    photo: () => tickDocuments(page, keys).then(() => waitForScreen(page, 'photo')),
    check: () => takePhoto(page, keys),
    async print() {
      await keys.press('Enter');
      await waitForPrint(page);
    },
    'hand-over': () => waitForScreen(page, 'hand-over'),
    named: () => nameCard(page, keys),
  };
  for (const each of ORDER.slice(0, ORDER.indexOf(place) + 1)) await steps[each]();
  return keys;
}

/**
 * Sends the card to a real printer, by Enter at the read-back or by F7 once more, and answers the worker that prints it: the
 * youngest, for who watches the printer was there before, and a worker that is made ready takes the next card.
 */
export async function sendCard(keeper: number, page: Page, key: 'Enter' | 'F7' = 'Enter'): Promise<number> {
  await pageKeyboard(page).press(key);
  await page.locator(key === 'F7' ? '[data-print-stage="waiting"]' : '[data-print-stage]').waitFor();
  const workers = identify(workersOf(keeper));
  const [youngest] = workers.toSorted((a, b) => Number(b.started) - Number(a.started));
  if (youngest === undefined) throw new Error('no worker prints');
  return youngest.pid;
}

/** Ticks two documents that satisfy Harbor City's rule, found by their first letters. */
export async function tickDocuments(page: Page, keys: ClerkKeyboard): Promise<void> {
  await waitForScreen(page, 'documents');
  for (const letters of ['passp', 'rent']) {
    await keys.type(letters);
    await keys.press(' ');
  }
  await keys.press('Enter');
}
