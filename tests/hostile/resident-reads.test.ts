import { expect, it } from 'vitest';
import { shownOf, until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import {
  CLERK,
  FIRST_STAFF,
  SUPERVISOR,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { screenCalls } from '../../shared/contract/screen.ts';
import { ENDED, HostilePage } from './page.test-support.ts';

/** An application of somebody else: a number that stands in nothing else that a page is told. */
const OTHERS_TICKET = 48_123;
const KIOSK = 'Kiosk Periwinkle';
/** Nothing about staff, other applications, counts, holds or the computer, by the names that a status gives them. */
const OF_STAFF = [
  'staffNames',
  'approverNames',
  'inProgress',
  'counts',
  'counterDay',
  'holds',
  'printer',
  '"by"',
  '"computer"',
  '"preset"',
  'cardPrinter',
];
const PLANTED = [CLERK.name, SUPERVISOR.name, String(OTHERS_TICKET), KIOSK, ...OF_STAFF];

/** Calls that change whose screen this is, or end the session that is read. */
const ENDING: readonly string[] = ['signIn', 'finishAnswers', 'leaveNow'];
/** Of all others those that a resident may make. What else there is they are refused. */
const OPEN = Object.entries(screenCalls).flatMap(([name, { role }]) =>
  ['anyone', 'resident-or-clerk', 'resident-or-staff'].includes(role) &&
  ![...ENDING, 'startApplication'].includes(name)
    ? [name]
    : [],
);

/** Waits for what is told to every page, makes these calls, and answers all that the page heard meanwhile. */
async function readAll(
  keeper: RunningKeeper,
  page: HostilePage,
  calls: readonly string[] = OPEN,
): Promise<string> {
  const heard: string[] = [];
  page.hears = (text) => heard.push(text);
  keeper.services.screens.refresh();
  await until(() => expect(heard.some((text) => text.includes('"kind":"status"'))).toBe(true));
  for (const name of calls) expect(await page.ask(name, {}), name).not.toBe(ENDED);
  page.hears = null;
  expect(heard.length).toBeGreaterThan(calls.length);
  return heard.join('\n');
}

const found = (text: string): readonly string[] => PLANTED.filter((each) => text.includes(each));

/** A kiosk in self-service with two of staff, an application of somebody else, and a suspension to come. */
async function planted(): Promise<{ keeper: RunningKeeper; page: HostilePage }> {
  const keeper = await startKeeper();
  const { kiosk, pool, vault } = keeper.services;
  const first = await HostilePage.of(shownOf(pool));
  await first.does('setUp', { kioskName: KIOSK, ...FIRST_STAFF });
  await first.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
  vault.database.exec(`UPDATE kiosk SET last_ticket = ${OTHERS_TICKET - 1}`);
  await first.does('signIn', CLERK);
  const { ticket } = await first.does('startApplication', {});
  expect(ticket).toBe(OTHERS_TICKET);
  await first.ends('putAside', {});
  await until(() => expect(shownOf(pool).token).not.toBe(first.session.token));
  const page = await HostilePage.of(shownOf(pool));
  await page.does('signIn', SUPERVISOR);
  await page.does('suspendIntake', {
    ...{ takesEffect: Date.now() + 7 * 86_400_000, open: 'finish' },
    notice: { en: 'Not today.', es: 'Hoy no.' },
  });
  kiosk.setResidentSetting('self-service');
  return { keeper, page };
}

it('a page that a resident has is told nothing of staff, of other applications, of counts or of holds', async () => {
  const { keeper, page } = await planted();
  // The positive control: the same reader, of a page that staff have.
  expect(found(await readAll(keeper, page))).toEqual(PLANTED);
  await page.does('giveToResident', {});
  // Before an application, and with one.
  for (const isOpen of [false, true]) {
    if (isOpen) await page.does('startApplication', {});
    const every = Object.keys(screenCalls).filter(
      (name) => !ENDING.includes(name) && name !== 'startApplication',
    );
    expect(found(await readAll(keeper, page, every))).toEqual([]);
  }
  await page.ends('finishAnswers', {});
  await until(() => expect(shownOf(keeper.services.pool).token).not.toBe(page.session.token));
  // A page that was never a clerk's.
  const next = await HostilePage.of(shownOf(keeper.services.pool));
  const told = await readAll(keeper, next);
  expect(found(told)).toEqual([]);
  expect(told).toContain(`"kind":"ticket","ticket":${OTHERS_TICKET + 1}`);
  // Locked behind them: they may still stand before it.
  keeper.services.staff.lock();
  expect(found(await readAll(keeper, next))).toEqual([]);
  await next.does('signIn', CLERK);
  expect(found(await readAll(keeper, next))).toEqual(PLANTED);
});
