import type { AttachedSession } from '../../build/kiosk/attach.ts';
import { pageKeyboard, takePhoto, waitForScreen } from '../../build/kiosk/clerk.ts';
import { bringTo, nameCard } from '../support/kiosk/clerk-steps.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { personInQueue } from '../support/kiosk/people.ts';
import { SECONDS_PER_FACE, type TestKiosk } from '../support/kiosk/test-kiosk.ts';
import { expect, test } from './fixtures.ts';

const PEOPLE = Number(process.env.COUNTERFOIL_CLERK_PEOPLE ?? '4');

/** Among every five people the second has the photo taken again, and the third gets a spoiled card first. */
const isRetaken = (index: number): boolean => index % 5 === 1;
const isSpoiled = (index: number): boolean => index % 5 === 2;

async function serve(kiosk: TestKiosk, session: AttachedSession, index: number): Promise<AttachedSession> {
  const { page } = session;
  const keys = pageKeyboard(page);
  await bringTo('check', page, personInQueue(index));
  if (isRetaken(index)) {
    await keys.press('r');
    await takePhoto(page, keys);
  }
  await keys.press('Enter');
  await nameCard(page);
  if (isSpoiled(index)) {
    await keys.press('F8');
    await page.getByRole('dialog').waitFor();
    for (const key of ['4', 'Enter']) await keys.press(key);
    await page.getByRole('button', { name: 'Reprint same card' }).and(page.locator(':focus')).waitFor();
    await keys.press('Enter');
    await waitForScreen(page, 'print');
    await nameCard(page);
  }
  await keys.press('F12');
  return nextStart(kiosk, session);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

// About 6 s per person: four of them in `npm test`, forty in `npm run test:all`.
test(`a scripted clerk serves ${PEOPLE} people, with retaken photos and spoiled cards among them`, async ({
  openKiosk,
}) => {
  test.setTimeout(60_000 + PEOPLE * 20_000);
  const kiosk = await openKiosk();
  let session = await kiosk.signedIn();
  const seconds: number[] = [];
  let spoiled = 0;
  for (let index = 0; index < PEOPLE; index += 1) {
    const began = performance.now();
    session = await serve(kiosk, session, index);
    seconds.push((performance.now() - began) / 1000);
    if (isSpoiled(index)) spoiled += 1;
  }
  await expectCounts(session.page, { issued: PEOPLE, spoiled, wiped: PEOPLE });
  expect(kiosk.sessions().length, 'sessions that live: the shown one and a spare').toBeLessThanOrEqual(2);
  const printing = (2 * SECONDS_PER_FACE).toFixed(1);
  console.log(
    `clerk: ${PEOPLE} people, ${medianOf(seconds).toFixed(1)} s per person (median), of it ${printing} s printing`,
  );
});
