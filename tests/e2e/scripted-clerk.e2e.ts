import type { Page } from '@playwright/test';
import type { AttachedSession } from '../../build/kiosk/attach.ts';
import { type ClerkKeyboard, nameCard, pageKeyboard, takePhoto } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { type ClerkWaits, recordWaits } from '../support/kiosk/clerk-waits.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { personInQueue } from '../support/kiosk/people.ts';
import { SECONDS_PER_FACE, type TestKiosk } from '../support/kiosk/test-kiosk.ts';
import { LONG_AND_ALONE } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const PEOPLE = Number(process.env.COUNTERFOIL_CLERK_PEOPLE ?? '4');

/** A clerk waits no longer than this for the kiosk with one person, printing aside. */
const MOST_WAITED_SECONDS = 1.5;

/** Among every five people the second has the photo taken again, and the third gets a spoiled card first. */
const isRetaken = (index: number): boolean => index % 5 === 1;
const hasRequiredOnly = (index: number): boolean => personInQueue(index).emergencyName === undefined;
const isSpoiled = (index: number): boolean => index % 5 === 2;

/** What the hands did for one person. */
interface Hands {
  /** Keys that are no character of an answer, and no letter that finds a document. */
  readonly keys: string[];
  /** How long they waited for the kiosk, up to the handoff. */
  waited: ClerkWaits;
}

/** A clerk's keyboard that counts. */
function countingKeyboard(page: Page, hands: Hands): ClerkKeyboard {
  const keyboard = pageKeyboard(page);
  return {
    type: (text) => keyboard.type(text),
    async press(key) {
      hands.keys.push(key);
      await keyboard.press(key);
    },
  };
}

/** The photo once more: R, Space. A spoiled card: F8, its reason, Enter, and Enter that prints it again. */
const keysOfTroubles = (index: number): number => (isRetaken(index) ? 2 : 0) + (isSpoiled(index) ? 4 : 0);

async function serve(
  kiosk: TestKiosk,
  session: AttachedSession,
  index: number,
  hands: Hands,
): Promise<AttachedSession> {
  const { page } = session;
  const keys = countingKeyboard(page, hands);
  const waits = await recordWaits(page);
  await bringTo('check', page, personInQueue(index), keys);
  if (isRetaken(index)) {
    await keys.press('r');
    await takePhoto(page, keys);
  }
  await keys.press('Enter');
  await nameCard(page, keys);
  if (isSpoiled(index)) {
    await keys.press('F8');
    await page.getByRole('dialog').waitFor();
    for (const key of ['4', 'Enter']) await keys.press(key);
    await page.getByRole('button', { name: 'Reprint same card' }).and(page.locator(':focus')).waitFor();
    await keys.press('Enter');
    await nameCard(page, keys);
  }
  hands.waited = await waits();
  await keys.press('F12');
  return nextStart(kiosk, session);
}

/** From the hand-over until the next person may begin, by the kiosk itself: this program finds the fresh session later. */
async function erasedAfter({ page }: AttachedSession): Promise<number> {
  const { lastEnding } = (await getState(page)).status;
  if (lastEnding.kind !== 'ended' || lastEnding.milliseconds === null) throw new Error('not ended');
  return lastEnding.milliseconds;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** All that a clerk waited for the kiosk with one person, in seconds. */
const sumOf = (waits: ClerkWaits): number => Object.values(waits).reduce((one, other) => one + other, 0);

/** The sum, and what it is made of. */
function inWords(waits: readonly ClerkWaits[]): string {
  const seconds = (values: readonly number[]): string => medianOf(values).toFixed(2);
  const sum = seconds(waits.map(sumOf));
  const places = Object.keys(waits[0] ?? {}).map(
    (place) => `${place} ${seconds(waits.map((each) => each[place] ?? 0))}`,
  );
  return `${sum} s (${places.join(', ')})`;
}

// About 6 s per person: forty of them in `npm run test:all`.
test(
  `a scripted clerk serves ${PEOPLE} people, with retaken photos and spoiled cards among them`,
  LONG_AND_ALONE,
  async ({ openKiosk }) => {
    test.setTimeout(60_000 + PEOPLE * 20_000);
    const kiosk = await openKiosk();
    let session = await kiosk.signedIn();
    const seconds: number[] = [];
    const waits: ClerkWaits[] = [];
    const plain: number[] = [];
    let spoiled = 0;
    for (let index = 0; index < PEOPLE; index += 1) {
      const began = performance.now();
      const hands: Hands = { keys: [], waited: {} };
      session = await serve(kiosk, session, index, hands);
      const took = performance.now() - began;
      seconds.push(took / 1000);
      if (isSpoiled(index)) spoiled += 1;
      if (hasRequiredOnly(index)) plain.push(hands.keys.length - keysOfTroubles(index));
      if (!isRetaken(index) && !isSpoiled(index))
        waits.push({ ...hands.waited, start: (await erasedAfter(session)) / 1000 });
    }
    expect(plain.length, 'people with the required answers alone').toBeGreaterThan(0);
    for (const keys of plain) expect(keys, 'keys that are no character of an answer').toBeLessThanOrEqual(9);
    await expectCounts(session.page, { issued: PEOPLE, spoiled, wiped: PEOPLE });
    expect(kiosk.sessions().length, 'sessions that live: the shown one and a spare').toBeLessThanOrEqual(2);
    expect(waits.length, 'people whose waits are known').toBeGreaterThan(0);
    expect(medianOf(waits.map(sumOf)), inWords(waits)).toBeLessThanOrEqual(MOST_WAITED_SECONDS);
    const printing = (2 * SECONDS_PER_FACE).toFixed(1);
    console.log(
      `clerk: ${PEOPLE} people, ${medianOf(seconds).toFixed(1)} s per person (median), of it ${printing} s printing; ` +
        `waiting for the kiosk ${inWords(waits)}, keys besides typing ${Math.max(...plain)}`,
    );
  },
);
