import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patternsOfBytes, patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { formatRecoveryCode, readRecoveryCode } from '../../../shared/staff/recovery-code.ts';
import { firstOf } from '../../../tests/support/sample.ts';
import { openedCustody, slotPathOfTest } from '../custody/custody.test-support.ts';
import { unwrapDeviceKey } from '../custody/device-key.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { memberRowsOf } from '../staff/member-rows.ts';
import { ANSELM, BERTA, vaultsWithStaff } from '../staff/staff.test-support.ts';
import { begin } from '../vault/vault.test-support.ts';
import {
  done,
  LEOPOLD,
  must,
  NOON,
  OCTAVIA,
  type RecoveryStage,
  recover,
  refused,
  stageOn,
  WRONG,
  withCodes,
} from './recovery.test-support.ts';

const newPath = vaultsWithStaff();
const namesOf = ({ staff }: Pick<RecoveryStage, 'staff'>) =>
  staff.members().map(({ name, role }) => `${name}, ${role}`);
const BEFORE = ['Anselm, clerk', 'Berta, supervisor', 'Dora, supervisor'];
const AFTER = ['Leopold Sandgrove, supervisor', 'Octavia Farthing, supervisor'];

/** The same kiosk after its keeper was started anew: nobody has signed in, so nothing has the device key. */
async function restarted(stage: RecoveryStage): Promise<RecoveryStage> {
  stage.vault.database.close();
  stage.custody.close();
  return stageOn(stage.path, stage.slotPath);
}

describe('two people with both recovery codes', () => {
  it.each([
    ['in their order', false, false],
    ['in the other order', true, false],
    ['after a restart', false, true],
  ])('are the supervisors, and alone: %s', async (_how, isSwapped, isRestarted) => {
    const made = stageOn(newPath());
    const [first, second] = await withCodes(made);
    const stage = isRestarted ? await restarted(made) : made;
    const [one, other] = isSwapped ? [second, first] : [first, second];
    const counts = (): readonly unknown[] =>
      stage.vault.database.prepare('SELECT member FROM wrong_passphrases').pluck().all();
    for (const name of ['Nobody', 'Anselm']) await stage.signIn({ ...ANSELM, name, passphrase: 'wrong' });
    expect(counts()).toHaveLength(2);
    expect(await recover(stage, one, other)).toEqual(done);
    expect(counts()).toEqual([]);
    expect(namesOf(stage)).toEqual(AFTER);
    expect(stage.recovery.decision()).toEqual({ kind: 'used', since: NOON });
    const [leopold, octavia] = stage.staff.members().map(({ member }) => member);
    expect(stage.entries().at(-1)).toMatchObject({
      kind: 'recovery-codes-used',
      by: octavia,
      second: leopold,
    });
    // Nobody is signed in by it, and nobody else can sign in.
    expect(stage.staff.signedIn()).toBeNull();
    for (const member of [ANSELM, BERTA]) expect((await stage.signIn(member)).ok).toBe(false);
    for (const member of [OCTAVIA, LEOPOLD]) {
      expect(await stage.signIn(member)).toMatchObject({ value: { role: 'supervisor', mustChange: false } });
    }
    // Two people from then on, whom nobody has to confirm.
    expect(stage.staff.members().map(({ unconfirmed }) => unconfirmed)).toEqual([null, null]);
    expect(stage.staff.approverNames()).toEqual([OCTAVIA.name]);
    stage.staff.signOut();
    // Used once.
    expect(await recover(stage, one, other)).toEqual(refused('not-now'));
  });

  it('are refused with one wrong code, and nobody is told which; all stays as it was', async () => {
    const stage = stageOn(newPath());
    const [first, second] = await withCodes(stage);
    const changed = `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`;
    const answers: unknown[] = [];
    for (const [one, other] of [
      [first, WRONG],
      [WRONG, second],
      [first, first],
      [second, second],
      [first, changed],
      [first, ''],
      [WRONG, WRONG],
    ] as const) {
      answers.push(await recover(stage, one, other));
      stage.clock.advance(300_000);
    }
    const wrong = (waitSeconds: number) => ({
      ok: false,
      error: { kind: 'wrong-recovery-codes', waitSeconds },
    });
    expect(answers).toEqual([0, 0, 5, 10, 20, 40, 80].map(wrong));
    expect(namesOf(stage)).toEqual(BEFORE);
    expect(await stage.signIn(BERTA)).toMatchObject({ ok: true });
    stage.staff.signOut();
    // The control: together they are right.
    expect(await recover(stage, first, second)).toEqual(done);
  });

  it('wait longer each time, over a restart too, and the tenth time an hour, which is in the ledger', async () => {
    const made = stageOn(newPath());
    const [first, second] = await withCodes(made);
    made.vault.database.prepare("INSERT INTO wrong_passphrases VALUES ('recovery-codes', 9, 0)").run();
    const hour = { ok: false, error: { kind: 'too-many-recovery-codes', waitSeconds: 3600 } };
    expect(await recover(made, first, WRONG)).toEqual(hour);
    expect(made.entries().at(-1)).toMatchObject({
      kind: 'locked-out',
      member: '0'.repeat(32),
      role: 'recovery-codes',
    });
    const stage = await restarted(made);
    expect(await recover(stage, first, second)).toEqual(hour);
    // It is theirs alone: whoever has a passphrase signs in.
    expect(await stage.signIn(ANSELM)).toMatchObject({ ok: true });
    stage.staff.signOut();
    stage.clock.advance(60 * 60_000);
    // After the hour the next wrong one costs no hour again: else anybody could keep the way shut.
    const wrong = await recover(stage, first, WRONG);
    expect(wrong).toMatchObject({ error: { kind: 'wrong-recovery-codes' } });
    stage.clock.advance(60_000);
    expect(await recover(stage, first, second)).toEqual(done);
  });

  it('are counted before anybody looks at their codes, and one after the other', async () => {
    const stage = stageOn(newPath());
    await withCodes(stage);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => recover(stage, WRONG, WRONG)));
    expect(answers.map((answer) => (answer.ok ? 'let in' : answer.error.kind))).toEqual([
      ...Array.from({ length: 3 }, () => 'wrong-recovery-codes'),
      ...Array.from({ length: 2 }, () => 'too-many-recovery-codes'),
    ]);
  });

  it('are the way in where one of two supervisors lost the passphrase: that one stays on the staff, and the codes in force', async () => {
    const stage = stageOn(newPath());
    const [first, second] = await withCodes(stage);
    must(await stage.signIn(BERTA));
    const [, berta, dora] = stage.staff.members().map(({ member }) => member);
    if (berta === undefined || dora === undefined) throw new Error('no two supervisors');
    must(await stage.staff.resetPassphrase(berta, dora, 'copper thistle gondola ember'));
    // One is left who counts, and nobody could ever be confirmed.
    expect(await stage.staff.removeMember(berta, dora)).toEqual(refused('last-two-supervisors'));
    expect(stage.recovery.decision()).toMatchObject({ kind: 'codes' });
    stage.staff.signOut();
    expect(await recover(stage, first, second)).toEqual(done);
    expect(namesOf(stage)).toEqual(AFTER);
  });

  it('choose names and passphrases as anybody new does, and a mistake there costs no attempt', async () => {
    const stage = stageOn(newPath());
    const [first, second] = await withCodes(stage);
    const attempt = (one: object, other: object) =>
      stage.calls.recoverStaff({
        first: { ...OCTAVIA, code: first, ...one },
        second: { ...LEOPOLD, code: second, ...other },
      });
    expect(await attempt({ name: 'leopold  Sandgrove' }, {})).toEqual(refused('name-taken'));
    expect(await attempt({ name: '<Octavia>' }, {})).toEqual(refused('unusable-name'));
    expect(await attempt({}, { passphrase: 'Leopold Counter 3' })).toEqual(refused('weak-passphrase'));
    expect(stage.vault.database.prepare('SELECT * FROM wrong_passphrases').all()).toEqual([]);
    expect(namesOf(stage)).toEqual(BEFORE);
    // The one who forgot may have the name again: everybody else has left.
    expect(await attempt({ name: 'Berta' }, {})).toEqual(done);
    expect(namesOf(stage)).toEqual(['Berta, supervisor', 'Leopold Sandgrove, supervisor']);
  });
});

describe('recovery codes open nothing that is there', () => {
  it('and are not looked at while somebody is signed in, an application is open or its key left, or a hold is set', async () => {
    const stage = stageOn(newPath());
    const [first, second] = await withCodes(stage);
    must(await stage.signIn(ANSELM));
    expect(await recover(stage, first, second)).toEqual(refused('not-now'));
    stage.staff.signOut();
    const { id } = begin(stage.vault, '2026-11-24', NOON);
    stage.custody.create(id, 'memory');
    expect(await recover(stage, first, second)).toEqual(refused('applications-open'));
    stage.vault.remove(id);
    expect(await recover(stage, first, second)).toEqual(refused('applications-open'));
    stage.held.holds = 1;
    expect(await recover(stage, first, second)).toEqual(refused('recovery-under-hold'));
    stage.custody.destroy(id);
    expect(await recover(stage, first, second)).toEqual(refused('recovery-under-hold'));
    expect(stage.vault.database.prepare('SELECT * FROM wrong_passphrases').all()).toEqual([]);
    stage.held.holds = 0;
    expect(await recover(stage, first, second)).toEqual(done);
  });

  it('and are looked at where files do not fit only if nobody can go on with them: then all that is there ends', async () => {
    const stage = stageOn(newPath());
    const [first, second] = await withCodes(stage);
    must(await stage.signIn(ANSELM));
    const { id } = begin(stage.vault, '2026-11-24', NOON);
    stage.custody.create(id, 'sealed');
    stage.staff.signOut();
    // An older vault has older codes, and whoever put it back would be the two who let the kiosk go on.
    for (const wayOn of ['two-supervisors', 'hold-first'] as const) {
      stage.held.wayOn = wayOn;
      expect(await recover(stage, first, second)).toEqual(refused('recovery-with-misfit'));
    }
    stage.held.wayOn = 'other-files';
    stage.held.holds = 1;
    expect(await recover(stage, first, second)).toEqual(refused('recovery-under-hold'));
    stage.held.holds = 0;
    stage.held.byLedger = 1;
    expect(await recover(stage, first, second)).toEqual(refused('recovery-under-hold'));
    stage.held.byLedger = 0;
    expect(await recover(stage, first, WRONG)).toEqual(refused('wrong-recovery-codes'));
    expect([stage.vault.openIds(), stage.custody.applications()]).toEqual([[id], [id]]);
    expect(await recover(stage, first, second)).toEqual(done);
    expect([stage.vault.openIds(), stage.custody.applications()]).toEqual([[], []]);
    expect(namesOf(stage)).toEqual(AFTER);
  });

  const OLD_KEYS = [
    ['not in memory', true],
    ['in memory', false],
  ] as const;
  it.each(firstOf(OLD_KEYS, 1))(
    'with the old device key %s: no old slot, row or key opens with the new ones',
    async (_where, isRestarted) => {
      const made = stageOn(newPath());
      const [first, second] = await withCodes(made);
      const { id } = begin(made.vault, '2026-11-24', NOON);
      expect(made.custody.create(id, 'sealed').ok).toBe(true);
      const oldKey = Buffer.from(made.custody.deviceKey() ?? []);
      const copy = join(workingFolder(), 'keys.slots');
      copyFileSync(made.slotPath, copy);
      const oldRows = memberRowsOf(made.vault.database).all();
      made.vault.remove(id);
      expect(made.custody.destroy(id)).toBe(true);
      const stage = isRestarted ? await restarted(made) : made;
      const inVault = (): readonly boolean[] =>
        oldRows.map(({ sealed_device_key: old }) => readFileSync(stage.path).includes(Buffer.from(old)));
      expect(inVault()).toEqual([true, true, true]);
      expect(await recover(stage, first, second)).toEqual(done);
      expect(inVault()).toEqual([false, false, false]);
      expect([stage.custody.unlocked(), stage.custody.deviceKey()]).toEqual([false, null]);

      must(await stage.signIn(OCTAVIA));
      const newKey = Buffer.from(stage.custody.deviceKey() ?? []);
      expect([oldKey.length, newKey.length, newKey.equals(oldKey)]).toEqual([32, 32, false]);
      // The next application is sealed under the new key.
      const next = begin(stage.vault, '2026-11-24', NOON);
      expect(stage.custody.create(next.id, 'sealed').ok).toBe(true);

      for (const [old, row] of [OCTAVIA, LEOPOLD].flatMap((who) =>
        oldRows.map((row) => [who, row] as const),
      )) {
        const wrapped = { salt: row.salt, sealed: row.sealed_device_key };
        expect((await unwrapDeviceKey(wrapped, old.passphrase, row)).ok).toBe(false);
      }
      const opens = (key: Uint8Array): number => {
        const custody = openedCustody(copy, [id]);
        const { opened } = custody.unlock(key);
        custody.close();
        return opened;
      };
      expect(opens(newKey)).toBe(0);
      // The control: to the old key and an old passphrase they do open.
      expect(opens(oldKey)).toBe(1);
      const berta = oldRows.find(({ name }) => name === 'Berta');
      const wrapped = berta && { salt: berta.salt, sealed: berta.sealed_device_key };
      expect(wrapped && (await unwrapDeviceKey(wrapped, BERTA.passphrase, berta)).ok).toBe(true);
    },
  );
});

describe('a recovery that is cut', () => {
  it('leaves the old staff and both codes, or the new staff and none', async () => {
    const copies = { during: newPath(), after: newPath() };
    const path = newPath();
    const copyTo = (target: string): void => {
      copyFileSync(path, target);
      copyFileSync(`${path}-journal`, `${target}-journal`);
    };
    const stage = stageOn(path, slotPathOfTest(workingFolder()), ({ kind }) => {
      // What SIGKILL would leave here: all is written but the end of the transaction.
      if (kind === 'recovery-codes-used') copyTo(copies.during);
    });
    const [first, second] = await withCodes(stage);
    expect(await recover(stage, first, second)).toEqual(done);
    copyTo(copies.after);

    const cut = stageOn(copies.during);
    expect(namesOf(cut)).toEqual(BEFORE);
    expect(cut.recovery.decision()).toMatchObject({ kind: 'codes' });
    expect(await recover(cut, first, second)).toEqual(done);
    const whole = stageOn(copies.after);
    expect([namesOf(whole), whole.recovery.codes()]).toEqual([AFTER, null]);
  });

  it.each(firstOf(['owed', 'staff', 'recovery'], 1))(
    'by a disk that takes nothing more of %s changes nothing',
    async (table) => {
      const stage = stageOn(newPath());
      const [first, second] = await withCodes(stage);
      const stop = `CREATE TEMP TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'full'); END`;
      stage.vault.database.exec(stop);
      await expect(recover(stage, first, second)).rejects.toThrow('full');
      stage.vault.database.exec('DROP TRIGGER full');
      expect(namesOf(stage)).toEqual(BEFORE);
      expect(await stage.signIn(BERTA)).toMatchObject({ ok: true });
      expect(stage.custody.unlocked()).toBe(true);
      stage.staff.signOut();
      expect(await recover(stage, first, second)).toEqual(done);
    },
  );
});

it('no file has a recovery code, in any form, before and after its use', async () => {
  const stage = stageOn(newPath());
  const codes = await withCodes(stage);
  must(await stage.signIn(BERTA));
  stage.custody.prepare();
  stage.staff.signOut();
  const forms = codes.flatMap((code) => {
    const read = readRecoveryCode(code);
    if (!read.ok) throw new Error('no code');
    const written = formatRecoveryCode(read.value);
    return [code, written, written.replaceAll(' ', '-'), code.slice(0, 12), code.slice(-12)];
  });
  const values = (label: string, each: readonly string[]) =>
    each.flatMap((value) => [
      ...patternsOfValue(label, value),
      ...patternsOfBytes(label, Buffer.from(value)),
      ...patternsOfBytes(label, Buffer.from(value.toLowerCase())),
    ]);
  const found = (): ReadonlySet<string> => {
    const content = stage
      .files()
      .filter(existsSync)
      .map((path) => readFileSync(path));
    expect(content.length).toBeGreaterThanOrEqual(4);
    const patterns = [...values('code', forms), ...values('control', ['Anselm', 'Octavia Farthing'])];
    const hits = patterns.filter(({ bytes }) => content.some((file) => file.includes(Buffer.from(bytes))));
    return new Set(hits.map(({ label }) => label));
  };
  expect(found()).toEqual(new Set(['control']));
  expect(await recover(stage, codes[0], WRONG)).toEqual(refused('wrong-recovery-codes'));
  expect(await recover(stage, ...codes)).toEqual(done);
  expect(found()).toEqual(new Set(['control']));
});
