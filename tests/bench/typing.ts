import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { pageKeyboard, setUpKiosk, signInClerk, waitForScreen } from '../../build/kiosk/clerk.ts';
import { answerId } from '../../renderer/application/answers/answer-order.ts';
import { connectToPage, type PageConnection, type PressedKey } from './devtools.ts';
import { startEmptyApp } from './empty-app.ts';
import { watchPreview, watchTyping } from './in-page.ts';
import { type BenchPlace, connectToSession, startKiosk } from './kiosk.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { milliseconds } from './table.ts';

const BARE_FIELD = fileURLToPath(new URL('empty-app/field.html', import.meta.url));

/** A name that fits on the card at every letter of it. */
const NAME = 'wilhelminafeatherstone';
const TIMES_A_ROUND = 2;
/** Between two keys, in turn: a fast typist, so that the drawing of one key's preview meets the next key. */
const GAPS_MILLISECONDS = [80, 140, 95, 120] as const;
/** Whoever comes to a screen does not type in the same instant. */
const SETTLE_MILLISECONDS = 1_000;

const BACKSPACE: PressedKey = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };

function letterKey(letter: string): PressedKey {
  const capital = letter.toUpperCase();
  return {
    key: letter,
    code: `Key${capital}`,
    windowsVirtualKeyCode: capital.charCodeAt(0),
    text: letter,
  };
}

/** The name, and all of it taken back. */
const KEYS: readonly PressedKey[] = [...NAME].map(letterKey).concat([...NAME].map(() => BACKSPACE));

/** What may be asked of the field that the keys go to. */
const field = z.object({ id: z.string(), text: z.string(), hasFocus: z.boolean() });

function fieldWithFocus(): z.output<typeof field> {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLInputElement)) throw new Error('no field has the focus');
  return { id: activeElement.id, text: activeElement.value, hasFocus: document.hasFocus() };
}

/** Types into the field with this id and empties it again; milliseconds of each key. */
async function typeInto(page: PageConnection, id: string): Promise<readonly number[]> {
  const keys = Array.from({ length: TIMES_A_ROUND }, () => KEYS).flat();
  const before = await page.evaluate(field, fieldWithFocus);
  if (before.id !== id || before.text !== '' || !before.hasFocus)
    throw new Error(`the keys would go to ${JSON.stringify(before)}`);
  const times = page.evaluate(z.array(z.number()), watchTyping, keys.length);
  // Where a key goes astray that is told, and not that the page which was watched is gone.
  times.catch(() => undefined);
  for (const [index, key] of keys.entries()) {
    await page.press(key);
    await delay(GAPS_MILLISECONDS[index % GAPS_MILLISECONDS.length]);
    // Else the keys of the second half would take back what never came.
    if (index === NAME.length - 1 && (await page.evaluate(field, fieldWithFocus)).text !== NAME)
      throw new Error('the field does not hold what was typed');
  }
  return times;
}

/** Milliseconds of each letter of the name, from its key to the card that is drawn with it: one at a time. */
async function drawPreviews(page: PageConnection): Promise<readonly number[]> {
  const times: number[] = [];
  for (const letter of NAME) {
    const drawn = page.evaluate(z.number(), watchPreview);
    // Where a key goes astray that is told, and not that the page which was watched is gone.
    drawn.catch(() => undefined);
    await page.press(letterKey(letter));
    times.push(await drawn);
    await delay(GAPS_MILLISECONDS[times.length % GAPS_MILLISECONDS.length]);
  }
  return times;
}

/** What was measured of keys in the name, in milliseconds of each. */
interface TypedName {
  readonly painted: readonly number[];
  readonly drawn: readonly number[];
}

/** The name of a new applicant, in a kiosk of its own: the application ends with it. */
async function typeInKiosk(place: BenchPlace): Promise<TypedName> {
  const kiosk = startKiosk(place);
  try {
    await kiosk.ready;
    const { page, browser } = await attachToShown(place.dataFolder);
    const keys = pageKeyboard(page);
    await setUpKiosk(page, keys, 'Bench');
    await signInClerk(page, keys);
    await keys.press('Enter');
    await waitForScreen(page, 'answers');
    await page.locator(`#${answerId('name')}:focus`).waitFor();
    // It listens to a dozen things in the page, and that would be measured too.
    await browser.close();
    const bare = await connectToSession(place.dataFolder, true);
    await delay(SETTLE_MILLISECONDS);
    try {
      const painted = await typeInto(bare, answerId('name'));
      await delay(SETTLE_MILLISECONDS);
      return { painted, drawn: await drawPreviews(bare) };
    } finally {
      bare.close();
    }
  } finally {
    await kiosk.stop();
  }
}

async function typeInEmptyApp({ ready }: BenchPlace): Promise<readonly number[]> {
  const app = startEmptyApp(ready, 'window', BARE_FIELD);
  try {
    await app.loaded;
    const page = await connectToPage(() => app.folder);
    await delay(SETTLE_MILLISECONDS);
    try {
      return await typeInto(page, 'field');
    } finally {
      page.close();
    }
  } finally {
    await app.stop();
  }
}

/**
 * Compares a key in the name of an applicant with a key in a bare field of an Electron that does nothing else: from the
 * key's own time to the frame after it. One at a time, for only the window in front has the keyboard.
 */
export async function measureTyping(
  place: BenchPlace,
  rounds: number,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly lines: readonly string[] }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const previews: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const dataFolder = join(dirname(place.dataFolder), `typing-${round}`);
    const typed = await typeInKiosk({ ...place, dataFolder });
    ours.push(...typed.painted);
    previews.push(...typed.drawn);
    theirs.push(...(await typeInEmptyApp(place)));
  }
  const words = (times: readonly number[]): string => {
    const { median, p95 } = usualAndRare(times);
    return `${milliseconds(median)} ms usually, ${milliseconds(p95)} ms at the 95th percentile`;
  };
  return {
    comparisons: [
      {
        what: 'key in the name → painted',
        baseline: 'a bare field in an empty Electron window',
        goal: { milliseconds: 1_000 / 60, at: 'p95' },
        ours,
        theirs,
      },
      {
        what: 'key in the name → the card drawn with it, painted',
        baseline: 'a key in a bare field in an empty Electron window, painted',
        goal: { milliseconds: 100, at: 'median' },
        ours: previews,
        theirs,
      },
    ],
    lines: [`A key in the name, painted: ${words(ours)}; in a bare field: ${words(theirs)}.`],
  };
}
