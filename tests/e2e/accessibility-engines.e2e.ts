import { type EngineName, engineNames, engines } from '../support/accessibility/engines.ts';
import { layoutFaults } from '../support/accessibility/layout-faults.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 6 s.
test(
  'each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
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
  },
);
