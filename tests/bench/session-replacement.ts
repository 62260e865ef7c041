import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type AttachedSession, attachToShown } from '../../build/kiosk/attach.ts';
import {
  APPLICANT,
  answer,
  cardNumberOnScreen,
  pageKeyboard,
  setUpKiosk,
  signInClerk,
  takePhoto,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import { tickDocuments } from '../support/kiosk/clerk-steps.ts';
import { recordWaits } from '../support/kiosk/clerk-waits.ts';
import { timeCalls, watchKey, watchSpare, watchVerdict } from './in-page.ts';
import { type BenchPlace, connectToSession, firstScreenOf, SECONDS_PER_FACE, startKiosk } from './kiosk.ts';
import type { Comparison } from './statistics.ts';

/** A clerk does not press a key in the same instant in which it becomes possible. */
const SETTLE_MILLISECONDS = 400;
const BASELINE = 'cold restart: end the keeper, start it, first screen usable';

const spareTimes = z.object({ shown: z.number(), enabled: z.number() });

/** What is measured of one enrollment, in milliseconds. */
interface Enrollment {
  /** The card was scanned: until the screen says whose it is. */
  readonly verdict: number;
  /** A call from the page to the core and back. */
  readonly call: number;
  /** All that the clerk's keys waited for, from the first one to the card that is named. */
  readonly waited: number;
}

const CALLS = 20;

/** One enrollment by keys, up to the question whether the person holds the card. */
async function enroll({ page }: AttachedSession): Promise<Enrollment> {
  const keys = pageKeyboard(page);
  await waitForScreen(page, 'start');
  const waits = await recordWaits(page, SECONDS_PER_FACE);
  await keys.press('Enter');
  await answer(page, keys, APPLICANT);
  await tickDocuments(page, keys);
  await takePhoto(page, keys);
  await keys.press('Enter');
  await waitForScreen(page, 'hand-over');
  const number = await cardNumberOnScreen(page);
  const verdict = page.evaluate(watchVerdict);
  await keys.type(number);
  await page.locator('[data-enabled="true"]').waitFor();
  const seconds = Object.values(await waits()).reduce((one, other) => one + other, 0);
  return {
    verdict: await verdict,
    call: await page.evaluate(timeCalls, CALLS),
    waited: seconds * 1_000,
  };
}

/** From the hand-over key to the next start screen, and to the moment at which the next person may begin. */
async function handOver(
  dataFolder: string,
): Promise<Enrollment & { readonly shown: number; readonly enabled: number }> {
  const session = await attachToShown(dataFolder);
  await signInClerk(session.page, pageKeyboard(session.page));
  const enrolled = await enroll(session);
  const spare = await connectToSession(dataFolder, false);
  const arrival = spare.evaluate(spareTimes, watchSpare);
  const pressed = session.page.evaluate(watchKey, 'F12');
  await delay(SETTLE_MILLISECONDS);
  await session.page.keyboard.press('F12');
  const [key, { shown, enabled }] = await Promise.all([pressed, arrival]);
  spare.close();
  await session.browser.close();
  await delay(SETTLE_MILLISECONDS);
  return { ...enrolled, shown: shown - key, enabled: enabled - key };
}

/** Compares the replacement of a session with the only other way to be rid of a person: to end everything and start again. */
export async function measureSessionReplacement(
  place: BenchPlace,
  rounds: number,
): Promise<readonly Comparison[]> {
  const shown: number[] = [];
  const enabled: number[] = [];
  const restarts: number[] = [];
  const verdicts: number[] = [];
  const calls: number[] = [];
  const waits: number[] = [];
  let kiosk: LaunchedKiosk = startKiosk(place);
  try {
    await kiosk.ready;
    const first = await attachToShown(place.dataFolder);
    await setUpKiosk(first.page, pageKeyboard(first.page), 'Bench');
    await waitForScreen(first.page, 'sign-in');
    await first.browser.close();
    for (let round = 0; round < rounds; round += 1) {
      const figures = await handOver(place.dataFolder);
      shown.push(figures.shown);
      enabled.push(figures.enabled);
      verdicts.push(figures.verdict);
      calls.push(figures.call);
      // Nobody begins with the next person before that.
      waits.push(figures.waited + figures.enabled);
      const began = Date.now();
      await kiosk.stop();
      kiosk = startKiosk(place);
      const usable = await firstScreenOf(await connectToSession(place.dataFolder, false));
      if (usable !== null) restarts.push(usable - began);
      await kiosk.ready;
    }
  } finally {
    await kiosk.stop();
  }
  const against = { baseline: BASELINE, goal: 0.2, theirs: restarts };
  return [
    { what: 'hand-over key → next start screen painted', ours: shown, ...against },
    { what: 'hand-over key → wipe proven, start enabled', ours: enabled, ...against },
    {
      ...{ what: 'card scanned → verdict, painted', baseline: 'a call from the page to the core and back' },
      ...{ goal: { milliseconds: 100, at: 'median' }, ours: verdicts, theirs: calls },
    },
    {
      ...{ what: 'a clerk’s keys wait, with one applicant, printing aside', ...against },
      ...{ goal: { milliseconds: 1_500, at: 'median' }, ours: waits },
    },
  ];
}
