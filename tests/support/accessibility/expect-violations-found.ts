import { expect, type Page } from '@playwright/test';
import { type EngineName, engineNames, engines } from './engines.ts';
import { layoutFaults } from './layout-faults.ts';

/** The positive control: each engine and the look at the layout find what is planted here, and nothing once it is gone. */
export async function expectViolationsFound(page: Page): Promise<void> {
  const found = async (name: EngineName): Promise<number> => (await engines[name](page)).violations.length;
  for (const name of engineNames) expect(await found(name), `${name}, before`).toBe(0);
  expect(await layoutFaults(page)).toEqual([]);

  await page.evaluate(() => {
    const planted = document.createElement('div');
    planted.id = 'planted';
    const field = document.createElement('input');
    const low = document.createElement('button');
    low.textContent = 'Low';
    planted.append(field, low);
    document.querySelector('main')?.append(planted);
  });
  for (const name of engineNames) expect(await found(name), `${name}, planted`).toBeGreaterThan(0);
  expect((await layoutFaults(page)).join()).toContain('Low');

  await page.evaluate(() => document.getElementById('planted')?.remove());
  for (const name of engineNames) expect(await found(name), `${name}, afterwards`).toBe(0);
  expect(await layoutFaults(page)).toEqual([]);
}
