import type { Locator, Page } from '@playwright/test';

/** Every field of the page in which text can stand, whatever it is called. */
export function fieldsOf(page: Page): Promise<readonly Locator[]> {
  return page
    .locator('input:not([type=radio], [type=checkbox]), textarea, [contenteditable]')
    .filter({ visible: true })
    .all();
}
