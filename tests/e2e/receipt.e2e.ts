import { pageKeyboard } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/at-the-desk.ts';
import { nextStart, receiptOn } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { countPrintings, keepPicture, onPaper } from '../support/kiosk/pictures.ts';
import { expect, test } from './fixtures.ts';

// About 6 s.
test('the receipt: one sentence for the clerk, and F7 prints a paper that belongs to nobody', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await bringTo('named', session.page, WILHELMINA);
  // With somebody's application on the glass, paper would come out blank.
  expect(await onPaper(session.page)).toBe('');
  await pageKeyboard(session.page).press('F12');
  const { page } = await nextStart(kiosk, session);
  const { day, kiosk: kioskName, signature } = await receiptOn(page);
  await expect(page.locator('[data-search="searched"]')).toHaveText(
    /^Searched [^.]+ files and .+ MB for this person’s details: none found;.+ is destroyed; .+\.$/,
  );
  await keepPicture(page, 'start-with-receipt');

  const printings = await countPrintings(page);
  await pageKeyboard(page).press('F7');
  expect(await printings()).toBe(1);
  const paper = await onPaper(page, 'receipt');
  expect(paper).toContain(kioskName);
  expect(paper).toContain(day.slice(0, 4));
  expect(paper).toContain('none found');
  expect(paper).toContain('destroyed');
  for (const part of [...WILHELMINA.name.split(/[ -]/), WILHELMINA.emergencyName, signature, 'Start']) {
    expect(paper).not.toContain(part);
  }
  expect(paper, 'no ticket, no entry of the ledger, no time of day').not.toMatch(
    /ticket|entry|sequence|[0-9]{1,2}:[0-9]{2}|[ap]m\b/i,
  );
});
