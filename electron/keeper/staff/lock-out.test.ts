import { describe, expect, it } from 'vitest';
import { asDiskRefusal } from '../database/open-failure.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { ANSELM, BERTA, type Stage, staffOn, vaultsWithStaff } from './staff.test-support.ts';

const newPath = vaultsWithStaff();
const MINUTE = 60_000;
const right = { ok: true, value: { name: 'Anselm' } };

/** So many wrong ones are counted already. */
function counted({ vault }: Stage, member: string, inARow: number, waitUntil = 0): void {
  vault.database
    .prepare('INSERT OR REPLACE INTO wrong_passphrases VALUES (?, ?, ?)')
    .run(member, inARow, waitUntil);
}

function countOf({ vault }: Stage, member: string): unknown {
  return vault.database
    .prepare('SELECT in_a_row FROM wrong_passphrases WHERE member = ?')
    .pluck()
    .get(member);
}

describe('wrong passphrases in a row', () => {
  it('wait longer each time, end in a lock-out of an hour, and then in another one at once', async () => {
    const stage = staffOn(newVault(newPath()));
    const { clock, events, idOf } = stage;
    const waits: unknown[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      const answer = await stage.signIn('Anselm', 'wrong');
      if (answer.ok || answer.error.kind !== 'wrong-passphrase') throw new Error(JSON.stringify(answer));
      waits.push(answer.error.waitSeconds);
      clock.advance(answer.error.waitSeconds * 1000);
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 300]);
    expect(events).toEqual([]);
    const lockOut = { ok: false, error: { kind: 'locked-out', waitMinutes: 60 } };
    expect(await stage.signIn('Anselm', 'wrong')).toEqual(lockOut);
    const event = { kind: 'locked-out', member: idOf('Anselm'), role: 'clerk' };
    expect(events).toEqual([event]);
    clock.advance(59 * MINUTE);
    // Not even looked at, and not another lock-out.
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toEqual({
      ok: false,
      error: { kind: 'locked-out', waitMinutes: 1 },
    });
    clock.advance(MINUTE);
    expect(await stage.signIn('Anselm', 'wrong')).toEqual(lockOut);
    expect(events).toEqual([event, event]);
    clock.advance(60 * MINUTE);
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject(right);
    expect(countOf(stage, idOf('Anselm'))).toBeUndefined();
  });

  it('are counted for each member alone', async () => {
    const stage = staffOn(newVault(newPath()));
    counted(stage, stage.idOf('Anselm'), 10, stage.clock.uptime() + MINUTE);
    expect(await stage.signIn('Anselm', 'wrong')).toMatchObject({ error: { kind: 'locked-out' } });
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
  });

  it('for names that nobody has are counted together, and locked out alike', async () => {
    const stage = staffOn(newVault(newPath()));
    counted(stage, '', 9);
    expect(await stage.signIn('Nobody', 'wrong')).toMatchObject({ error: { kind: 'locked-out' } });
    expect(stage.events).toEqual([{ kind: 'locked-out', member: null, role: 'nobody' }]);
    expect(await stage.signIn('Somebody else', 'wrong')).toMatchObject({ error: { kind: 'locked-out' } });
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject(right);
  });

  it('count also when they come all at once', async () => {
    const stage = staffOn(newVault(newPath()));
    const answers = await Promise.all(Array.from({ length: 8 }, () => stage.signIn('Anselm', 'wrong')));
    expect(answers.map((answer) => (answer.ok ? 'let in' : answer.error.kind))).toEqual([
      ...Array.from({ length: 3 }, () => 'wrong-passphrase'),
      ...Array.from({ length: 5 }, () => 'too-many-attempts'),
    ]);
  });

  it('do not depend on the wall clock', async () => {
    const stage = staffOn(newVault(newPath()));
    counted(stage, stage.idOf('Anselm'), 5, stage.clock.uptime() + 20_000);
    stage.clock.moveClock(24 * 60 * MINUTE);
    const refusal = { error: { kind: 'too-many-attempts', waitSeconds: 20 } };
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject(refusal);
    stage.clock.advance(20_000);
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject(right);
  });
});

describe('a keeper that is killed', () => {
  it('forgets neither count nor wait', async () => {
    const path = newPath();
    const before = staffOn(newVault(path));
    counted(before, before.idOf('Anselm'), 9);
    expect(await before.signIn('Anselm', 'wrong')).toMatchObject({ error: { kind: 'locked-out' } });
    before.vault.database.close();
    const after = staffOn(newVault(path), before.clock);
    expect(after.staff.signedIn()).toBeNull();
    expect(await after.signIn('Anselm', ANSELM.passphrase)).toMatchObject({
      error: { kind: 'locked-out', waitMinutes: 60 },
    });
  });

  it('while it looks at a passphrase has counted it already', async () => {
    const stage = staffOn(newVault(newPath()));
    counted(stage, stage.idOf('Anselm'), 9);
    const attempt = stage.signIn('Anselm', ANSELM.passphrase);
    await Promise.resolve();
    const row = stage.vault.database.prepare('SELECT * FROM wrong_passphrases').get();
    // As long a wait as a lock-out; that it is one stands there only together with the ledger's entry.
    expect(row).toMatchObject({ in_a_row: 9, wait_until: stage.clock.uptime() + 60 * MINUTE });
    expect(await attempt).toMatchObject(right);
    expect(countOf(stage, stage.idOf('Anselm'))).toBeUndefined();
  });
});

describe('a disk that takes no writes', () => {
  it('refuses the right passphrase like the wrong one, and before it is looked at', async () => {
    const stage = staffOn(newVault(newPath()));
    stage.vault.database.pragma('query_only = ON');
    for (const passphrase of [ANSELM.passphrase, 'wrong']) {
      const failure = await stage.signIn('Anselm', passphrase).catch((error: unknown) => error);
      expect(asDiskRefusal(failure)).toEqual({ kind: 'not-written' });
      expect(stage.staff.signedIn()).toBeNull();
    }
    stage.vault.database.pragma('query_only = OFF');
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject(right);
  });

  it('makes no lock-out that is not recorded, and gives no attempt away for it', async () => {
    let full = true;
    const stage = staffOn(newVault(newPath()), undefined, () => {
      if (full) throw new Error('no space left');
    });
    counted(stage, stage.idOf('Anselm'), 9);
    await expect(stage.signIn('Anselm', 'wrong')).rejects.toThrow('no space left');
    expect(stage.staff.members()[0]).toMatchObject({ name: 'Anselm', lockedOutMinutes: null });
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({
      error: { kind: 'too-many-attempts', waitSeconds: 3600 },
    });
    full = false;
    stage.clock.advance(60 * MINUTE);
    expect(await stage.signIn('Anselm', 'wrong')).toMatchObject({ error: { kind: 'locked-out' } });
    expect(stage.events).toHaveLength(1);
    expect(stage.staff.members()[0]).toMatchObject({ lockedOutMinutes: 60 });
  });
});
