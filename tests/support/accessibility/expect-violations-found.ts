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
    const narrow = document.createElement('button');
    narrow.textContent = 'N';
    narrow.style.cssText = 'block-size: 60px; inline-size: 20px; min-inline-size: 0; padding: 0';
    planted.append(field, low, narrow);
    document.querySelector('main')?.append(planted);
  });
  for (const name of engineNames) expect(await found(name), `${name}, planted`).toBeGreaterThan(0);
  const faults = (await layoutFaults(page)).join();
  expect(faults).toContain('Low');
  expect(faults).toContain('20 × 60 px');

  await page.evaluate(() => document.getElementById('planted')?.remove());
  for (const name of engineNames) expect(await found(name), `${name}, afterwards`).toBe(0);
  expect(await layoutFaults(page)).toEqual([]);
}
