import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { firstOf } from '../../../tests/support/sample.ts';
import { ROSTER } from '../../lib/provisioning/provisioning.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { newProgramme } from '../policy/signed-policy.test-support.ts';
import { FIRST_STAFF, startKeeper } from '../start/keeper.test-support.ts';
import { problemAtStart } from '../start/refused-start.test-support.ts';
import { connectCore } from '../start/scripted-core.test-support.ts';
import {
  firstStaffBytes,
  HERE,
  putFirstStaff,
  takenIn,
  type Unprovisioned,
  unprovisioned,
  waitingIn,
} from './first-staff.test-support.ts';

const isRoot = process.getuid?.() === 0;
const [MARISOL, OTTOLINE] = ROSTER.staff;

/** Files of the data folder that hold one of the first passphrases, in clear or as they are handed on. */
function withPassphrase(dataFolder: string): readonly string[] {
  const roster = Buffer.from(JSON.stringify(ROSTER)).toString('base64');
  const traces = [MARISOL?.firstPassphrase ?? '', roster.slice(60, 120)];
  return readdirSync(dataFolder).filter((name) => {
    const bytes = readFileSync(join(dataFolder, name), 'latin1');
    return traces.some((trace) => bytes.includes(trace));
  });
}

/** A kiosk that its provisioning has set up. */
async function provisioned() {
  const kiosk = unprovisioned();
  putFirstStaff(kiosk);
  expect(withPassphrase(kiosk.dataFolder)).toEqual(['first-staff.json']);
  const keeper = await startKeeper({ ...kiosk, scripted: true });
  return { kiosk, keeper };
}

describe('a kiosk with first staff that its program has signed', () => {
  it('is set up when it starts, with nobody before it, and leaves no first passphrase on the disk', async () => {
    const { kiosk, keeper } = await provisioned();
    expect(keeper.services.kiosk.read()).toMatchObject({ name: 'Harbor Library 1', custody: null });
    expect(keeper.services.staff.signedIn()).toBeNull();
    expect(keeper.services.staff.members()).toMatchObject([
      { name: 'Anselm Brightwater', role: 'clerk', mustChange: true },
      { name: 'Marisol Tidewater', role: 'supervisor', mustChange: true },
      { name: 'Ottoline Quarry', role: 'supervisor', mustChange: true },
    ]);
    expect(withPassphrase(kiosk.dataFolder)).toEqual([]);
    expect(readdirSync(kiosk.dataFolder).filter((name) => /staff|set-up/.test(name))).toEqual([]);
  });

  it('has in its ledger that nobody at the kiosk added them', async () => {
    const { keeper } = await provisioned();
    // Nothing is signed before one of them has signed in.
    expect(keeper.services.ledger.head()).toBeUndefined();
    const first = { name: MARISOL?.name ?? '', passphrase: MARISOL?.firstPassphrase ?? '' };
    expect(await (await connectCore(keeper)).call('signIn', first)).toMatchObject({ ok: true });
    const added = entriesOf(keeper).filter(({ kind }) => kind === 'staff-changed');
    expect(added).toHaveLength(3);
    for (const entry of added) expect(entry).toMatchObject({ by: NOBODY, act: 'added' });
    expect(entriesOf(keeper).map(({ kind }) => kind)).toContain('programme-key-pinned');
  });

  it('lets nobody do anything with a first passphrase but choose another one', async () => {
    const { keeper } = await provisioned();
    const core = await connectCore(keeper);
    const first = { name: MARISOL?.name ?? '', passphrase: MARISOL?.firstPassphrase ?? '' };
    expect(await core.call('setUp', { kioskName: 'Mine', ...FIRST_STAFF })).toMatchObject({
      ok: false,
    });
    expect(await core.call('signIn', first)).toMatchObject({ ok: true });
    const goLive = { custody: 'memory' as const, inSpiteOf: [] };
    expect(await core.call('decideCustody', goLive)).toMatchObject({ ok: false });
    expect(await core.call('create', {})).toMatchObject({ ok: false });
    const next = 'thistle harvest quartz willow';
    expect(
      await core.call('changePassphrase', { present: first.passphrase, next: first.passphrase }),
    ).toMatchObject({ error: { kind: 'weak-passphrase' } });
    expect(await core.call('changePassphrase', { present: first.passphrase, next })).toMatchObject({
      ok: true,
    });
    expect(await core.call('decideCustody', goLive)).toMatchObject({ ok: true });
    await core.call('signOut', {});
    expect(await core.call('signIn', first)).toMatchObject({ ok: false });
    expect(await core.call('signIn', { ...first, passphrase: next })).toMatchObject({ ok: true });
  });

  it('starts again as any other, and takes no first staff any more', async () => {
    const { kiosk, keeper } = await provisioned();
    await keeper.stop();
    const again = await startKeeper({ ...kiosk, scripted: true });
    expect(again.services.kiosk.read()?.name).toBe('Harbor Library 1');
    await again.stop();
    const path = putFirstStaff(kiosk);
    const before = readFileSync(path);
    expect(await problemAtStart(kiosk)).toEqual({ kind: 'needless-first-staff', path });
    expect(readFileSync(path)).toEqual(before);
    rmSync(path);
    await startKeeper({ ...kiosk, scripted: true });
  });
});

describe('a kiosk that is to be provisioned', () => {
  it('waits where nothing has come, makes no vault, and offers nobody its set-up', async () => {
    const kiosk = unprovisioned();
    expect(await problemAtStart(kiosk)).toEqual({
      kind: 'not-provisioned',
      path: waitingIn(kiosk.dataFolder),
      refused: null,
    });
    expect(readdirSync(kiosk.dataFolder)).toEqual([]);
    // The control: a kiosk that isn't to be provisioned is set up by whoever comes first.
    const open = await startKeeper({ ...kiosk, provisioned: false, scripted: true });
    expect(open.services.kiosk.read()).toBeNull();
    expect(readdirSync(kiosk.dataFolder)).toContain('not-set-up');
    await open.stop();
    // Its vault is there by then, and it waits all the same.
    expect(await problemAtStart(kiosk)).toMatchObject({ kind: 'not-provisioned' });
    putFirstStaff(kiosk);
    const keeper = await startKeeper({ ...kiosk, scripted: true });
    expect(keeper.services.kiosk.read()).not.toBeNull();
    expect(readdirSync(kiosk.dataFolder)).not.toContain('not-set-up');
  });

  it('says that nobody has set it up also where an earlier start could not, before it says that it waits', async () => {
    const kiosk = unprovisioned();
    const open = await startKeeper({ ...kiosk, provisioned: false, scripted: true });
    await open.stop();
    rmSync(join(kiosk.dataFolder, 'not-set-up'));
    expect(await problemAtStart(kiosk)).toMatchObject({ kind: 'not-provisioned' });
    // Without it every folder with first staff would be refused, and the kiosk would wait for ever.
    expect(readdirSync(kiosk.dataFolder)).toContain('not-set-up');
  });

  it('says with which code the last folder was refused, and nothing else that stands there', async () => {
    const kiosk = unprovisioned();
    const etc = workingFolder();
    const settingsFile = { path: join(etc, 'settings.toml'), record: null };
    mkdirSync(join(etc, 'provisioning.run'));
    for (const [text, refused] of [
      ['96\n', 96],
      ['Marisol\n', null],
      ['9'.repeat(40), null],
    ] as const) {
      writeFileSync(join(etc, 'provisioning.run', 'refused'), text);
      expect(await problemAtStart({ ...kiosk, settingsFile })).toMatchObject({
        ...{ kind: 'not-provisioned', refused },
      });
    }
  });

  it('does not begin where another provisioning came while it read policy, key and first staff', async () => {
    const kiosk = unprovisioned();
    putFirstStaff(kiosk);
    const etc = workingFolder();
    const settingsFile = { path: join(etc, 'settings.toml'), record: null };
    const next = join(kiosk.dataFolder, 'first-staff.json.next');
    writeFileSync(next, '');
    expect(await problemAtStart({ ...kiosk, settingsFile })).toMatchObject({
      ...{ kind: 'unfinished-provisioning', why: 'marked', path: next },
    });
    rmSync(next);
    writeFileSync(join(etc, 'provisioned.json'), '{}');
    expect(await problemAtStart({ ...kiosk, settingsFile })).toMatchObject({
      ...{ kind: 'unfinished-provisioning', why: 'changed', path: join(etc, 'provisioned.json') },
    });
    // Nothing of the first staff was used, and the kiosk still waits for them.
    expect(existsSync(waitingIn(kiosk.dataFolder))).toBe(true);
    expect(readdirSync(kiosk.dataFolder)).toContain('not-set-up');
    // Nor are they blamed for a key that was there before them.
    putFirstStaff(kiosk, firstStaffBytes(newProgramme()));
    expect(await problemAtStart({ ...kiosk, settingsFile })).toMatchObject({ why: 'changed' });
    rmSync(join(etc, 'provisioned.json'));
    expect(await problemAtStart({ ...kiosk, settingsFile })).toMatchObject({ kind: 'wrong-first-staff' });
    putFirstStaff(kiosk);
    const keeper = await startKeeper({ ...kiosk, settingsFile, scripted: true });
    expect(keeper.services.staff.members()).toHaveLength(3);
  });

  it('tells whoever provisions this computer that it is set up before it is', async () => {
    const kiosk = unprovisioned();
    const keeper = await startKeeper({ ...kiosk, provisioned: false, scripted: true });
    const core = await connectCore(keeper);
    await core.call('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
    expect(readdirSync(kiosk.dataFolder)).not.toContain('not-set-up');
  });
});

describe('a start that was cut off', () => {
  it('after it took the file and before it was used: the next one uses it', async () => {
    const kiosk = unprovisioned();
    renameSync(putFirstStaff(kiosk), takenIn(kiosk.dataFolder));
    const keeper = await startKeeper({ ...kiosk, scripted: true });
    expect(keeper.services.staff.members()).toHaveLength(3);
    expect(existsSync(takenIn(kiosk.dataFolder))).toBe(false);
  });

  const LEFT = [
    ['half overwritten', (path: string) => writeFileSync(path, Buffer.alloc(300), { flag: 'r+' })],
    ['whole', (path: string) => path],
    ['empty', (path: string) => truncateSync(path)],
  ] as const;
  it.each(firstOf(LEFT, 1))(
    'after it was used and before it was gone: the next one removes what is %s',
    async (_what, damage) => {
      const { kiosk, keeper } = await provisioned();
      await keeper.stop();
      renameSync(putFirstStaff(kiosk), takenIn(kiosk.dataFolder));
      damage(takenIn(kiosk.dataFolder));
      const again = await startKeeper({ ...kiosk, scripted: true });
      expect(again.services.staff.members()).toHaveLength(3);
      expect(withPassphrase(kiosk.dataFolder)).toEqual([]);
      expect(existsSync(takenIn(kiosk.dataFolder))).toBe(false);
    },
  );

  it('with what was taken damaged, and nobody set up: is told, and nothing of it is used', async () => {
    const kiosk = unprovisioned();
    const taken = takenIn(kiosk.dataFolder);
    renameSync(putFirstStaff(kiosk), taken);
    writeFileSync(taken, Buffer.alloc(300), { flag: 'r+' });
    expect(await problemAtStart(kiosk)).toMatchObject({ kind: 'wrong-first-staff', why: 'not-signed' });
    // Root gives others; what was taken goes with them.
    putFirstStaff(kiosk);
    const keeper = await startKeeper({ ...kiosk, scripted: true });
    expect(keeper.services.staff.members()).toHaveLength(3);
    expect(existsSync(taken)).toBe(false);
  });
});

describe('first staff are refused, and nothing is made of them:', () => {
  async function refused(kiosk: Unprovisioned): Promise<unknown> {
    const problem = await problemAtStart(kiosk);
    expect(existsSync(join(kiosk.dataFolder, 'vault.db'))).toBe(false);
    return problem;
  }

  it('with any byte changed', async () => {
    const kiosk = unprovisioned();
    const good = firstStaffBytes(kiosk.programme);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.byteLength - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, difference) => {
          const wrong = Buffer.from(good);
          wrong[at] = (wrong[at] ?? 0) ^ difference;
          putFirstStaff(kiosk, wrong);
          expect(await refused(kiosk)).toMatchObject({ kind: 'wrong-first-staff', why: 'not-signed' });
        },
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 40 : 10 },
    );
    putFirstStaff(kiosk, good);
    await startKeeper({ ...kiosk, scripted: true });
  });

  it('of another program', async () => {
    const kiosk = unprovisioned();
    putFirstStaff(kiosk, firstStaffBytes(newProgramme()));
    expect(await refused(kiosk)).toMatchObject({ kind: 'wrong-first-staff', why: 'not-signed' });
  });

  it('for another computer', async () => {
    const kiosk = unprovisioned();
    putFirstStaff(kiosk, firstStaffBytes(kiosk.programme, { subject: { ...HERE, host: 'counter-018' } }));
    expect(await refused(kiosk)).toMatchObject({ why: 'other-computer', reason: 'counter-018' });
  });

  it('without a key by which anybody could tell whose they are', async () => {
    const kiosk = unprovisioned();
    putFirstStaff(kiosk);
    rmSync(join(dirname(kiosk.policyPath), 'program-key.pem'));
    expect(await refused(kiosk)).toMatchObject({ why: 'no-key', reason: 'missing' });
  });

  it('with one supervisor, who could not do what takes two', async () => {
    const kiosk = unprovisioned();
    const staff = JSON.stringify({ format: 1, staff: [MARISOL, { ...OTTOLINE, role: 'clerk' }] });
    putFirstStaff(kiosk, firstStaffBytes(kiosk.programme, { staff }));
    expect(await refused(kiosk)).toMatchObject({ why: 'unfit', reason: 'unfit-roster' });
  });

  const UNPROTECTED: readonly (readonly [string, string, (path: string) => void])[] = [
    ['others may read', 'open-to-others', (path) => chmodSync(path, 0o640)],
    ['has another name', 'linked', (path) => linkSync(path, `${path}.copy`)],
    ['is as large as a film', 'too-large', (path) => truncateSync(path, 1024 * 1024)],
    [
      'is a link',
      'no-file',
      (path) => {
        renameSync(path, `${path}.elsewhere`);
        symlinkSync(`${path}.elsewhere`, path);
      },
    ],
    ['others may write', 'open-to-others', (path) => chmodSync(path, 0o602)],
    [
      'is a folder',
      'no-file',
      (path) => {
        rmSync(path);
        mkdirSync(path, { mode: 0o700 });
      },
    ],
  ];
  // Each reason once.
  it.each(firstOf(UNPROTECTED, 4))('in a file that %s', async (_what, why, change) => {
    const kiosk = unprovisioned();
    const path = putFirstStaff(kiosk);
    change(path);
    expect(await refused(kiosk)).toMatchObject({ kind: 'unprotected-first-staff', why, path });
  });

  it.runIf(isRoot)('in a file of another account', async () => {
    const kiosk = unprovisioned();
    chownSync(putFirstStaff(kiosk), 65_534, 65_534);
    expect(await refused(kiosk)).toMatchObject({
      ...{ kind: 'unprotected-first-staff', why: 'foreign-owner', reason: 'user 65534' },
    });
  });
});
