import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { applicantTexts } from './judge.test-support.ts';
import { filesWith, type WatchedKeeper } from './keeper.test-support.ts';
import { killWorkers } from './steps.test-support.ts';

const BEYOND_EVERY_LIMIT_MILLISECONDS = 30 * 60 * 60_000;

/**
 * Lets every application that is still open expire; then nothing of any of them may be anywhere. No hold and no
 * fault may stand in the way any more. Also not where a core that was taken over did not seal what it stored.
 */
export async function expectNothingLeft(watched: WatchedKeeper): Promise<void> {
  const { services } = watched.keeper;
  killWorkers(watched);
  const count = (table: string): unknown =>
    services.vault.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  watched.clock.advance(BEYOND_EVERY_LIMIT_MILLISECONDS);
  await until(() => {
    // Besides the check for what has expired, tries the wipes again that are not proven yet.
    watched.runLater();
    expect([count('application'), count('wipe'), count('sealed_part'), count('made_of_applicant')]).toEqual([
      0, 0, 0, 0,
    ]);
  }, 60_000);
  expect(services.custody.applications()).toEqual([]);
  for (const { application } of services.occupants.values()) expect(application).toBeNull();
  for (const { session } of watched.pages()) {
    if (services.occupants.has(session.token)) continue;
    expect(livingProcessesOf(session.pid)).toEqual([]);
    expect(existsSync(session.folder.path)).toBe(false);
  }
  const control = join(watched.dataFolder, 'control.txt');
  writeFileSync(control, applicantTexts.join('\n'));
  expect(filesWith(watched.dataFolder, applicantTexts)).toEqual([control]);
}
