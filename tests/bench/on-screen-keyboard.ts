import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openWindow } from '../../build/dev/open-window.ts';
import { buildPages } from '../parts/build-pages.ts';
import { servePages } from '../parts/serve-pages.ts';
import { watchPresses } from './in-page.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { milliseconds } from './table.ts';

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
  for (const { x, y } of places) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(GAP_MILLISECONDS);
  }
  return times;
}

async function pressOurs(page: Page, address: string): Promise<readonly number[]> {
  await page.goto(`${address}part?stage=keyboard-en`);
  await page.getByRole('textbox', { name: 'Name' }).fill('x');
  const names = [...WORD, ...Array.from(WORD, () => 'Delete')];
  return press(page, await placesOf(page, names));
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
 * Compares a key of the keyboard on the screen with one bare button that types into a bare field, in the same window. The
 * pages are those of the parts' suite, with React as it is while it is developed: the product is faster.
 */
export async function measureOnScreenKeyboard(
  rounds: number,
): Promise<{ readonly comparison: Comparison; readonly line: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-keyboard-'));
  await buildPages(folder);
  const server = await servePages(folder);
  const window = await openWindow();
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours.push(...(await pressOurs(window.page, server.address)));
      theirs.push(...(await pressTheirs(window.page)));
    }
  } finally {
    await window.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const { median, p95 } = usualAndRare(ours);
  return {
    comparison: {
      what: 'key on the screen → painted',
      baseline: 'a bare button that types into a bare field',
      goal: { milliseconds: 1_000 / 60 },
      ours,
      theirs,
    },
    line: `A key of the keyboard on the screen, painted: ${milliseconds(median)} ms usually, ${milliseconds(p95)} ms at the 95th percentile.`,
  };
}
