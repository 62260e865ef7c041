import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Occupant } from '../../electron/keeper/applications/occupants.ts';
import { onWorkerReport } from '../../electron/keeper/printing/print-events.ts';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { workerRecord } from '../../electron/keeper/start/build-printing.ts';
import { CLERK } from '../../electron/keeper/start/keeper.test-support.ts';
import { drawnPhoto } from '../../electron/lib/drawing/photo.test-support.ts';
import { textsFrom } from '../../shared/application/answers.ts';
import { askedInputs } from '../../shared/application/fields.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import type { ApplicationId } from '../../shared/contract/ids.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { SECOND_PRESS_MILLISECONDS } from '../../shared/second-press.ts';
import { APPLICANT } from './inputs.test-support.ts';
import type { WatchedKeeper } from './keeper.test-support.ts';
import type { HostilePage } from './page.test-support.ts';

/** The occupant of the session on the screen, once its core has greeted the keeper. */
export async function occupantShown(watched: WatchedKeeper): Promise<Occupant> {
  const { session } = await watched.page();
  const occupant = watched.keeper.services.occupants.get(session.token);
  if (occupant === undefined) throw new Error('nobody is in the session on the screen');
  return occupant;
}

/** Waits until no session is being replaced: the session on the screen is there to stay. */
export async function settle(watched: WatchedKeeper): Promise<void> {
  // The keeper's own rounds, which a test must not meet at a moment of their own choice: between two snapshots.
  watched.runLater();
  const { services } = watched.keeper;
  await until(() => {
    const shown = services.pool.shown();
    const occupant = shown === null ? undefined : services.occupants.get(shown.token);
    expect(shown).not.toBeNull();
    expect(occupant?.leaving === true || occupant?.finishing === true).toBe(false);
    if (!watched.fault.on) expect(services.wipes.busy()).toBe(false);
  }, 60_000);
}

/** The application open in the session on the screen, and its state as the vault writes it. */
export async function openNow(
  watched: WatchedKeeper,
): Promise<{ readonly id: ApplicationId; readonly state: string } | null> {
  const { application, finishing, leaving } = await occupantShown(watched);
  if (application === null || finishing || leaving) return null;
  const row = watched.keeper.services.vault.find(application);
  return row === null ? null : { id: application, state: row.state };
}

export async function signInAs(
  watched: WatchedKeeper,
  page: HostilePage,
  who: { name: string; passphrase: string },
): Promise<void> {
  watched.keeper.services.vault.database.exec('DELETE FROM wrong_passphrases');
  await page.does('signIn', who);
}

/** Takes everything out of the way that keeps a clerk from working, as staff would have done by now. */
export async function clearTheWay(watched: WatchedKeeper): Promise<void> {
  const { services } = watched.keeper;
  watched.fault.on = false;
  for (const { identifier } of services.holds.all()) services.holds.lift(identifier);
  for (const { source } of services.suspensionRows.all()) services.suspensionRows.remove(source);
  services.dayRows.unpack();
  services.vault.database.exec("UPDATE kiosk SET custody = 'memory' WHERE custody IS NULL");
  services.trayChecks.confirm();
  await services.wipes.retry();
  await settle(watched);
  await signInAs(watched, await watched.page(), CLERK);
  const occupant = await occupantShown(watched);
  if (services.recordSearches.statusOf(occupant) === null || occupant.leaving) return;
  await (await watched.page()).ends('endRecordSearch', {});
  await until(() => expect(services.pool.shown()).not.toBe(occupant.session), 60_000);
  await settle(watched);
}

const FIELDS = textsFrom({ ...APPLICANT, birthDay: '14', birthMonth: '3', birthYear: '1991' });

async function fillOut(page: HostilePage): Promise<void> {
  // An attack may have chosen another one, which asks for other documents.
  await page.does('chooseRoute', { route: 'first' });
  for (const field of askedInputs(harborCity.fields))
    await page.does('answer', { field, typed: FIELDS[field] });
  for (const document of ['passport', 'utility-bill'])
    await page.does('tickDocument', { document, seen: true });
  await page.does('confirmDocuments', {});
}

/** Kills every print worker. Also those of applications that were put aside: which is whose, is not recorded. */
export function killWorkers(watched: WatchedKeeper): number {
  const workers = readRecordedSessions(workerRecord(watched.dataFolder))?.sessions ?? [];
  const living = workers.filter(({ pid }) => livingProcessesOf(pid).length > 0);
  for (const { pid } of living) process.kill(pid, 'SIGKILL');
  return living.length;
}

async function killWorker(watched: WatchedKeeper, id: ApplicationId): Promise<void> {
  await until(() => expect(killWorkers(watched)).toBeGreaterThan(0), 60_000);
  await until(() => expect(watched.keeper.services.vault.find(id)?.state).toBe('printing-doubtful'));
}

/** States that come before a card, in their order. */
const BEFORE_A_CARD = ['draft', 'checked', 'photographed', 'ready'];

/** Read back and not printed, as earlier releases left it where the print was refused. */
function readBackOnly({ keeper: { services } }: WatchedKeeper, application: ApplicationId): void {
  services.vault.setState(application, reached({ kind: 'ready' }));
  services.snapshots.tell(application);
}

/** Prints as soon as the read-back has been on the screen for long enough. */
async function printAfterReadBack(page: HostilePage): Promise<void> {
  await page.does('showReadBack', {});
  await until(() => page.does('print', {}));
}

/** One step of an honest clerk from where the application is towards the state that is wanted. */
async function stepTowards(watched: WatchedKeeper, page: HostilePage, wanted: string): Promise<void> {
  const now = await openNow(watched);
  const back = BEFORE_A_CARD.includes(wanted);
  switch (now?.state) {
    case undefined:
      await page.does('startApplication', {});
      return;
    case 'draft':
      return fillOut(page);
    case 'checked':
      if (wanted === 'draft') await page.does('answer', { field: 'name', typed: APPLICANT.name });
      else await page.does('keepPhoto', { jpeg: drawnPhoto() });
      return;
    case 'photographed':
      if (wanted === 'draft') await page.does('answer', { field: 'name', typed: APPLICANT.name });
      else if (wanted === 'checked') await page.does('retakePhoto', {});
      else if (wanted === 'ready') readBackOnly(watched, now.id);
      else await printAfterReadBack(page);
      return;
    case 'ready':
      if (back) await page.does('answer', { field: 'name', typed: APPLICANT.name });
      else await printAfterReadBack(page);
      return;
    case 'printing-no-card':
    case 'spoiled-smudged':
      if (back) await page.does('answer', { field: 'name', typed: APPLICANT.name });
      else {
        // A hand that has seen what is there, and no second press of the key that led there.
        await delay(SECOND_PRESS_MILLISECONDS + 5);
        await page.does('retryPrint', {});
      }
      return;
    case 'printing-doubtful':
      await page.does('tellCard', { found: ['printed', 'spoiled-smudged'].includes(wanted) });
      return;
    case 'printed':
      await page.does('spoil', { reason: 'smudged' });
      return;
    case 'queued':
      // As the print worker says it, which stands idle here.
      if (wanted === 'printing')
        onWorkerReport(watched.keeper.services, now.id, { kind: 'stage', stage: 'sent' });
      else await killWorker(watched, now.id);
      return;
    default:
      if (now?.state.startsWith('spoiled'))
        await page.does('answer', { field: 'name', typed: APPLICANT.name });
      else if (now !== null) await killWorker(watched, now.id);
  }
}

/** Brings the application on the screen into a state, by honest steps of a clerk. */
export async function reachState(watched: WatchedKeeper, wanted: string): Promise<void> {
  await clearTheWay(watched);
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await openNow(watched))?.state === wanted) return;
    await stepTowards(watched, await watched.page(), wanted);
    await settle(watched);
  }
  throw new Error(`the state ${wanted} is not reached`);
}

/** A session on the screen with nobody in it. */
export async function reachNobody(watched: WatchedKeeper): Promise<void> {
  await clearTheWay(watched);
  const occupant = await occupantShown(watched);
  if (!occupant.used) return;
  await (await watched.page()).ends('putAside', {});
  await until(() => expect(watched.keeper.services.pool.shown()).not.toBe(occupant.session), 60_000);
  await settle(watched);
}
