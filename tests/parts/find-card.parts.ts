import { createCardNumber } from '../../shared/card/number/card-number.ts';
import { scan } from '../support/kiosk/scanner.ts';
import { expect, fontsLoaded, test } from './browser.ts';

/** The card of the state's own application. */
const OWN = 'K7Q29MXT6K';
let last = 17;
/** Another one, the same each time. */
const another = createCardNumber((count) =>
  Uint8Array.from({ length: count }, () => {
    last = (last * 73 + 41) % 251;
    return last;
  }),
);

test('on the start screen part of a number says to keep going, and a second scan replaces the first', async ({
  page,
  show,
}) => {
  await show('start');
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeFocused();
  await fontsLoaded(page);
  const place = await start.boundingBox();
  const field = page.locator('#find-card');
  const note = page.locator('#find-card-note');
  // No field has the focus: the first character takes it there, and its Enter begins no application.
  await scan(page, OWN.slice(0, 6), ['Enter']);
  await expect(note).toContainText('Keep going');
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'start');
  await scan(page, another, ['Enter']);
  await expect(note).toContainText('No open application');
  await expect(field).toHaveValue(another);
  expect(await start.boundingBox(), 'nothing moves').toEqual(place);
  await scan(page, OWN, ['Enter']);
  await page.locator('main[data-screen="hand-over"]').waitFor();
});
