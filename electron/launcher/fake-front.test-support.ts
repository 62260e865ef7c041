import { appendFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type FrontPage, type FrontReport, frontOrder } from '../../shared/contract/launcher.ts';

/**
 * Stands in for the page in tests of the launcher: notes what it is told to show. `FAKE_FRONT`: `press` presses the
 * key of every page that offers it, `absent` never comes up, `vanish` is taken away as soon as it is shown.
 */
const { FAKE_FRONT: manner = 'show', FAKE_PAGES: pages = '' } = process.env;
if (manner === 'absent') process.exit(1);
process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  const { page } = frontOrder.parse(message);
  note(page);
  const vanishes = manner === 'vanish' && page.kind === 'problem';
  // Once it is on its way: an exit would cut it off.
  say({ kind: 'shown' }, () => vanishes && process.exit(1));
  if (page.kind !== 'problem') return;
  if (manner === 'press' && page.again) say({ kind: 'again' });
});

/** Where the test has ended its folder is gone: then nobody asks what was shown. */
function note(page: FrontPage): void {
  try {
    appendFileSync(pages, `${JSON.stringify(page)}\n`);
  } catch (error) {
    if (existsSync(dirname(pages))) throw error;
    process.exit(0);
  }
}

function say(report: FrontReport, sent: () => void = () => undefined): void {
  process.send?.(report, undefined, undefined, sent);
}
