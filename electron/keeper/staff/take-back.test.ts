import { describe, expect, it } from 'vitest';
import { asDiskRefusal } from '../database/open-failure.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { ANSELM, BERTA, GOOD, type Stage, staffOn, vaultsWithStaff } from './staff.test-support.ts';

const newPath = vaultsWithStaff();
const MINUTE = 60_000;

/** Anselm is signed in, and an applicant has the screen. */
async function given(): Promise<Stage> {
  const stage = staffOn(newVault(newPath()));
  expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({ ok: true });
  stage.staff.giveScreen();
  return stage;
}

/** Tries these names with a wrong passphrase, each as soon as it is heard. */
async function tryAll(stage: Stage, names: readonly string[]): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const name of names) {
    const answer = await stage.signIn(name, 'wrong');
    answers.push(answer);
    if (!answer.ok && answer.error.kind === 'wrong-passphrase')
      stage.clock.advance(answer.error.waitSeconds * 1000);
  }
  return answers;
}

const wrong = (waitSeconds: number) => ({ ok: false, error: { kind: 'wrong-passphrase', waitSeconds } });
const WAITS = [0, 0, 5, 10, 20, 40, 60, 60, 60, 60, 60, 60].map(wrong);

describe('where staff take the screen back from an applicant', () => {
  it('a name that nobody has is answered as a wrong passphrase is, in whatever order they are tried', async () => {
    const orders = [
      WAITS.map(() => 'Anselm'),
      WAITS.map(() => 'Nobody Here'),
      WAITS.map((_, place) => `Nobody ${place}`),
      WAITS.map((_, place) => ['Anselm', 'Nobody', 'Berta'][place % 3] ?? ''),
    ];
    for (const names of orders) expect(await tryAll(await given(), names)).toEqual(WAITS);
  });

  it('is refused the same for everybody while it waits, also with the right passphrase', async () => {
    const stage = await given();
    for (let tried = 1; tried <= 3; tried += 1) await stage.signIn('Nobody', 'wrong');
    const early = { ok: false, error: { kind: 'too-many-attempts', waitSeconds: 5 } };
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toEqual(early);
    expect(await stage.signIn('Nobody', 'wrong')).toEqual(early);
    expect(stage.staff.isWithResident()).toBe(true);
  });

  it('costs nobody who works here their sign-in, however often an applicant tries', async () => {
    const stage = await given();
    await tryAll(
      stage,
      Array.from({ length: 20 }, () => 'Anselm'),
    );
    // Not locked out, not even counted; and no entry says that anybody was.
    expect(stage.staff.members().map(({ lockedOutMinutes }) => lockedOutMinutes)).toEqual([null, null, null]);
    expect(stage.events).toEqual([]);
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
    stage.staff.lock();
    expect(await stage.signIn('Anselm', 'wrong')).toEqual(wrong(0));
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({ ok: true });
    // Whoever took it back ends the wait.
    stage.staff.giveScreen();
    expect(await stage.signIn('Anselm', 'wrong')).toEqual(wrong(0));
  });

  it('counts the same where it is locked behind an applicant', async () => {
    const stage = await given();
    for (let tried = 1; tried <= 2; tried += 1) await stage.signIn('Anselm', 'wrong');
    stage.staff.lock();
    expect(await stage.signIn('Nobody', 'wrong')).toEqual(wrong(5));
    stage.clock.advance(5_000);
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
  });

  it('tells nobody who is locked out elsewhere', async () => {
    const stage = staffOn(newVault(newPath()));
    stage.vault.database
      .prepare('INSERT INTO wrong_passphrases VALUES (?, ?, ?)')
      .run(stage.idOf('Anselm'), 10, stage.clock.uptime() + 60 * MINUTE);
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
    stage.staff.giveScreen();
    expect(await tryAll(stage, ['Anselm', 'Berta', 'Nobody'])).toEqual(WAITS.slice(0, 3));
    // It is an end of no lock-out either.
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({ ok: true });
    stage.staff.lock();
    expect(await stage.signIn('Anselm', ANSELM.passphrase)).toMatchObject({ error: { kind: 'locked-out' } });
  });

  it('is counted before it is looked at, and a restart forgets none', async () => {
    const path = newPath();
    const before = staffOn(newVault(path));
    await before.signIn('Anselm', ANSELM.passphrase);
    before.staff.giveScreen();
    for (let tried = 1; tried <= 2; tried += 1) await before.signIn('Anselm', 'wrong');
    before.vault.database.pragma('query_only = ON');
    const failure = await before.signIn('Anselm', ANSELM.passphrase).catch((error: unknown) => error);
    expect(asDiskRefusal(failure)).toEqual({ kind: 'not-written' });
    before.vault.database.close();
    const after = staffOn(newVault(path), before.clock);
    await after.signIn('Anselm', ANSELM.passphrase);
    after.staff.giveScreen();
    expect(await after.signIn('Anselm', 'wrong')).toEqual(wrong(5));
  });
});

describe('somebody who may not work with applications', () => {
  /** Zoë is IT staff; Anselm is signed in. */
  async function technician() {
    const stage = staffOn(newVault(newPath()));
    await stage.signIn('Anselm', ANSELM.passphrase);
    await stage.staff.addMember(stage.idOf('Berta'), { name: 'Zoë', role: 'it', passphrase: GOOD });
    const lent: number[] = [];
    const zoe = (admits: () => boolean) =>
      stage.staff.signIn('Zoë', GOOD, (deviceKey) => void lent.push(deviceKey.length), admits);
    return { ...stage, zoe, lent };
  }

  it('is refused as with a wrong passphrase also where an application opens while it is hashed', async () => {
    const { staff, zoe, lent } = await technician();
    staff.giveScreen();
    let isOpen = false;
    const answer = zoe(() => !isOpen);
    isOpen = true;
    expect(await answer).toEqual(wrong(0));
    expect([staff.isWithResident(), lent]).toEqual([true, []]);
    // The control: without one the same passphrase lets them in.
    expect(await zoe(() => true)).toMatchObject({ ok: true, value: { role: 'it' } });
    expect(lent).toEqual([32]);
  });

  it('is told so at a screen that staff have locked', async () => {
    const { staff, zoe, lent } = await technician();
    staff.lock();
    expect(await zoe(() => false)).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect([staff.screenLocked(), staff.signedIn()?.name, lent]).toEqual([true, 'Anselm', []]);
  });
});
