import { receiptOn, waitForScreen } from '../../build/kiosk/clerk.ts';
import { bringTo, type Place } from '../support/kiosk/clerk-steps.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { longUnless } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const ENDINGS: readonly {
  readonly outcome: 'withdrawn' | 'denied';
  readonly tabs: number;
  readonly from: Place;
}[] = [
  { outcome: 'withdrawn', tabs: 1, from: 'documents' },
  { outcome: 'denied', tabs: 2, from: 'check' },
];

// About 5 s each.
for (const { outcome, tabs, from } of ENDINGS) {
  test(
    `${outcome}: ends in a receipt that says so, by keyboard alone, and nobody is left`,
    longUnless(outcome === 'denied'),
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
      for (let tab = 0; tab < tabs; tab += 1) await keys.press('Tab');
      await keys.press('Enter');
      const next = await nextStart(kiosk, session);
      await expect(next.page.locator('[data-last-ending="ended"]')).toContainText(
        `Application ${outcome} and erased.`,
      );
      const receipt = await receiptOn(next.page);
      expect(receipt.erased).toMatchObject({
        outcome,
        custody: 'memory',
        search: { kind: 'searched', hits: 0 },
      });
      expect(receipt.ended.processesEnded).toBeGreaterThan(4);
      expect(receipt.ended.foldersRemoved).toBe(1);
      await expectCounts(next.page, { issued: 0, spoiled: 0, wiped: 1 });
    },
  );
}
