import type { AttachedSession } from '../../build/kiosk/attach.ts';
import { CLERK, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, keptAnswers, tellCore } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import {
  everythingBelow,
  freeze,
  type Part,
  processOf,
  until,
  workersOf,
} from '../support/kiosk/session-processes.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import type { TestKiosk } from '../support/kiosk/test-kiosk.ts';
import { LONG, longUnless } from '../support/long.ts';
import { processesOfSession, stillRunning } from '../support/memory/process-tree.ts';
import { expect, test } from './fixtures.ts';

/** Types half a name and waits until the core holds it. */
async function typeHalfAName(session: AttachedSession): Promise<void> {
  await bringTo('answers', session.page, WILHELMINA);
  await session.page.keyboard.type('Wilhelmina Feath');
  await expect.poll(async () => (await keptAnswers(session.page)).name).toBe('Wilhelmina Feath');
}

/** A fresh session has taken the place of the dead one, and says and shows that nothing is lost. */
async function expectNothingLost(kiosk: TestKiosk, dead: AttachedSession): Promise<AttachedSession> {
  const fresh = await kiosk.shown(dead);
  await waitForScreen(fresh.page, 'answers');
  await expect(fresh.page.locator('#answer-name')).toHaveValue('Wilhelmina Feath');
  await until('the end of every process of the dead session', () =>
    processesOfSession(dead.pid).length === 0 ? true : null,
  );
  return fresh;
}

/** And the clerk can go on where the hands were. */
async function expectTypingGoesOn({ page }: AttachedSession): Promise<void> {
  await page.keyboard.press('End');
  await page.keyboard.type('erstone');
  await expect.poll(async () => (await keptAnswers(page)).name).toBe('Wilhelmina Featherstone');
}

function mustHave(session: AttachedSession, part: Part): number {
  const pid = processOf(session.pid, part);
  if (pid === null) throw new Error(`the session has no ${part} process`);
  return pid;
}

const PARTS: readonly Part[] = ['main', 'renderer', 'core'];

// About 5 s each.
for (const part of PARTS) {
  test(
    `kill -9 of a session’s ${part} process in mid-typing: a fresh session has the typed words`,
    longUnless(part === 'renderer'),
    async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      const session = await kiosk.signedIn();
      await typeHalfAName(session);
      process.kill(mustHave(session, part), 'SIGKILL');
      await expectTypingGoesOn(await expectNothingLost(kiosk, session));
    },
  );
}

const HANGING: readonly Part[] = ['main', 'renderer'];

// About 30 s each, nearly all of it the keeper's patience, which is the one of a kiosk at work.
for (const part of HANGING) {
  test(
    `a session’s ${part} process stands still in mid-typing: a fresh session has the typed words`,
    LONG,
    async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      const session = await kiosk.signedIn();
      await typeHalfAName(session);
      freeze(mustHave(session, part));
      await until('the end of every process of the session that hangs', () =>
        processesOfSession(session.pid).length === 0 ? true : null,
      );
      await expectTypingGoesOn(await expectNothingLost(kiosk, session));
      const which = `The session on the screen (process ${session.pid})`;
      expect(kiosk.keeper().said).toEqual(
        expect.arrayContaining([
          `${which} is slow to answer.`,
          `${which} does not answer. It is ended like one that died, and another takes its place.`,
        ]),
      );
      // While it stood still it was looked at: that is kept, for the day when nobody knows what stopped it.
      expect((await kiosk.hangs()).join('\n')).toMatch(/^ {2}\d+ .* T( |$)/m);
    },
  );
}

/** Makes the next drawing of a screen throw, as a defect would. */
async function breakNextScreen({ page }: AttachedSession): Promise<void> {
  await page.evaluate(() => {
    Array.prototype.flatMap = () => {
      throw new Error('a screen that fails');
    };
  });
  await page.keyboard.type('x').catch(() => undefined);
}

// About 8 s.
test('a screen that fails ends its session; its application comes back by itself once, and then waits in the list', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const first = await kiosk.signedIn();
  await typeHalfAName(first);
  await breakNextScreen(first);
  const second = await kiosk.shown(first);
  await waitForScreen(second.page, 'answers');
  await expect(second.page.locator('#answer-name')).toHaveValue(/^Wilhelmina Feathx?$/);
  await breakNextScreen(second);
  const third = await kiosk.shown(second);
  await waitForStart(third.page);
  await expect(third.page.locator('[data-ticket]')).toHaveCount(1);
  await expect(third.page.locator('[data-last-ending="replaced"]')).toBeVisible();
  await press(third.page, /^Open ticket/);
  await waitForScreen(third.page, 'answers');
});

// About 4 s.
test(
  'kill -9 on the start screen: the fresh session says that no application was lost',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    process.kill(session.pid, 'SIGKILL');
    const fresh = await kiosk.shown(session);
    await waitForStart(fresh.page);
    await expect(fresh.page.locator('[data-last-ending="replaced"]')).toContainText(
      'No application was lost.',
    );
  },
);

// About 5 s.
test('kill -9 of the spare: another is made, and the clerk notices nothing', LONG, async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await typeHalfAName(session);
  const spare = await until('a spare', () => kiosk.sessions().find((pid) => pid !== session.pid) ?? null);
  process.kill(spare, 'SIGKILL');
  await until(
    'another spare',
    () => kiosk.sessions().find((pid) => pid !== session.pid && pid !== spare) ?? null,
  );
  expect((await keptAnswers(session.page)).name).toBe('Wilhelmina Feath');
  await pageKeyboard(session.page).press('F6');
  const next = await kiosk.shown(session);
  await waitForStart(next.page);
  await expect(next.page.locator('[data-last-ending="put-aside"]')).toBeVisible();
});

// About 8 s. The card takes minutes, and nobody waits for it: however slow the test is, the keeper dies in mid-printing.
test(
  'kill -9 of the keeper: everything ends by itself, the applications are forgotten, the next keeper works',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk({ secondsPerFace: 60 });
    const first = await kiosk.signedIn();
    await bringTo('print', first.page, TEODORO);
    await pageKeyboard(first.page).press('F6');
    const second = await kiosk.shown(first);
    await waitForStart(second.page);
    await typeHalfAName(second);
    const { pid: keeper } = kiosk.keeper();
    await until('two sessions with a core each', () =>
      kiosk.sessions().filter((session) => processOf(session, 'core') !== null).length === 2 ? true : null,
    );
    const everything = everythingBelow(keeper, kiosk.sessions());
    expect(workersOf(keeper), 'a card is being printed').toHaveLength(1);

    process.kill(keeper, 'SIGKILL');
    await kiosk.keeper().ended;
    await until('the end of every process', () => (stillRunning(everything).length === 0 ? true : null));

    await kiosk.relaunch();
    const fresh = await kiosk.shown();
    const { page } = fresh;
    // Who was signed in was in the memory of the keeper, as were the keys: under this custody both are forgotten.
    await waitForScreen(page, 'sign-in');
    await tellCore(page, 'signIn', CLERK);
    // It says how many, and that the card of one of them may lie in the tray.
    await page.locator('[data-tray-cause="keeper-ended"][data-applications="2"][data-cards="1"]').waitFor();
    await pageKeyboard(page).press('F8');
    await waitForStart(page);
    await expectCounts(page, { issued: 0, spoiled: 0, wiped: 0 });
    expect((await getState(page)).status.intake).toEqual({ kind: 'open' });
    await bringTo('documents', page, TEODORO);
    await page.keyboard.press('F4');
    await page.getByRole('dialog').waitFor();
    for (const key of ['Tab', 'Enter']) await pageKeyboard(page).press(key);
    await expectCounts((await nextStart(kiosk, fresh)).page, { issued: 0, spoiled: 0, wiped: 1 });
  },
);
