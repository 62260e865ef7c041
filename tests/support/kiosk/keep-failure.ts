import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describeSession } from './describe-session.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** A page that answers is photographed within a second; one that hangs never is. */
const PICTURE_MILLISECONDS = 15_000;

/** Writes lines into a text file; none for nothing. */
export async function keepLines(path: string, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await writeFile(`${path}.txt`, lines.join('\n'));
}

/**
 * What there is to see of a kiosk whose test failed: what its keeper said, what the processes of its sessions were doing,
 * and a picture of the screen. `place`: where something of this name is kept. One that shows nothing any more has none.
 */
export async function keepFailure(kiosk: TestKiosk, place: (name: string) => string): Promise<void> {
  await keepLines(place('log'), kiosk.keeper().said);
  if (kiosk.keeper().process.exitCode !== null) return;
  const sessions = kiosk.sessions();
  await keepLines(place('processes'), await Promise.all(sessions.map(describeSession)));
  if (sessions.length > 0) await photograph(kiosk, `${place('screen')}.png`);
}

async function photograph(kiosk: TestKiosk, path: string): Promise<void> {
  const late = new AbortController();
  const tooLate = delay(PICTURE_MILLISECONDS, undefined, { signal: late.signal }).then(() => {
    throw new Error('the page does not answer: there is no picture, see what its processes were doing');
  });
  const taken = kiosk.shown().then(({ page }) => page.screenshot({ path }));
  // Whichever is second is not waited for.
  for (const either of [taken, tooLate]) either.catch(() => undefined);
  await Promise.race([taken, tooLate]).finally(() => late.abort());
}
