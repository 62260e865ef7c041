import { expectViolationsFound } from '../support/accessibility/expect-violations-found.ts';
import { LONG } from '../support/long.ts';
import { test } from './fixtures.ts';

// About 6 s.
test(
  'each engine finds a violation that is planted on a screen, and nothing once it is gone; so does the look at the layout',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    await expectViolationsFound(page);
  },
);
