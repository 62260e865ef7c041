import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { youngestOfGroups } from '../../shared/programme/contradictions/in-ages.ts';
import { type AttachedSession, attachToShown } from '../kiosk/attach.ts';
import { writeCameraFile } from '../kiosk/camera-file.ts';
import {
  APPLICANT,
  answer,
  askToEnd,
  type ClerkKeyboard,
  nameCard,
  pageKeyboard,
  pressDeny,
  receiptOn,
  refuse,
  setUpKiosk,
  signInClerk,
  takePhoto,
  tickEach,
  waitForStart,
} from '../kiosk/clerk.ts';
import { launchKeeper } from '../kiosk/launch-keeper.ts';
import { makeReady, type ReadyKiosk } from '../kiosk/make-ready.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { policyToShow, shortestWayFor } from './policy-to-show.ts';

const AN_ADULT = 40;

/**
 * Tries every policy of a folder in the real kiosk: checks it, says the shortest way for each group of ages, issues a
 * card to one invented person of each, and denies one. What a draft leaves open is assumed, and said. Pictures of each
 * step go to `out`/NAME. Code 1: a policy has a mistake, or an application did not end as it should.
 */
export async function trial(folder: string, out: string): Promise<Outcome> {
  const files = policiesIn(folder);
  if (files.length === 0) return refused(`${folder} has no file that ends in .json.`);
  const ready = await makeReady(['gui', 'display'], { ownDisplay: true });
  const said: string[] = [];
  let code: 0 | 1 = 0;
  try {
    for (const file of files) {
      const tried = await tryPolicy(ready, join(folder, file), join(out, file.replace(/\.json$/, ''))).catch(
        // A kiosk that stays where it should not ends one trial, not all.
        (error: unknown): Outcome => {
          if (!(error instanceof Error)) throw error;
          return { code: 1, say: `${join(folder, file)}: the trial stopped. ${error.message}` };
        },
      );
      if (tried.code !== 0) code = 1;
      said.push(tried.say);
    }
  } finally {
    await ready.display.stop();
  }
  const say = [...said, `${files.length} tried. Pictures: ${out}`].join('\n\n');
  return code === 0 ? done(say) : { code, say };
}

function policiesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return [];
  }
}

async function tryPolicy(ready: ReadyKiosk, file: string, out: string): Promise<Outcome> {
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-trial-'));
  try {
    const toShow = policyToShow(file, work);
    if (!toShow.ok) return { code: 1, say: toShow.error.join('\n') };
    const { policy, notes } = toShow.value;
    const ages = agesOf(policy);
    const ways = ages.map((age) => `  ${age}: ${shortestWayFor(policy, age).names.join(' + ')}`);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const ended = await serveAll({ ready, work, out, ages, policy, policyPath: toShow.value.path });
    return {
      code: ended.every(({ isRight }) => isRight) ? 0 : 1,
      say: [
        `${file}: ${policy.id}, version ${policy.version}.`,
        ...notes,
        'Shortest way by age:',
        ...ways,
        ...ended.map(({ say }) => say),
      ].join('\n'),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** An adult, and the youngest of each group of ages of whom something else is asked. */
function agesOf(policy: CompletePolicy): readonly number[] {
  return [...new Set([Math.max(AN_ADULT, policy.minimumAgeYears), ...youngestOfGroups(policy)])];
}

interface Trial {
  readonly ready: ReadyKiosk;
  /** For files of its own, which end with it. */
  readonly work: string;
  /** For pictures. */
  readonly out: string;
  readonly ages: readonly number[];
  readonly policy: CompletePolicy;
  readonly policyPath: string;
}

interface Ended {
  readonly isRight: boolean;
  readonly say: string;
}

async function serveAll({ ready, work, out, ages, policy, policyPath }: Trial): Promise<readonly Ended[]> {
  const camera = join(work, 'camera.mjpeg');
  writeCameraFile(camera, 1);
  const dataFolder = join(work, 'data');
  const kiosk = launchKeeper({
    runtime: ready.runtime,
    dataFolder,
    policyPath,
    printer: { secondsPerFace: 0.1, folder: out },
    environment: ready.display.environment,
    camera,
    debugging: true,
  });
  const shoot = pictures(out);
  try {
    await kiosk.ready;
    let session = await attachToShown(dataFolder);
    const keys = pageKeyboard(session.page);
    await setUpKiosk(session.page, keys, 'Trial');
    await signInClerk(session.page, keys);
    const ended: Ended[] = [];
    for (const age of ages) {
      await serve(session, policy, age, shoot);
      session = await nextSession(dataFolder, session);
      ended.push(await endingOn(session.page, `A card for somebody of ${age}`, 'issued'));
    }
    await deny(session, policy, ages[0] ?? AN_ADULT, shoot);
    session = await nextSession(dataFolder, session);
    ended.push(await endingOn(session.page, 'A denial', 'denied'));
    return ended;
  } finally {
    await kiosk.stop();
  }
}

type Shoot = (page: Page, name: string) => Promise<void>;

/** Pictures in the order of the screens. */
function pictures(out: string): Shoot {
  let count = 0;
  return async (page, name) => {
    count += 1;
    await page.screenshot({ path: join(out, `${String(count).padStart(2, '0')}-${name}.png`) });
  };
}

/** Everything that a policy may ask for; who is of this age has had a birthday this year. */
function personOf(age: number) {
  return {
    ...APPLICANT,
    gender: 'woman',
    chosenName: 'Mina Featherstone',
    birthDay: '01',
    birthMonth: '01',
    birthYear: String(new Date().getFullYear() - age),
  };
}

async function begin({ page }: AttachedSession, age: number): Promise<ClerkKeyboard> {
  const keys = pageKeyboard(page);
  await waitForStart(page);
  await keys.press('Enter');
  await answer(page, keys, personOf(age));
  await page.locator('main:is([data-screen="caretaker"], [data-screen="documents"])').waitFor();
  return keys;
}

async function serve(
  session: AttachedSession,
  policy: CompletePolicy,
  age: number,
  shoot: Shoot,
): Promise<void> {
  const { page } = session;
  const keys = await begin(session, age);
  await shoot(page, `${age}-documents`);
  await tickEach(page, keys, shortestWayFor(policy, age).ticks);
  await takePhoto(page, keys);
  await shoot(page, `${age}-check`);
  await keys.press('Enter');
  await nameCard(page, keys);
  await shoot(page, `${age}-hand-over`);
  await keys.press('F12');
}

/** What the applicant has brought is not enough: the clerk ends without a card. */
async function deny(
  session: AttachedSession,
  policy: CompletePolicy,
  age: number,
  shoot: Shoot,
): Promise<void> {
  const { page } = session;
  const keys = await begin(session, age);
  await keys.press('Enter');
  await page.locator('[role="alert"]').waitFor();
  await shoot(page, 'not-enough');
  await askToEnd(page, keys);
  await shoot(page, 'end-without-a-card');
  await pressDeny(keys);
  if (policy.denial === undefined) return;
  await refuse(page, keys, policy.denial);
  await shoot(page, 'denial-slip');
  await keys.press('F12');
}

async function nextSession(dataFolder: string, before: AttachedSession): Promise<AttachedSession> {
  const next = await attachToShown(dataFolder, before.pid);
  await waitForStart(next.page);
  await next.page.locator('[data-last-ending="ended"]').waitFor();
  return next;
}

async function endingOn(page: Page, what: string, outcome: 'issued' | 'denied'): Promise<Ended> {
  const receipt = await receiptOn(page);
  const { erased } = receipt;
  const { search } = erased;
  const isRight = erased.outcome === outcome && search.kind === 'searched' && search.hits === 0;
  return {
    isRight,
    say: isRight
      ? `${what}: ${outcome}, and erased.`
      : `${what}: NOT as it should be: ${JSON.stringify(receipt)}`,
  };
}
