import type { Page } from '@playwright/test';
import { CLERK, FIRST_STAFF, pageKeyboard, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { startDragSource } from '../support/drag-source.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { openXMouse } from '../support/keyboard/x-mouse.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expectSamePage, markPage, targetsOf } from '../support/kiosk/targets.ts';
import { LONG, longUnless } from '../support/long.ts';
import { startClipboardManager } from '../support/selections/clipboard-manager.ts';
import { fieldsOf } from '../support/selections/fields.ts';
import { type OtherClient, openOtherClient, PLACES } from '../support/selections/other-client.ts';
import { type Hands, settled, WAYS_OUT, type WayOut } from '../support/selections/try-to-take-out.ts';
import { expect, test } from './fixtures.ts';

async function valuesOf(page: Page): Promise<readonly string[]> {
  return Promise.all((await fieldsOf(page)).map((field) => field.inputValue()));
}

function handsAt(environment: Readonly<Record<string, string>>): Hands {
  return { keys: openXKeyboard(environment), mouse: openXMouse(environment) };
}

/** Every way out of every field where there is time for it. */
const all = process.env.COUNTERFOIL_ALL === '1';

/** The ways to try on one of the fields of a page: all on the first one, and on the others every third. */
function waysOutOf(index: number): readonly WayOut[] {
  return all || index === 0 ? WAYS_OUT : WAYS_OUT.filter((_way, way) => way % 3 === index % 3);
}

/** Tries ways out of every field of the page, and expects another program to get nothing and the field to keep all. */
async function expectNothingOut(page: Page, hands: Hands, other: OtherClient): Promise<number> {
  const fields = await fieldsOf(page);
  for (const [index, field] of fields.entries()) {
    const name = await field.getAttribute('id');
    const before = await field.inputValue();
    for (const way of waysOutOf(index)) {
      await way.go(field, hands);
      await settled(page, hands);
      expect(other.read(), `${name}: ${way.name}`).toEqual([]);
      expect(await field.inputValue(), `${name}: ${way.name}`).toBe(before);
    }
  }
  return fields.length;
}

// About 10 s: three or four of ten ways out of each of nine fields, by real X events; all ten take three times as long.
test('no text leaves any field of an applicant, by keys, by copying, cutting or dragging', async ({
  openKiosk,
  machine,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const other = openOtherClient(machine.environment);
  const hands = handsAt(machine.environment);
  await bringTo('documents', page, WILHELMINA);
  await pageKeyboard(page).press('Escape');
  await waitForScreen(page, 'answers');
  const values = await valuesOf(page);
  expect(values, 'each has something that could leave').not.toContain('');
  expect(await expectNothingOut(page, hands, other)).toBe(9);

  // The positive control: the same keys do select, and what is selected is typed over.
  const name = page.locator('#answer-name');
  await name.focus();
  await hands.keys.press('Home');
  await hands.keys.press('shift+End');
  await hands.keys.type('Ottoline Marchbanks');
  await expect(name).toHaveValue('Ottoline Marchbanks');

  // And the same reader finds what another program leaves; once the kiosk has given up what was selected just now.
  await settled(page, hands);
  for (const place of PLACES) other.plant(place, `left in ${place}`);
  const planted = other.read();
  expect(planted.map(({ place }) => place)).toEqual(PLACES);
  for (const { place, text } of planted) expect(text).toContain(`left in ${place}`);

  // None of which comes in.
  await name.focus();
  for (const key of ['ctrl+v', 'shift+Insert', 'ctrl+shift+v']) await hands.keys.press(key);
  const box = await name.boundingBox();
  if (box === null) throw new Error('the field is not on the screen');
  hands.mouse.click({ x: box.x + 40, y: box.y + box.height / 2 }, { button: 2 });
  await hands.keys.type('!');
  await expect(name).toHaveValue(/^[^!]*![^!]*$/);
  expect((await name.inputValue()).replace('!', '')).toBe('Ottoline Marchbanks');
});

// About 25 s.
test(
  'no text leaves the other steps, in fields or as it stands on the page',
  LONG,
  async ({ openKiosk, machine }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const other = openOtherClient(machine.environment);
    const hands = handsAt(machine.environment);
    await page.locator('#find-card').fill('A7');
    expect(await expectNothingOut(page, hands, other), 'fields of the start screen').toBe(1);
    await page.locator('#find-card').fill('');
    await page.getByRole('button', { name: /^Start/ }).focus();

    const keys = await bringTo('check', page, WILHELMINA);
    const read = page.locator('main').getByText(/Wilhelmina|Quillfeather/);
    expect(await read.count(), 'what is read back stands there').toBeGreaterThan(1);
    for (const text of await read.all()) {
      const box = await text.boundingBox();
      if (box === null) throw new Error('what is read back is not on the screen');
      const at = { x: Math.round(box.x + 20), y: Math.round(box.y + box.height / 2) };
      hands.mouse.click(at, { times: 3 });
      hands.mouse.drag(at, { x: at.x + 200, y: at.y + 40 });
      for (const key of ['ctrl+a', 'ctrl+c', 'ctrl+Insert', 'ctrl+x']) await hands.keys.press(key);
      await settled(page, hands);
      expect(other.read(), 'what is read back').toEqual([]);
    }

    // The clicks took the keyboard away from it.
    await page.getByRole('button', { name: /^Print card/ }).focus();
    await keys.press('Enter');
    await waitForScreen(page, 'hand-over');
    await keys.type('AB');
    expect(await expectNothingOut(page, hands, other), 'fields of the hand-over').toBe(1);
  },
);

// About 10 s: a second Electron, out of whose window the mouse drags.
for (const what of ['link', 'file'] as const) {
  test(
    `a ${what} that is dragged into the page does nothing`,
    longUnless(what === 'file'),
    async ({ openKiosk, machine, windows }) => {
      const kiosk = await openKiosk();
      const { page } = await kiosk.signedIn();
      const hands = handsAt(machine.environment);
      const { mouse } = hands;
      await bringTo('answers', page, WILHELMINA);
      await markPage(page);
      await page.evaluate(() => {
        const seen: string[] = [];
        for (const kind of ['dragover', 'drop']) {
          window.addEventListener(kind, (event) => {
            const effect = event instanceof DragEvent ? event.dataTransfer?.dropEffect : undefined;
            seen.push(`${kind} ${event.defaultPrevented} ${effect}`);
            document.documentElement.dataset.dragged = [...new Set(seen)].join(', ');
          });
        }
      });
      const source = await startDragSource(machine);
      try {
        const box = await page.locator('#answer-name').boundingBox();
        if (box === null) throw new Error('the field is not on the screen');
        const field = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
        // The positive control: the drag is over the field, and the page refuses it there. A window that is shown may not
        // have painted yet what is to be dragged: then the hand takes hold of it anew.
        await expect(async () => {
          mouse.release();
          mouse.press(source[what]);
          mouse.move(source[what], field);
          await expect(async () => {
            mouse.move({ x: field.x - 4, y: field.y }, field);
            expect(await page.evaluate(() => document.documentElement.dataset.dragged)).toContain('dragover');
          }).toPass({ intervals: [50], timeout: 10_000 });
        }).toPass();
        mouse.release();
        // The window out of which it was dragged has the keyboard now, and for a moment the mouse as well.
        await expect(async () => {
          mouse.click(field);
          expect(await page.evaluate(() => document.hasFocus())).toBe(true);
        }).toPass({ intervals: [50] });
        await settled(page, hands);
        expect(await page.evaluate(() => document.documentElement.dataset.dragged)).toBe(
          'dragover true none',
        );
      } finally {
        await source.stop();
      }
      expect((await windows.takeForeign()).join(), 'the only other program').toContain('Something to drag');
      expect(await valuesOf(page)).toEqual(Array.from({ length: 9 }, () => ''));
      await expectSamePage(page, `after the ${what}`);
      expect(await targetsOf(kiosk.dataFolder)).toEqual(['app://kiosk/']);
      await page.locator('#answer-name').focus();
      await page.keyboard.type('Ottoline');
      await expect(page.locator('#answer-name')).toHaveValue('Ottoline');
    },
  );
}

// About 8 s.
test('where a clipboard manager runs no kiosk goes live, and where one comes later nobody new begins', async ({
  openKiosk,
  machine,
  windows,
}) => {
  const sentence =
    'A clipboard manager is running on this computer. It can keep what someone copies. Ask your IT staff to remove it, then try again.';
  const kiosk = await openKiosk();
  const { page } = await kiosk.shown();
  await waitForScreen(page, 'set-up');
  await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
  await waitForScreen(page, 'go-live');
  const first = await startClipboardManager(machine.environment);
  try {
    await pageKeyboard(page).press('1');
    await pageKeyboard(page).press('Enter');
    await expect(page.locator('[data-refusal="clipboard-kept"]')).toHaveText(sentence);
    await expectAccessible(page, 'go-live, refused for a clipboard manager');
    await keepPicture(page, 'go-live-clipboard-manager');
    expect((await getState(page)).status.custody).toBeNull();
  } finally {
    await first.stop();
  }
  await pageKeyboard(page).press('Enter');
  await waitForScreen(page, 'recovery-decision');
  await signOut(page);
  await page.locator('[data-news="live"]').waitFor();
  await signInAs(page, CLERK);
  const later = await startClipboardManager(machine.environment);
  try {
    await press(page, /^Start/);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await keepPicture(page, 'start-clipboard-manager');
    expect((await getState(page)).status.inProgress).toEqual([]);
  } finally {
    await later.stop();
  }
  expect(await windows.takeForeign(), 'the managers’ own windows').toHaveLength(2);
  await press(page, /^Start/);
  await waitForScreen(page, 'answers');
});
