import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildPages } from '../../build/dev/build-pages.ts';
import { openWindow } from '../../build/dev/open-window.ts';
import { serveBuiltPages } from '../../build/dev/serve-built-pages.ts';
import { addressOf } from '../support/resident-address.ts';
import { watchPresses, watchTyping } from './in-page.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { milliseconds } from './table.ts';
import { watching } from './watching.ts';

/** A word that all Latin keyboards type without the shift key, and deletes again. */
const WORD = 'featherstone';
const GAP_MILLISECONDS = 60;

/** Where the middle of each key is: found before, so that nothing but presses is measured. */
async function placesOf(page: Page, names: readonly string[]): Promise<readonly { x: number; y: number }[]> {
  return page.evaluate((wanted) => {
    const keys = [...document.querySelectorAll('[data-key]')];
    return wanted.map((name) => {
      const key = keys.find((each) => each.textContent === name);
      if (key === undefined) throw new Error(`no key is called ${name}`);
      const { left, top, width, height } = key.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
  }, names);
}

/** Presses keys in turn; milliseconds of each, from letting go of it to the frame after what it typed. */
async function press(page: Page, places: readonly { x: number; y: number }[]): Promise<readonly number[]> {
  const times = page.evaluate(watchPresses, places.length);
  await watching(page);
  for (const { x, y } of places) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(GAP_MILLISECONDS);
  }
  return times;
}

/** The question for a name, with a letter in it: so all keys are small letters. They are awake, as a new screen's are not yet. */
async function openQuestion(page: Page, address: string): Promise<void> {
  await page.goto(`${address}screen?${addressOf('resident-name', {})}`);
  await page.locator('[data-resident-screen]').waitFor();
  await page.locator('#answer-name').fill('x');
  await page.locator('[data-key][data-asleep="true"]').first().waitFor({ state: 'detached' });
}

/** By the keys on the screen. */
async function pressOurs(page: Page, address: string): Promise<readonly number[]> {
  await openQuestion(page, address);
  return press(page, await placesOf(page, [...WORD, ...Array.from(WORD, () => 'Delete letter')]));
}

/** By a keyboard, into the field that has the focus. */
async function type(page: Page): Promise<readonly number[]> {
  const keys = [...WORD, ...Array.from(WORD, () => 'Backspace')];
  const times = page.evaluate(watchTyping, keys.length);
  await watching(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(GAP_MILLISECONDS);
  }
  return times;
}

async function typeOurs(page: Page, address: string): Promise<readonly number[]> {
  await openQuestion(page, address);
  return type(page);
}

async function typeTheirs(page: Page): Promise<readonly number[]> {
  await page.goto('about:blank');
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.value = 'x';
    document.body.append(field);
    field.focus();
  });
  return type(page);
}

/** A page with a field and one bare button that types into it. */
async function pressTheirs(page: Page): Promise<readonly number[]> {
  await page.goto('about:blank');
  await page.evaluate(() => {
    const field = document.createElement('input');
    const key = document.createElement('button');
    key.dataset.key = 'bare';
    key.textContent = 'bare';
    key.addEventListener('click', () => {
      field.setRangeText('x', 0, field.value.length, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    document.body.append(field, key);
  });
  return press(
    page,
    await placesOf(
      page,
      Array.from({ length: 2 * WORD.length }, () => 'bare'),
    ),
  );
}

/**
 * Compares a key at a resident's question, of the keyboard on the screen and of one on the desk, with a bare field in the
 * same window. What is typed is committed and the card drawn anew, as ever; by a core without a kiosk. The pages are those of
 * the parts' suite, with React as it is while it is developed: the product is faster.
 */
export async function measureOnScreenKeyboard(
  rounds: number,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly lines: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-keyboard-'));
  await buildPages(folder);
  const server = await serveBuiltPages(folder);
  const window = await openWindow();
  const onScreen: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const onDesk: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      onScreen.ours.push(...(await pressOurs(window.page, server.address)));
      onScreen.theirs.push(...(await pressTheirs(window.page)));
      onDesk.ours.push(...(await typeOurs(window.page, server.address)));
      onDesk.theirs.push(...(await typeTheirs(window.page)));
    }
  } finally {
    await window.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const said = (what: string, times: readonly number[]): string => {
    const { median, p95 } = usualAndRare(times);
    return `${what}: ${milliseconds(median)} ms usually, ${milliseconds(p95)} ms at the 95th percentile.`;
  };
  const goal = { milliseconds: 1_000 / 60, at: 'p95' } as const;
  return {
    comparisons: [
      {
        ...{ what: 'key on the screen, at a question → painted', goal, ...onScreen },
        baseline: 'a bare button that types into a bare field',
      },
      { what: 'key on the desk, at a question → painted', goal, ...onDesk, baseline: 'a bare field' },
    ],
    lines: [
      said('A key on the screen, at a resident’s question, painted', onScreen.ours),
      said('A key of a keyboard there, painted', onDesk.ours),
    ],
  };
}
