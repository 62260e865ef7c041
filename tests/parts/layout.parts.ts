import type { Locator, Page } from '@playwright/test';
import { fixtures } from '../../build/dev/fixtures/fixtures.ts';
import { waitForPrint } from '../../build/kiosk/clerk.ts';
import { READ_BACK_MILLISECONDS } from '../../shared/application/read-back.ts';
import { hiddenStops } from '../support/accessibility/hidden-focus.ts';
import { LONG } from '../support/long.ts';
import { whatScrolls } from '../support/what-scrolls.ts';
import { expect, expectState, fontsLoaded, test } from './browser.ts';
import { holdAsleep } from './hold-asleep.ts';
import { rowsOf } from './rows.ts';

/** The least screen of a clerk. */
const WORKPLACE = { width: 1024, height: 768 };

test.beforeEach(({ page }) => page.setViewportSize(WORKPLACE));
test.afterEach(({ page }) => page.setViewportSize({ width: 1280, height: 800 }));

/** Does it, and expects that the button which it is about stays where it was, in sight. */
async function expectUnmoved(page: Page, button: string, act: () => Promise<void>): Promise<void> {
  const found = page.getByRole('button', { name: button });
  await fontsLoaded(page);
  const place = await found.boundingBox();
  expect(place).not.toBeNull();
  await act();
  expect(await found.boundingBox(), `${button} moves`).toEqual(place);
  await expect(found).toBeInViewport({ ratio: 1 });
}

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test(
  'the first run has room for every field, and no problem moves its button',
  LONG,
  async ({ page, show }) => {
    await show('set-up');
    await expect(page.locator('#set-up-kioskName')).toBeFocused();
    await fontsLoaded(page);
    expect((await whatScrolls(page)).beyond).toBe(0);
    await expectUnmoved(page, 'Finish setup', async () => {
      for (const who of ['supervisor', 'second', 'clerk']) {
        await page.locator(`#set-up-${who}Name`).fill('Marisol Tidewater');
        await page.locator(`#set-up-${who}Passphrase`).fill('summer');
        await page.locator(`#set-up-${who}Again`).fill('winter');
      }
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toHaveText('× Check the marked fields.');
      await expect(page.locator('#set-up-clerkName-note')).toContainText('Someone has this name');
      await expect(page.locator('#set-up-clerkAgain-note')).toContainText('don’t match');
    });
    // It would be found: something that takes room.
    const place = await page.getByRole('button', { name: 'Finish setup' }).boundingBox();
    await page.locator('#set-up-kioskName-note').evaluate((note) => note.replaceChildren('word '.repeat(99)));
    expect(await page.getByRole('button', { name: 'Finish setup' }).boundingBox()).not.toEqual(place);
  },
);

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test(
  'two people with codes have room for every field; their offers of words have names of their own',
  LONG,
  async ({ page, show }) => {
    await show('use-recovery-codes');
    await expect(page.locator('#first-code')).toBeFocused();
    await fontsLoaded(page);
    expect((await whatScrolls(page)).beyond).toBe(0);
    const offers = page.getByRole('button', { name: /^Suggest/ });
    expect(new Set(await offers.allTextContents()).size).toBe(2);
    await expectUnmoved(page, 'Use both codes', async () => {
      for (const place of ['first', 'second']) {
        await page.locator(`#${place}-code`).fill('0000');
        await page.locator(`#${place}-name`).fill('Marisol Tidewater');
        await page.locator(`#${place}-passphrase`).fill('summer');
        await page.locator(`#${place}-passphrase-again`).fill('winter');
      }
      await page.locator('[data-irreversible="true"][data-asleep="false"]').waitFor();
      await page.keyboard.press('Enter');
      await expect(page.locator('#second-code-note')).toContainText('Wrong or missing character');
      await expect(page.locator('#second-name-note')).toContainText('already has this name');
    });
  },
);

test('what is said below a field is clear of its ring, and nearer to it than to the next label', async ({
  page,
  show,
}) => {
  await show('use-recovery-codes');
  const field = page.locator('#first-code');
  await expect(field).toBeFocused();
  await fontsLoaded(page);
  const ring = await field.evaluate((at) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(at);
    return Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  });
  expect(ring).toBeGreaterThan(3);
  const gaps = () =>
    page.locator('#first-code-note').evaluate((note) => {
      const text = document.createRange();
      text.selectNodeContents(note);
      const [words, input] = [text.getBoundingClientRect(), document.querySelector('#first-code')];
      const next = document.querySelector('label[for="first-name"]');
      if (input === null || next === null) throw new Error('a field is missing');
      return {
        above: words.top - input.getBoundingClientRect().bottom,
        below: next.getBoundingClientRect().top - words.bottom,
      };
    });
  const { above, below } = await gaps();
  expect(above).toBeGreaterThan(ring);
  expect(below).toBeGreaterThan(above);
  // It would be found.
  await page.locator('#first-code-note').evaluate((note) => Object.assign(note.style, { padding: 0 }));
  expect((await gaps()).above).toBeLessThan(ring);
});

test('why keys can’t be kept on a disk is in sight as a whole, and nobody is told to press the number of that', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('go-live-rehearsal');
  const why = page.getByText(/^Not possible on this disk/);
  await expect(why).toBeVisible();
  await fontsLoaded(page);
  const [reason, foot] = [await why.boundingBox(), await page.locator('[data-actions]').boundingBox()];
  expect((reason?.y ?? Number.NaN) + (reason?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? Number.NaN);
  await expect(page.locator('#go-live-note')).toHaveText('Press 1, then Enter.');
  const rows = page.getByRole('group').locator('label');
  await expect(rows).toHaveText(['Keys kept in memory1', 'Keys kept on disk']);
  // The positive control.
  await show('go-live');
  await expect(page.locator('#go-live-note')).toContainText('Press 1 or 2');
  await expect(rows).toHaveText(['Keys kept in memory1', 'Keys kept on disk2']);
});

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test('a passphrase that is not new, and one that is locked, move no button', LONG, async ({ page, show }) => {
  await show('change-passphrase');
  await expect(page.locator('#present-passphrase')).toBeFocused();
  await expectUnmoved(page, 'Change passphrase', async () => {
    await page.keyboard.type('locked');
    for (const id of ['new-passphrase', 'new-passphrase-again']) await page.locator(`#${id}`).fill('locked');
    await expect(page.locator('#new-passphrase-note')).toContainText('your current passphrase');
    const words = 'walnut harpoon tundra fiddle';
    for (const id of ['new-passphrase', 'new-passphrase-again']) await page.locator(`#${id}`).fill(words);
    await page.keyboard.press('Enter');
    await expect(page.locator('#present-passphrase-note')).toContainText('Too many wrong passphrases');
  });
});

test('what a legal hold does is read at once before it is set, with both buttons in sight', async ({
  page,
  show,
}) => {
  for (const name of ['hold-confirm', 'hold-confirm-stops', 'hold-confirm-tickets']) {
    await show(name);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await fontsLoaded(page);
    const sentences = await dialog.getByRole('listitem').all();
    const buttons = await dialog.getByRole('button').all();
    expect(sentences.length).toBeGreaterThan(4);
    expect(buttons).toHaveLength(2);
    for (const each of [...sentences, ...buttons]) await expect(each, name).toBeInViewport({ ratio: 1 });
  }
});

test('the button that ends recovery codes is in sight with all that is said of them', async ({
  page,
  show,
}) => {
  await show('recovery-decided-before');
  await fontsLoaded(page);
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'End both codes' })).toBeInViewport({ ratio: 1 });
});

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test('a legal hold without a reason is refused where its reasons are', LONG, async ({ page, show }) => {
  await show('supervisor-hold');
  await page.locator('[data-section="hold"]').waitFor();
  await expectUnmoved(page, 'Set legal hold…', async () => {
    await page.getByRole('button', { name: 'Set legal hold…' }).press('Enter');
    await expect(page.locator('legend [data-problem="hold-reason"]')).toBeInViewport({ ratio: 1 });
  });
});

test('what is wrong with card details is told in two lines, and the button stays', async ({ page, show }) => {
  await show('answers-typed');
  await expect(page.locator('#answer-name')).toBeVisible();
  await expectUnmoved(page, 'Continue to documents', async () => {
    await page.locator('#answer-birthDay').fill('31');
    await page.locator('#answer-birthMonth').fill('02');
    await page.locator('#answer-libraryNumber').fill('12');
    await page.getByRole('button', { name: 'Continue to documents' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Check the marked fields.');
  });
});

test('every field of card details, and what is told of it in two lines, is in sight at once on a usual screen; its keys have one row', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('answers-problems');
  await page.locator('html[data-done]').waitFor();
  await fontsLoaded(page);
  const told = page.locator('#answer-emergencyPhone-note');
  await expect(told).toContainText('Enter the contact’s phone number');
  expect((await whatScrolls(page)).beyond).toBe(0);
  const [note, foot] = [await told.boundingBox(), await page.locator('[data-actions]').boundingBox()];
  // The room below its words may be the button's.
  expect((note?.y ?? Number.NaN) + (note?.height ?? Number.NaN)).toBeLessThan((foot?.y ?? Number.NaN) + 2);
  await show('answers-counter');
  const bar = page.getByRole('region', { name: 'On every step' });
  await expect(bar.getByRole('button', { name: 'Give screen' })).toBeVisible();
  await fontsLoaded(page);
  const tops = await bar
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
  expect([tops.length, new Set(tops).size]).toEqual([6, 1]);
  const [words, first] = [
    await bar.locator('p').boundingBox(),
    await bar.getByRole('button').first().boundingBox(),
  ];
  expect(first?.y ?? Number.NaN).toBeLessThan((words?.y ?? 0) + (words?.height ?? 0));
});

test('the supervisor’s sections stand beside the one at hand, and the ways out in one row', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('practice-off');
  const section = page.locator('[data-section="practice"]');
  await section.waitFor();
  await fontsLoaded(page);
  const tabs = page.locator('main nav button');
  const place = async () => {
    const [one, list] = [await section.boundingBox(), await page.locator('main nav').boundingBox()];
    return (one?.x ?? 0) >= (list?.x ?? 0) + (list?.width ?? 0) ? 'beside' : 'below';
  };
  expect(await place()).toBe('beside');
  for (const tab of await tabs.all()) await expect(tab).toBeInViewport({ ratio: 1 });
  const tops = await page
    .locator('main [class*="beside"] button')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
  expect([tops.length, new Set(tops).size]).toEqual([3, 1]);
  // It would be found: a screen that is too narrow for both.
  await page.setViewportSize({ width: 480, height: 800 });
  await expect.poll(place).toBe('below');
});

test('the start screen has room for five open applications, each with what is next for it, and for what comes first of all', async ({
  page,
  show,
}) => {
  await show('start-tickets');
  await expect(page.locator('[data-ticket]')).toHaveCount(5);
  await expect(page.locator('[data-ticket="37"]')).toContainText('Scan the card');
  await expect(page.locator('[data-ticket="35"]')).toContainText('Open it to see why');
  await fontsLoaded(page);
  for (const viewport of [WORKPLACE, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
    await page.setViewportSize(viewport);
    const first = page.getByRole('region', { name: 'What to do next' });
    await expect(first.getByText('Ticket 37 expires soon. Scan its card first.')).toBeInViewport({
      ratio: 1,
    });
    expect((await whatScrolls(page)).beyond, `${viewport.width}`).toBe(0);
  }
});

test('Start, and the field for a scanned card, stay where they are whatever the kiosk has to say', async ({
  page,
  show,
}) => {
  for (const viewport of rowsOf([WORKPLACE, { width: 1920, height: 1080 }], 1)) {
    await page.setViewportSize(viewport);
    await show('start');
    const start = page.getByRole('button', { name: 'Start', exact: true });
    await expect(start).toBeVisible();
    await fontsLoaded(page);
    const place = await start.boundingBox();
    expect(place).not.toBeNull();
    for (const state of rowsOf(
      [...['start-held', 'start-printer-away', 'start-battery-low', 'start-shortage'], 'start-date-question'],
      2,
    )) {
      await show(state);
      // It would be found: something that takes room above the list.
      await expect(page.locator('[data-notices] > *').first()).toBeVisible();
      await fontsLoaded(page);
      expect(await start.boundingBox(), `${state} at ${viewport.width}`).toEqual(place);
    }
  }
});

test('the sections of the supervisor’s area stay in sight while the one at hand scrolls', async ({
  page,
  show,
}) => {
  await show('suspension-none');
  const tabs = page.locator('[data-tab]');
  await expect(tabs.first()).toBeInViewport({ ratio: 1 });
  await fontsLoaded(page);
  await page.locator('main').evaluate((at) => at.scrollIntoView({ block: 'end' }));
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
  for (const tab of [tabs.first(), tabs.last()]) await expect(tab).toBeInViewport({ ratio: 1 });
});

test('an open application that something above has just moved takes no press: another one was meant', async ({
  page,
  show,
}) => {
  // A notice; the note below Start; a line more in what lies over every screen.
  for (const above of rowsOf(['[data-notices]', '#start-note', '[role="banner"], header'], 1)) {
    await show('start-tickets');
    const first = page.locator('[data-ticket] button').first();
    await expect(first).toBeVisible();
    await fontsLoaded(page);
    await expect(first).toHaveAttribute('aria-disabled', 'false');
    const place = await first.boundingBox();
    const wake = await holdAsleep(page);
    await page
      .locator(above)
      .first()
      .evaluate((at) => at.insertAdjacentHTML('beforeend', '<p>The printer is away.</p>'.repeat(5)));
    await expect(first, above).toHaveAttribute('aria-disabled', 'true');
    // Nor does it look as if it were refused: it is what the row asks for.
    await expect(first, above).toHaveCSS('border-top-style', 'solid');
    expect(await first.boundingBox(), 'it has moved').not.toEqual(place);
    await first.click({ force: true });
    await expect(page.locator('[data-ticket]')).toHaveCount(5);
    // The positive control: once it has stood still, the same press opens it.
    await wake();
    await expect(first).toHaveAttribute('aria-disabled', 'false');
    await first.click();
    await expect(page.locator('[data-ticket]')).toHaveCount(0);
  }
});

test('an open application that came into the place of one that is gone takes no press either', async ({
  page,
  show,
}) => {
  await show('start-tickets');
  const rows = page.locator('[data-ticket]');
  await expect(rows).toHaveCount(5);
  await fontsLoaded(page);
  const open = (ticket: number) => page.locator(`[data-ticket="${ticket}"] button`);
  const drawn = () =>
    page.evaluate(() => new Promise((over) => requestAnimationFrame(() => requestAnimationFrame(over))));
  // What letters of their own have moved is over by then.
  await drawn();
  await expect(open(38)).toHaveAttribute('aria-disabled', 'false');
  const wake = await holdAsleep(page);
  // The last one has nothing below it that would move.
  await rows.last().evaluate((row) => row.remove());
  await drawn();
  await expect(open(38)).toHaveAttribute('aria-disabled', 'false');
  await rows.first().evaluate((row) => row.remove());
  await expect(open(38)).toHaveAttribute('aria-disabled', 'true');
  await open(38).click({ force: true });
  await expect(rows).toHaveCount(3);
  await wake();
  await expect(open(38)).toHaveAttribute('aria-disabled', 'false');
  // Nor where another one comes at once, and the list stays as high as it was.
  const wakeAgain = await holdAsleep(page);
  await rows.first().evaluate((row) => row.parentElement?.append(row));
  await expect(open(37)).toHaveAttribute('aria-disabled', 'true');
  await wakeAgain();
  await expect(open(37)).toHaveAttribute('aria-disabled', 'false');
});

test('the lines of a long read-back scroll by themselves, also by keys: Print stays in sight and lies over none of them', async ({
  page,
  show,
}) => {
  // More than the least screen of a clerk has room for.
  await show('check-held-in-arabic');
  const changes = page.getByRole('button', { name: /^Change/ });
  await expect(changes).toHaveCount(6);
  const print = page.getByRole('button', { name: 'Print card' });
  await expect(print).toBeFocused();
  await fontsLoaded(page);
  const lines = page.locator('[data-read-back-lines]');
  expect(await lines.evaluate((at) => at.scrollHeight - at.clientHeight)).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(print).toBeInViewport({ ratio: 1 });
  await expect(changes.last()).not.toBeInViewport();
  const aboveButton = async (): Promise<boolean> => {
    const [at, button] = [await lines.boundingBox(), await print.boundingBox()];
    if (at === null || button === null) throw new Error('one of them is not on the page');
    return at.y + at.height <= button.y;
  };
  expect(await aboveButton()).toBe(true);
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
  await expect(changes.last()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(changes.first()).toBeInViewport({ ratio: 1 });
  // The positive control: where the whole step scrolls, it lies over some of them.
  await lines.evaluate((at) => Object.assign(at.style, { flex: 'none' }));
  expect(await aboveButton()).toBe(false);
});

test('Print waits until the last line of a read-back that scrolls was in sight, and an early Enter names the key', async ({
  page,
  show,
}) => {
  const lines = page.locator('[data-read-back-lines]');
  const print = page.getByRole('button', { name: 'Print card' });
  const early = page.getByRole('status').filter({ hasText: 'press Page Down to show the last line.' });
  // The positive control: where nothing scrolls, its time is all that it waits for.
  await show('check');
  await expect(lines).toHaveAttribute('data-read-back-lines', 'seen');
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  await show('check-held-in-arabic');
  await expect(lines).toHaveAttribute('data-read-back-lines', 'more');
  // Before anybody asks.
  await expect(early).toBeVisible();
  await page.evaluate(
    (longer) => new Promise((over) => setTimeout(over, longer)),
    2 * READ_BACK_MILLISECONDS,
  );
  await expect(print).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(early).toBeVisible();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
  await expect(early).toHaveCount(0);
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  // Once is enough.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageUp');
  await expect(page.getByRole('button', { name: /^Change/ }).first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await waitForPrint(page);
});

test('no word of a long name is broken at the read-back: its letters become smaller instead', async ({
  page,
  show,
}) => {
  await show('check-held');
  await fontsLoaded(page);
  const name = page.locator('[data-read-back="name"]');
  /** The words that stand in more than one line. */
  const brokenWords = (): Promise<readonly string[]> =>
    name.evaluate((at) => {
      const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
      const text = walker.nextNode();
      if (!(text instanceof Text)) throw new Error('there is no name');
      return [...text.data.matchAll(/[^\s-]+-?/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      });
    });
  await expect.poll(brokenWords).toEqual([]);
  // The positive control: at the size of a short name it would be broken.
  const fitted = name.locator('[data-fit]');
  await fitted.evaluate((at) => Object.assign(at.style, { fontSize: '1em' }));
  await expect.poll(brokenWords).toEqual(['Featherstonehaugh-']);
  await fitted.evaluate((at) => at.style.removeProperty('font-size'));
  for (const size of ['125', '150']) {
    await page.keyboard.press('Control+=');
    await page.locator(`html[data-text-size="${size}"]`).waitFor();
    await expect.poll(brokenWords, size).toEqual([]);
  }
});

test('a name gives room where no line need be cut then, and what scrolls never makes the screen around it scroll', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const lines = page.locator('[data-read-back-lines]');
  const beyond = (): Promise<number> => lines.evaluate((at) => at.scrollHeight - at.clientHeight);
  const name = page.locator('[data-read-back="name"] [data-fit]');
  // The positive control: where there is room for all of them it stays as large as it is meant to be.
  await show('check');
  await expect(name).toHaveAttribute('data-fit', '0');
  await show('check-held-in-arabic');
  await fontsLoaded(page);
  await expect.poll(beyond).toBe(0);
  await expect(name).not.toHaveAttribute('data-fit', '0');
  await expect(page.getByRole('button', { name: /^Change/ }).last()).toBeInViewport({ ratio: 1 });
  // More than any size of the name has room for: it stays large, and the lines alone scroll.
  await show('check-below');
  await expect(lines).toHaveAttribute('data-read-back-lines', 'more');
  await fontsLoaded(page);
  await expect.poll(beyond).toBeGreaterThan(0);
  const pane = page.locator('[data-framed] > :first-child');
  expect(await pane.evaluate((at) => at.scrollHeight - at.clientHeight)).toBe(0);
});

test('a held key goes on scrolling the lines; where the whole step scrolls, the keys are the page’s own', async ({
  page,
  show,
}) => {
  const placeOf = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((at) => at.scrollTop);
  await show('check-held-in-arabic');
  await expect(page.getByRole('button', { name: 'Print card' })).toBeFocused();
  await fontsLoaded(page);
  await page.keyboard.down('ArrowDown');
  const once = await placeOf('[data-read-back-lines]');
  expect(once).toBeGreaterThan(0);
  await page.keyboard.down('ArrowDown');
  expect(await placeOf('[data-read-back-lines]')).toBeGreaterThan(once);
  await page.keyboard.up('ArrowDown');
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 640, height: 400 });
  try {
    const frame = '[data-framed]';
    await page
      .getByRole('button', { name: /^Change/ })
      .first()
      .focus();
    const before = await placeOf(frame);
    await page.keyboard.press('PageDown');
    await expect.poll(() => placeOf(frame)).toBeGreaterThan(before);
  } finally {
    await page.setViewportSize(size);
  }
});

test('troubles of the printer, and that another card is printed first, move nothing that is pressed', async ({
  page,
  show,
}) => {
  const stop = page.getByRole('button', { name: 'Stop print…' });
  for (const [viewport, states] of [
    // The longest one; and a second one.
    [
      WORKPLACE,
      [
        ['print-stop-dialog', '[data-print-trouble="media-jam"]'],
        ['print-ribbon', '[data-other-troubles="tray-full"]'],
      ],
    ],
    // Where the column beside has room for a card that is ready.
    [{ width: 1280, height: 800 }, [['print-queued', '[data-print-turn]']]],
  ] as const) {
    await page.setViewportSize(viewport);
    await show('print-front');
    await expect(stop).toBeVisible();
    await fontsLoaded(page);
    const place = await stop.boundingBox();
    expect(place).not.toBeNull();
    for (const [state, told] of states) {
      await show(state);
      await page.locator('html[data-done]').waitFor();
      // Its question lies over the screen.
      if (state === 'print-stop-dialog') await page.keyboard.press('Escape');
      await expect(page.locator(`main ${told}`), state).toBeVisible();
      await fontsLoaded(page);
      expect(await stop.boundingBox(), state).toEqual(place);
      await expect(stop).toBeInViewport({ ratio: 1 });
    }
  }
});

test('the steps stay in one row beside a card that is ready, and “Retake photo” in one line', async ({
  page,
  show,
}) => {
  const steps = page.locator('nav ol').first();
  await show('print-front');
  await expect(steps).toBeVisible();
  await fontsLoaded(page);
  const row = await steps.boundingBox();
  await show('print-queued');
  await expect(page.locator('[data-ready-ticket]')).toBeVisible();
  await fontsLoaded(page);
  expect(await steps.boundingBox()).toEqual(row);
  await show('check');
  const words = page.getByRole('button', { name: 'Retake photo' }).locator('span').first();
  await expect(words).toBeVisible();
  await fontsLoaded(page);
  const lines = (): Promise<number> => words.evaluate((at) => at.getClientRects()[0]?.height ?? 0);
  const one = await lines();
  expect(one).toBeGreaterThan(0);
  // The positive control: in less room it has two.
  await words.evaluate((at) => Object.assign(at.style, { maxInlineSize: '4em' }));
  expect(await lines()).toBeGreaterThan(1.5 * one);
});

// The same of a receipt is in start.parts.ts.
test('how far a paper has come moves no button below it', LONG, async ({ page, show }) => {
  // As high as a large screen: all of it is in sight.
  await page.setViewportSize({ width: WORKPLACE.width, height: 1080 });
  await show('start-fee-on-paper');
  const line = page.locator('[data-paper]').first();
  await expectUnmoved(page, 'Get fee receipt', async () => {
    await page.keyboard.press('F7');
    await expect(line).toContainText('Printed.');
  });
  // Nor the longest that is told of one.
  const DOUBT =
    'The kiosk can’t tell whether the page came out. Check the printer’s tray, then print it again if you need to.';
  await expectUnmoved(page, 'Get fee receipt', () =>
    line.evaluate((at, words) => at.replaceChildren(words), DOUBT),
  );
});

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test('a camera that is lost moves no button', LONG, async ({ page, show }) => {
  await show('photo');
  const take = page.getByRole('button', { name: 'Take photo' });
  await expect(take).toHaveAttribute('aria-disabled', 'false');
  await expectUnmoved(page, 'Take photo', async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('pulled out', 'NotFoundError');
      };
      const feed = document.querySelector('video')?.srcObject;
      if (!(feed instanceof MediaStream)) throw new Error('there is no camera to lose');
      for (const track of feed.getTracks()) track.dispatchEvent(new Event('ended'));
    });
    await expect(page.locator('main [role="alert"]')).toContainText('camera');
    await expect(take).toHaveAttribute('aria-disabled', 'true');
  });
});

test('beside the kind of document at hand, or under the mouse, stands what it proves, copies, and its age', async ({
  page,
  show,
}) => {
  await show('documents-noted');
  await page.locator('main fieldset input').first().focus();
  const asks = page.locator('[data-document-asks]');
  await expect(asks).toContainText('Counts only with another document that has a photo.');
  await expect(asks).toContainText('A copy is fine. Must be issued in the last 60 days.');
  await expect(asks.locator('b')).toHaveText('Letter from a friend');
  await page.keyboard.press('ArrowDown');
  await expect(asks).not.toContainText('60 days');
  await expect(asks).toContainText('Proves');
  await expect(asks.locator('b')).not.toHaveText('Letter from a friend');
  // The mouse asks as well, and whatever is pointed at last is told of; no row moves under it.
  const first = page.locator('main fieldset label').first();
  await fontsLoaded(page);
  const place = await first.boundingBox();
  await first.hover();
  await expect(asks).toContainText('60 days');
  expect(await first.boundingBox()).toEqual(place);
  await page.keyboard.press('ArrowDown');
  await expect(asks).not.toContainText('60 days');
});

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test(
  'why documents are refused is told where the fastest way was, and the list stays',
  LONG,
  async ({ page, show }) => {
    const places = [];
    for (const name of ['documents-proven', 'documents-broken']) {
      await show(name);
      const state = fixtures.find((each) => each.name === name);
      if (state === undefined) throw new Error(`npm run dev has no state ${name}`);
      await expectState(page, state);
      await fontsLoaded(page);
      places.push(await page.locator('main fieldset').first().boundingBox());
    }
    await expect(page.locator('main [role="alert"]')).toBeVisible();
    expect(places[0]).not.toBeNull();
    expect(places[1]).toEqual(places[0]);
  },
);

test('help lies beside the work and moves nothing; IT staff are not sent to IT staff', async ({
  page,
  show,
}) => {
  await show('start');
  const help = page.locator('[data-help]');
  await expect(page.getByRole('button', { name: 'Start' })).toBeFocused();
  await expectUnmoved(page, 'Go to handoff', async () => {
    await page.keyboard.press('F1');
    await expect(help).toContainText('call your supervisor');
  });
  const button = page.getByRole('button', { name: 'Go to handoff' });
  const onTop = await button.evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(right - 2, bottom - 2));
  });
  expect(onTop, 'nothing lies over it').toBe(true);
  // Where the screen is low nothing that has the focus is under it (WCAG 2.4.11).
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await hiddenStops(page)).toEqual([]);
  await page.setViewportSize(WORKPLACE);
  await page.keyboard.press('F1');
  await expect(help).toHaveCount(0);
  await show('it-staff');
  await page.locator('[data-section]').first().waitFor();
  await page.keyboard.press('F1');
  await expect(help).toContainText('documentation for IT staff');
});

test('the sizes of text stand below each other in the help, and their borders do not touch', async ({
  page,
  show,
}) => {
  await show('start');
  await expect(page.getByRole('button', { name: 'Start' })).toBeFocused();
  await page.keyboard.press('F1');
  const sizes = page.locator('[data-help] button');
  await expect(sizes).toHaveCount(3);
  await fontsLoaded(page);
  const boxes = await sizes.evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, top, bottom } = button.getBoundingClientRect();
      return { left, top, bottom };
    }),
  );
  expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
  for (const [place, { top }] of boxes.entries())
    expect(top - (boxes[place - 1]?.bottom ?? 0), `the one before ${place}`).toBeGreaterThanOrEqual(6);
});

test('covered card details offer none of their keys', async ({ page, show }) => {
  await show('answers-covered');
  const bar = page.getByRole('region', { name: 'On every step' });
  await expect(bar.getByRole('button', { name: 'Uncover' })).toBeVisible();
  await expect(bar.locator('kbd')).toHaveCount(0);
  await page.keyboard.press('F9');
  await expect(bar.locator('kbd')).not.toHaveCount(0);
});

test('a covered step does not scroll, and is where it was when it is seen again', async ({ page, show }) => {
  // Lower than a workplace, so that the first field is out of sight at the end.
  await page.setViewportSize({ width: 1024, height: 680 });
  await show('answers-covered');
  const covered = page.getByText('Covered. Press F9 to continue.');
  const pane = page.locator('[data-framed] > :first-child');
  const scrolled = () => pane.evaluate(({ scrollTop }) => scrollTop);
  await expect(covered).toBeVisible();
  await page.keyboard.press('F9');
  await expect(covered).toHaveCount(0);
  // Away from what has the focus, which is no text field: Chromium brings its caret into sight by itself, some frames later.
  await pane.evaluate((at) => {
    at.querySelector<HTMLElement>('input[type="radio"]')?.focus();
    at.scrollTo({ top: at.scrollHeight });
  });
  const place = await scrolled();
  // Where nothing scrolls, nothing is shown by the rest.
  expect(place).toBeGreaterThan(0);
  await page.keyboard.press('F9');
  await expect(covered).toBeVisible();
  // Whoever works by keys must get to all that scrolls, and under a cover nothing takes the focus.
  await expect(pane).toHaveCSS('overflow', 'hidden');
  await page.keyboard.press('F9');
  await expect(covered).toHaveCount(0);
  expect(await scrolled()).toBe(place);
});

test('too little memory, and a disk that takes no writes, are told before anybody begins, with what to do', async ({
  page,
  show,
}) => {
  for (const [state, notice, words] of [
    ['start-memory-shortage', 'shortage', 'Ask your IT staff what else is using the memory.'],
    ['start-disk-fails', 'disk-fails', 'Call your IT staff: the disk may be full.'],
  ] as const) {
    await show(state);
    const told = page.locator(`[data-notice="${notice}"] [role="alert"]`);
    await expect(told).toContainText('new applications are stopped');
    await expect(told).toContainText(words);
    await expect(told).toBeInViewport();
  }
});

test('a battery that is too low for a card is told on the start screen, before Print is pressed and where a card would be reprinted', async ({
  page,
  show,
}) => {
  const words = 'This computer’s battery is below 20 percent, so no card can print';
  for (const state of rowsOf(['start-battery-low', 'check-battery-low', 'spoiled-battery-low'] as const, 2)) {
    await show(state);
    const told = page.locator('[data-notice="battery-low"] [role="status"]');
    await expect(told).toContainText(words);
    await expect(told).toContainText('Plug in the computer.');
    await expect(told).toBeInViewport();
  }
  // The control: nothing of it is told while there is enough.
  await show('start-printer-away');
  await expect(page.locator('[data-notice="printer"]')).toBeVisible();
  await expect(page.locator('[data-notice="battery-low"]')).toHaveCount(0);
});

// Another row of: what is told moves no button; short runs have it of card details, of Start and of a print.
test(
  'a kind of card that is refused is told where the form has its place, and moves none of its fields',
  LONG,
  async ({ page, show }) => {
    const name = page.locator('#answer-name');
    await show('answers-route-refused');
    await page.locator('html[data-done]').waitFor();
    await expect(page.locator('main [role="alert"]')).toBeInViewport({ ratio: 1 });
    await fontsLoaded(page);
    // The last field has the focus, and stays in sight above what is told.
    await expect(page.locator('#answer-emergencyPhone')).toBeFocused();
    const clearance = async (): Promise<number> => {
      const [field, foot] = [
        await page.locator('#answer-emergencyPhone').boundingBox(),
        await page.locator('[data-actions]').boundingBox(),
      ];
      if (field === null || foot === null) throw new Error('one of them is not on the page');
      return foot.y - (field.y + field.height);
    };
    await expect.poll(clearance).toBeGreaterThan(0);
    // It would be found.
    const pane = page.locator('[data-framed] > :first-child');
    await pane.evaluate((at) => at.scrollTo({ top: 0 }));
    await expect.poll(clearance).toBeLessThan(0);
    await name.focus();
    const told = await name.boundingBox();
    // The next choice takes back what was told, and is refused as well.
    const [choice, alert] = [page.locator('fieldset[data-route]'), page.locator('main [role="alert"]')];
    await expect(choice).toHaveAttribute('data-route', 'first');
    await page.evaluate(() => {
      const { call } = window.counterfoil;
      Object.assign(window.counterfoil, {
        call: (asked: string, input: unknown) =>
          asked === 'chooseRoute' ? new Promise(() => undefined) : call(asked, input),
      });
    });
    await page.keyboard.press('F2');
    await expect(alert).toHaveCount(0);
    expect(await name.boundingBox(), 'nothing moves').toEqual(told);
  },
);

test('a hold that is set in the moment of the handoff moves nothing under the hand', async ({
  page,
  show,
}) => {
  await show('hand-over-named');
  await page.locator('[data-enabled="true"]').waitFor();
  await fontsLoaded(page);
  const question = page.getByRole('region', { name: 'Does the applicant have the card' });
  const place = await question.boundingBox();
  if (place === null) throw new Error('the question is not on the screen');
  await show('hand-over-held-meanwhile');
  const notice = page.locator('[data-held-notice]');
  await expect(notice).toBeInViewport({ ratio: 1 });
  await fontsLoaded(page);
  const now = await question.boundingBox();
  // A pixel or two of scrolling bring the end of the notice into sight.
  expect(Math.abs((now?.y ?? Number.NaN) - place.y), 'nothing moves').toBeLessThan(3);
  // The way out is offered once, where it is on every step.
  await expect(notice).toContainText('press F6');
  await expect(page.getByRole('button', { name: 'Set aside' })).toHaveCount(1);
  // Nothing on the screen says otherwise.
  const handedOver = page.getByRole('button', { name: 'Card handed over' });
  await expect(handedOver).toHaveAttribute('aria-disabled', 'true');
  const bar = page.getByRole('region', { name: 'On every step' });
  await expect(bar).not.toContainText('card handed over');
  await expect(page.locator('[data-held-until]')).toHaveAttribute('data-held-until', 'lifted');
  // The positive control.
  await show('hand-over-named');
  await expect(handedOver).toHaveAttribute('aria-disabled', 'false');
  await expect(bar).toContainText('card handed over');
  await expect(page.locator('[data-held-until]')).toHaveAttribute('data-held-until', 'hand-over');
});

test('a legal notice and its English are compared sentence by sentence, and what is said under a hold alone is called so', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('applicant-screens-accept');
  const columns = page.locator('[data-both-notices] > section');
  await expect(columns).toHaveCount(2);
  const [own, english] = [columns.first().locator('p'), columns.last().locator('p')];
  await expect(own).toHaveCount(await english.count());
  await fontsLoaded(page);
  const tops = (all: typeof own) =>
    all.evaluateAll((each) => each.map((at) => Math.round(at.getBoundingClientRect().top)));
  expect((await tops(own)).length).toBeGreaterThan(4);
  const apart = async () => {
    const [one, other] = [await tops(own), await tops(english)];
    return one.filter((top, row) => top !== other[row]);
  };
  await expect.poll(apart).toEqual([]);
  await expect(columns.last()).toContainText('Only during a legal hold:');
  // The control: what comes before that is said on any day.
  const words = await english.allTextContents();
  expect(words.indexOf('Only during a legal hold:')).toBeGreaterThan(2);
  const accept = page.getByRole('button', { name: 'Accept in my name' });
  await expect(accept).toHaveAttribute('data-asleep', 'false');
  await accept.click();
  await expect(page.locator('[data-accepted-language]')).toHaveText('Applicants can choose Arabic now.');
});

test('at the handoff nothing is out of sight on a usual screen: not with an old card, not under a hold, and not the tray’s pictures', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const tray = page.locator('[aria-labelledby="tray-heading"]');
  for (const state of rowsOf(
    ['hand-over', 'hand-over-old-card-kept', 'hand-over-old-card', 'hand-over-held', 'hand-over-in-practice'],
    2,
  )) {
    await show(state);
    await expect(tray.locator('img'), state).toHaveCount(2);
    await fontsLoaded(page);
    expect((await whatScrolls(page)).beyond, state).toBe(0);
    await expect(tray, state).toBeInViewport({ ratio: 1 });
  }
  // It would be found.
  await tray.evaluate((at) => Object.assign(at.style, { minBlockSize: '30rem' }));
  expect((await whatScrolls(page)).beyond).toBeGreaterThan(0);
});

test('what keeps a card from being handed over stands at its button before anybody presses it', async ({
  page,
  show,
}) => {
  const first = page.locator('[data-enabled]').getByRole('status');
  for (const [state, words] of rowsOf(
    [
      ['hand-over', 'First scan the card.'],
      // The control.
      ['hand-over-named', ''],
      ['hand-over-old-card', 'First destroy the old card, then press F2.'],
      // Its notice says it.
      ['hand-over-held', ''],
    ] as const,
    2,
  )) {
    await show(state);
    await expect(page.locator('[data-enabled]')).toHaveAttribute(
      'data-enabled',
      String(state === 'hand-over-named'),
    );
    await expect(first, state).toHaveText(words);
  }
});

test('what is needed stands in one row, and every kind of document is in sight on a usual screen: of a child and of a renewal as well', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const needed = page.locator('[data-proven]');
  for (const [state, count] of rowsOf(
    [
      ['documents', 3],
      ['documents-of-child', 3],
      ['documents-renewal', 2],
    ] as const,
    2,
  )) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    await page.locator('main[data-screen="documents"]').waitFor();
    await expect(needed, state).toHaveCount(count);
    await fontsLoaded(page);
    const tops = await needed.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(new Set(tops).size, state).toBe(1);
    expect((await whatScrolls(page)).beyond, state).toBe(0);
    // Nor once going on was refused, with all that is told then.
    await page.locator('main fieldset input').first().press('Enter');
    await expect(page.locator('main [role="alert"]'), state).toBeVisible();
    expect((await whatScrolls(page)).beyond, `${state}, refused`).toBe(0);
  }
  // It would be found.
  await page
    .locator('main fieldset')
    .last()
    .evaluate((at) => Object.assign(at.style, { minBlockSize: '30rem' }));
  expect((await whatScrolls(page)).beyond).toBeGreaterThan(0);
});

test('help has a heading, leaves no strip of the card beside the steps, and lies over no field', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('help-answers');
  const help = page.getByRole('region', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Help' })).toBeVisible();
  await fontsLoaded(page);
  const left = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? Number.NaN;
  const field = await page.locator('#answer-emergencyPhone').boundingBox();
  const edge = await left('[data-help]');
  expect(edge).toBeLessThan(await left('aside'));
  expect(edge).toBeGreaterThan((field?.x ?? Number.NaN) + (field?.width ?? 0));
});

test('at the review a label stands apart from the line above it, and next to its own', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('check');
  await expect(page.locator('[data-read-back]')).toHaveCount(6);
  await fontsLoaded(page);
  const boxOf = async (at: Locator) => {
    const { y, height } = (await at.boundingBox()) ?? { y: Number.NaN, height: Number.NaN };
    return { top: y, bottom: y + height };
  };
  const name = await boxOf(page.locator('[data-read-back="name"]'));
  const label = await boxOf(page.locator('main dl').first().locator('dt').nth(1));
  const born = await boxOf(page.locator('[data-read-back="birth-date"]'));
  expect(label.top - name.bottom).toBeGreaterThanOrEqual(8);
  expect(born.top - label.bottom).toBeLessThan(1);
});

test('the words of a text button begin where those above it do', async ({ page, show }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const leftOf = (at: Locator): Promise<number> =>
    at.evaluate((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return words.getBoundingClientRect().left;
    });
  for (const [state, name, above] of rowsOf(
    [
      ['hand-over', 'Report missing card', '#question'],
      ['start-printer-away', 'Record ribbon change…', '#printer-at-hand'],
      ['help-start', 'Larger text', '[data-help] [data-text-size]'],
      ['help-start', 'Normal text', '[data-help] [data-text-size]'],
    ] as const,
    1,
  )) {
    await show(state);
    await page.locator('html[data-done]').waitFor();
    const words = page.getByRole('button', { name }).locator('span').first();
    await expect(words, name).toBeVisible();
    await fontsLoaded(page);
    const [own, heading] = [await leftOf(words), await leftOf(page.locator(above))];
    expect(Math.abs(own - heading), name).toBeLessThan(1.5);
  }
});

test('under a hold the clerk reads beside Print that the card can be printed, and not handed over', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const told = page.getByText('not hand it over while the legal hold is in force');
  await show('check-held');
  const print = page.getByRole('button', { name: 'Print card' });
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  await expect(told).toBeInViewport({ ratio: 1 });
  // The positive control.
  await show('check');
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  await expect(told).toHaveCount(0);
});

test('what keeps a card from being printed stands beside Print at once; time alone leaves its outline whole', async ({
  page,
  show,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const print = page.getByRole('button', { name: 'Print card' });
  const note = page.locator('[data-actions]').getByRole('status');
  await show('check-fee');
  await expect(note).toHaveText('First mark the fee as paid or waived.');
  await expect(print).toHaveCSS('border-top-style', 'dashed');
  // Its time never begins.
  await show('check-early');
  await page.locator('html[data-done]').waitFor();
  await expect(note).toHaveText('Let the applicant read it first.');
  await expect(print).toHaveAttribute('aria-disabled', 'true');
  await expect(print).toHaveCSS('border-top-style', 'solid');
});

test('the ring around a heading is as wide as its words', async ({ page, show }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('tray-check');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  await fontsLoaded(page);
  const { around, words } = await heading.evaluate((at) => {
    const range = document.createRange();
    range.selectNodeContents(at);
    return { around: at.getBoundingClientRect().width, words: range.getBoundingClientRect().width };
  });
  expect(words).toBeGreaterThan(100);
  expect(around - words).toBeLessThan(2);
});
