import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { ageOn } from '../shared/application/birth-date.ts';
import type { CompletePolicy } from '../shared/programme/complete.ts';
import { attachToShown } from './kiosk/attach.ts';
import { writeCameraFile } from './kiosk/camera-file.ts';
import {
  APPLICANT,
  answer,
  lastFourOnScreen,
  pageKeyboard,
  receiptOn,
  setUpKiosk,
  signInClerk,
  takePhoto,
  tickEach,
  waitForPrint,
  waitForScreen,
  waitForStart,
} from './kiosk/clerk.ts';
import { launchKeeper, repositoryFolder } from './kiosk/launch-keeper.ts';
import { makeReady } from './kiosk/make-ready.ts';
import { policyAsked } from './kiosk/settings-asked.ts';
import { policyToShow, shortestWayFor } from './policy/policy-to-show.ts';
import { shippedPolicy } from './programmes/shipped-policy.ts';

const SECONDS_PER_FACE = 1.5;

/**
 * One synthetic enrollment in the real runtime, from sign-in to the next start screen, driven by key
 * events. Leaves a screenshot of each step, the card and the receipt in out/demo. Returns the exit code: 0
 * only if the wipe was proven. `policyPath`: another policy than the one that COUNTERFOIL_POLICY names, or the shipped
 * one; a draft is shown with what is assumed for what it leaves open.
 */
export async function runDemo(policyPath: string | null = null): Promise<number> {
  const began = performance.now();
  const { runtime, display } = await makeReady(['gui', 'display'], { ownDisplay: true });
  const out = join(repositoryFolder, 'out', 'demo');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-demo-'));
  try {
    const toShow = policyToShow(policyPath ?? policyAsked(process.env).policyPath ?? shippedPolicy, work);
    if (!toShow.ok) throw new Error(toShow.error.join('\n'));
    const { path, policy, notes } = toShow.value;
    for (const note of notes) process.stdout.write(`${note}\n`);
    const camera = join(work, 'camera.mjpeg');
    writeCameraFile(camera, 1);
    const dataFolder = join(work, 'data');
    const kiosk = launchKeeper({
      runtime,
      dataFolder,
      policyPath: path,
      printer: { secondsPerFace: SECONDS_PER_FACE, folder: out },
      environment: display.environment,
      camera,
      debugging: true,
    });
    try {
      await kiosk.ready;
      return await enroll(dataFolder, policy, out, began);
    } finally {
      await kiosk.stop();
    }
  } finally {
    await display.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** In completed years, today. */
function ageOfApplicant(): number {
  const { birthYear, birthMonth, birthDay } = APPLICANT;
  const born = { year: Number(birthYear), month: Number(birthMonth), day: Number(birthDay) };
  const now = new Date();
  return ageOn(born, { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

async function enroll(
  dataFolder: string,
  policy: CompletePolicy,
  out: string,
  began: number,
): Promise<number> {
  const first = await attachToShown(dataFolder);
  const { page } = first;
  const keys = pageKeyboard(page);
  let shots = 0;
  const shoot = async (of: Page, name: string): Promise<void> => {
    shots += 1;
    await of.screenshot({ path: join(out, `${String(shots).padStart(2, '0')}-${name}.png`) });
  };
  await waitForScreen(page, 'set-up');
  await shoot(page, 'set-up');
  await setUpKiosk(page, keys, 'City Hall, desk 2');
  await waitForScreen(page, 'sign-in');
  await shoot(page, 'sign-in');
  await signInClerk(page, keys);
  await shoot(page, 'start');

  const enrollmentBegan = performance.now();
  await keys.press('Enter');
  await answer(page, keys, APPLICANT);
  await waitForScreen(page, 'documents');
  // Back for their picture: the pictures are numbered as the clerk sees the screens.
  await keys.press('Escape');
  await waitForScreen(page, 'answers');
  await shoot(page, 'answers');
  await page.getByRole('button', { name: 'Continue to documents' }).click();
  await waitForScreen(page, 'documents');
  await shoot(page, 'documents');
  await tickEach(page, keys, shortestWayFor(policy, ageOfApplicant()).ticks);
  await waitForScreen(page, 'photo');
  await page.locator('main[data-screen="photo"] button:not([aria-disabled="true"])').first().waitFor();
  await shoot(page, 'photo');
  await takePhoto(page, keys);
  await shoot(page, 'check');
  await keys.press('Enter');
  await waitForPrint(page);
  await shoot(page, 'print');
  await waitForScreen(page, 'hand-over');
  const lastFour = await lastFourOnScreen(page);
  await keys.type(lastFour);
  await page.locator('[data-enabled="true"]').waitFor();
  await shoot(page, 'hand-over');

  const handedOver = performance.now();
  await keys.press('F12');
  const next = await attachToShown(dataFolder, first.pid);
  await waitForStart(next.page);
  const startScreen = performance.now();
  await shoot(next.page, 'next-start');
  await next.page.locator('[data-receipt]').waitFor({ state: 'attached' });
  const receipt = await receiptOn(next.page);
  writeFileSync(join(out, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`);
  const { search } = receipt.erased;
  const proven = search.kind === 'searched' && search.hits === 0;
  const figures =
    search.kind === 'searched' ? `up to ${search.files} files, up to ${search.bytes} bytes` : search.kind;
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(2)} s`;
  process.stdout.write(
    `${[
      'Counterfoil demo: one invented person, one card, nothing kept.',
      `Card ending in      ${lastFour}`,
      `Whole demo          ${seconds(began, performance.now())}`,
      `Enrollment          ${seconds(enrollmentBegan, handedOver)}, of it ${2 * SECONDS_PER_FACE} s printing`,
      `Hand-over to start  ${seconds(handedOver, startScreen)} until the next person could begin`,
      `Searched            ${figures}`,
      `Hits                ${search.kind === 'searched' ? search.hits : 'unknown'}`,
      `Wipe                ${proven ? 'proven' : 'NOT PROVEN'}; not searched here: process memory (the tests do)`,
      'Files               out/demo: a screenshot of each step, card-front.png, card-back.png, card.pdf, receipt.json',
    ].join('\n')}\n`,
  );
  return proven ? 0 : 1;
}

if (import.meta.main) {
  try {
    const { policy } = parseArgs({ options: { policy: { type: 'string' } } }).values;
    process.exitCode = await runDemo(policy === undefined ? null : resolve(policy));
  } catch (error) {
    // A policy that is refused, a word that is misspelt: the sentence says it, and a stack of this script nothing more.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
