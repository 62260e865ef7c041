import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { buildPages } from '../../build/dev/build-pages.ts';
import { openWindow } from '../../build/dev/open-window.ts';
import { serveBuiltPages } from '../../build/dev/serve-built-pages.ts';
import { type ResidentLanguage, residentLanguages } from '../../shared/residents/language.ts';
import { addressOf } from '../support/resident-address.ts';
import { watchHeading } from './in-page.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { milliseconds } from './table.ts';
import { watching } from './watching.ts';

/** Presses it once it is awake; milliseconds until another heading is painted. */
async function press(page: Page, target: Locator): Promise<number> {
  await target.and(page.locator(':not([data-asleep="true"])')).waitFor();
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to press');
  const time = page.evaluate(watchHeading);
  await watching(page);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return time;
}

/** From the review back through three questions, and to it again. */
async function goThrough(page: Page, address: string): Promise<readonly number[]> {
  await page.goto(`${address}screen?${addressOf('resident-review', {})}`);
  await page.locator('[data-resident-screen]').waitFor();
  const onward = page.locator('main [data-main="true"]');
  // It stands behind the way on.
  const back = page.locator('main [data-main="true"] + button');
  const times: number[] = [];
  for (let step = 0; step < 3; step += 1) times.push(await press(page, back));
  for (let step = 0; step < 3; step += 1) times.push(await press(page, onward));
  return times;
}

async function changeLanguage(page: Page, address: string): Promise<readonly number[]> {
  await page.goto(`${address}screen?${addressOf('resident-review', {})}`);
  await page.locator('[data-resident-screen]').waitFor();
  const times: number[] = [];
  const others: readonly ResidentLanguage[] = residentLanguages.filter((language) => language !== 'en');
  for (const language of [...others, 'en']) {
    await page.locator('[data-opens="language"]').click();
    times.push(await press(page, page.locator(`[role="dialog"] [data-language="${language}"] button`)));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  return times;
}

/** A page whose one button writes another heading. */
async function pressBare(page: Page, presses: number): Promise<readonly number[]> {
  await page.goto('about:blank');
  await page.evaluate(() => {
    const [heading, button] = [document.createElement('h1'), document.createElement('button')];
    heading.textContent = '0';
    button.textContent = 'bare';
    button.addEventListener('click', () => {
      heading.textContent = String(Number(heading.textContent) + 1);
    });
    document.body.append(heading, button);
  });
  const times: number[] = [];
  for (let count = 0; count < presses; count += 1) times.push(await press(page, page.locator('button')));
  return times;
}

/**
 * Compares a resident's way from screen to screen, and to another language, with a bare button that writes a heading, in the
 * same window. The pages are those of the parts' suite, with React as it is while it is developed: the product is faster.
 */
export async function measureResidentScreens(
  rounds: number,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly lines: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-screens-'));
  await buildPages(folder);
  const server = await serveBuiltPages(folder);
  const window = await openWindow();
  const [screens, languages, bare]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      screens.push(...(await goThrough(window.page, server.address)));
      languages.push(...(await changeLanguage(window.page, server.address)));
      bare.push(...(await pressBare(window.page, 8)));
    }
  } finally {
    await window.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const baseline = 'a bare button that writes a heading';
  const said = (what: string, times: readonly number[]): string => {
    const { median, p95 } = usualAndRare(times);
    return `${what}: ${milliseconds(median)} ms usually, ${milliseconds(p95)} ms at the 95th percentile.`;
  };
  return {
    comparisons: [
      {
        ...{
          what: 'resident’s screen → the next, painted',
          baseline,
          goal: { milliseconds: 2_000 / 60, at: 'p95' },
        },
        ...{ ours: screens, theirs: bare },
      },
      {
        ...{
          what: 'resident’s language → another, painted',
          baseline,
          goal: { milliseconds: 100, at: 'p95' },
        },
        ...{ ours: languages, theirs: bare },
      },
    ],
    lines: [
      said('From one screen of a resident to the next', screens),
      said('From one language of a resident to another', languages),
    ],
  };
}
