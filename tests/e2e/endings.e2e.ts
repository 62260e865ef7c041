import { receiptOn, waitForScreen } from '../../build/kiosk/clerk.ts';
import { bringTo, type Place } from '../support/kiosk/clerk-steps.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { longUnless } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 5 s each. A denial has its own: denial.e2e.ts.
for (const from of ['check', 'documents'] satisfies readonly Place[]) {
  test(
    `withdrawn at ${from}: ends in a receipt that says so, by keyboard alone, and nobody is left`,
    longUnless(from === 'check'),
    async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      const session = await kiosk.signedIn();
      const { page } = session;
      const keys = await bringTo(from, page, WILHELMINA);
      await keys.press('F4');
      await page.getByRole('dialog').waitFor();
      // The first choice changes nothing: a stray Enter ends nobody.
      await keys.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await waitForScreen(page, from);
      await keys.press('F4');
      await page.getByRole('dialog').waitFor();
      await keys.press('Tab');
      await keys.press('Enter');
      const next = await nextStart(kiosk, session);
      await expect(next.page.locator('[data-last-ending="ended"]')).toContainText(
        'Application withdrawn and erased.',
      );
      const receipt = await receiptOn(next.page);
      expect(receipt.erased).toMatchObject({
        outcome: 'withdrawn',
        custody: 'memory',
        search: { kind: 'searched', hits: 0 },
      });
      await expectCounts(next.page, { issued: 0, spoiled: 0, wiped: 1 });
    },
  );
}
