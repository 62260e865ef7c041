import type { Locator, Page } from '@playwright/test';
import type { ResidentParameters } from '../../build/dev/fixtures/resident-parameters.ts';
import { addressOf } from '../support/resident-address.ts';
import { expect, fontsLoaded } from './browser.ts';

/** The main button of a resident's screen. */
export const ONWARD = 'main [data-main="true"]';

/** Opens a state of a resident's screen, with all that is done there. */
export async function openResident(
  page: Page,
  state: string,
  parameters: ResidentParameters = {},
): Promise<void> {
  await page.goto(`${process.env.COUNTERFOIL_PARTS_SERVER}screen?${addressOf(state, parameters)}`);
  // It may be covered.
  await page.locator('[data-resident-screen]').waitFor({ state: 'attached' });
  await page.locator('html[data-done]').waitFor();
  await fontsLoaded(page);
}

/** All of it is seen, but for what rounding takes of an edge. */
export const WHOLLY = { ratio: 0.95 } as const;

/** For a moment after it came a button takes no press. */
export async function awake(button: Locator): Promise<void> {
  await expect(button).toHaveAttribute('aria-disabled', 'false');
}
