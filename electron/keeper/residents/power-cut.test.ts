import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { OpenedApplication } from '../../../shared/contract/application/application-snapshot.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { sealedAnswers } from '../../../shared/contract/sealed-content.ts';
import { longUnless } from '../../../tests/support/sample.ts';
import { openContent, sealContent } from '../../lib/sealing/sealed-content.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { CLERK, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { keeperProcess } from './killed-keeper.test-support.ts';
import { clerkSignsIn, done, NINE, refused, residentStage, statusOf } from './residents.test-support.ts';

/** Kept before the power fails; what comes after is on its way then. */
const KEPT = 3;
const ON_THE_WAY = 9;

/** The answers as they were kept for the nth time. */
function answersOf({ key, application }: OpenedApplication, version: number): Uint8Array {
  const typed = { ...sealedAnswers.parse({ documents: [] }), name: `Zephyrina the ${version}th` };
  return sealContent(key, application, 'answers', { ...typed, language: 'ar' });
}

interface AfterTheCut {
  /** The keeper that was started after the cut, and the core of its first screen. */
  readonly keeper: RunningKeeper;
  readonly core: ScriptedCore;
  readonly opened: OpenedApplication;
  /** Stops the keeper, and looks whether a file of the kiosk still names the application. */
  isInFiles(): Promise<boolean>;
}

/** A resident answers in Arabic, the power fails in the middle of what they type, and the kiosk is started again. */
async function powerFails(setting: ResidentSetting, custody: CustodyKind): Promise<AfterTheCut> {
  const dataFolder = workingFolder();
  const before = await residentStage(setting, { dataFolder, custody });
  await before.keeper.stop();
  const { core, keeperFolder, kill } = await keeperProcess(dataFolder, NINE);
  expect(await core.call('signIn', CLERK)).toEqual(done);
  if (setting === 'self-service') expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
  const created = await core.call('create', {});
  if (!created.ok) throw new Error(created.error.kind);
  const opened = created.value;
  if (setting === 'counter') expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
  const sealed = answersOf(opened, 0);
  expect(await core.call('chooseLanguage', { language: 'ar', sealed })).toMatchObject({ ok: true });
  for (let version = 1; version <= KEPT; version += 1)
    expect(await core.call('keepAnswers', { sealed: answersOf(opened, version) })).toMatchObject({
      ok: true,
    });
  // Nobody answers these any more.
  for (let version = KEPT + 1; version <= KEPT + ON_THE_WAY; version += 1)
    void core.call('keepAnswers', { sealed: answersOf(opened, version) });
  await kill();
  const isNamed = (): boolean =>
    readdirSync(dataFolder).some((name) => {
      const file = readFileSync(join(dataFolder, name));
      return file.includes(opened.application) || file.includes(Buffer.from(opened.application, 'hex'));
    });
  // The control of what is asked after the restart.
  expect(isNamed()).toBe(true);
  const clock = testClock({ now: NINE });
  clock.reboot({ offMilliseconds: 600_000, wallMovedBy: 0 });
  const keeper = await startKeeper({ dataFolder, scripted: true, clock });
  expect(existsSync(keeperFolder)).toBe(false);
  return {
    ...{ keeper, opened },
    core: await connectCore(keeper),
    async isInFiles() {
      await keeper.stop();
      return isNamed();
    },
  };
}

describe.each(['counter', 'self-service'] as const)('power fails while a resident answers, %s', (setting) => {
  // Of two settings and two places of keys each once.
  longUnless(setting === 'counter')(
    'keys in memory: the application is gone, and whoever comes first is told',
    async () => {
      const { keeper, core, opened, isInFiles } = await powerFails(setting, 'memory');
      expect(keeper.services.vault.open()).toEqual([]);
      expect(keeper.services.custody.has(opened.application)).toBe(false);
      await screenIsNobodys(keeper, core, setting);
      await clerkSignsIn(core);
      expect(entriesOf(keeper).at(-1)).toMatchObject({
        ...{ kind: 'forgotten', applications: 1, cards: 0, cause: 'power-lost' },
      });
      expect(await statusOf(core)).toMatchObject({
        inProgress: [],
        trayCheck: { cause: 'power-lost', applications: 1, cards: 0 },
      });
      expect(await core.call('open', { by: 'ticket', ticket: opened.ticket })).toMatchObject({ ok: false });
      expect(await core.call('create', {})).toEqual(refused('tray-unchecked'));
      expect(await core.call('confirmTray', {})).toEqual(done);
      const next = await core.call('create', {});
      expect(next).toMatchObject({ ok: true, value: { ticket: opened.ticket + 1 } });
      expect(await isInFiles()).toBe(false);
    },
  );

  longUnless(setting === 'self-service')(
    'keys on disk: what was kept is kept, and nobody’s screen opens it',
    async () => {
      const { keeper, core, opened, isInFiles } = await powerFails(setting, 'sealed');
      expect(keeper.services.trayChecks.pending()).toBeNull();
      expect(entriesOf(keeper).filter(({ kind }) => kind === 'forgotten')).toEqual([]);
      await screenIsNobodys(keeper, core, setting);
      const { ticket } = opened;
      expect(await core.call('open', { by: 'ticket', ticket })).toEqual(refused('not-allowed'));
      await clerkSignsIn(core);
      expect(await statusOf(core)).toMatchObject({
        inProgress: [{ ticket, state: 'draft', waitsForClerk: false }],
        trayCheck: null,
      });
      const again = await core.call('open', { by: 'ticket', ticket });
      if (!again.ok) throw new Error(again.error.kind);
      const { key, application, columns } = again.value;
      expect(Buffer.from(key).equals(opened.key)).toBe(true);
      const answers = openContent(
        key,
        application,
        'answers',
        columns.answers ?? new Uint8Array(),
        sealedAnswers,
      );
      const versionOf = (name: string): number => Number(/\d+/.exec(name)?.[0]);
      if (!answers.ok) throw new Error('the answers do not open');
      expect(answers.value.language).toBe('ar');
      expect(versionOf(answers.value.name)).toBeGreaterThanOrEqual(KEPT);
      expect(await isInFiles()).toBe(true);
    },
  );
});

/** The first screen has no ending to tell and nobody's language, and takes nobody in, until staff sign in. */
async function screenIsNobodys(
  { services }: RunningKeeper,
  core: ScriptedCore,
  setting: ResidentSetting,
): Promise<void> {
  expect(await statusOf(core)).toMatchObject({
    ...{ staff: null, lastEnding: { kind: 'none' } },
    residents: { setting, atScreen: false, idle: null },
  });
  expect(services.residentScreen.language()).toBeNull();
  expect(await core.call('create', {})).toEqual(refused('not-allowed'));
}
