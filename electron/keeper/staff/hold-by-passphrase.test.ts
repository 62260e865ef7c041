import { describe, expect, it } from 'vitest';
import { ANSELM, BERTA, GOOD, type Stage, stages } from './staff.test-support.ts';

const newStage = stages();
const MINUTE = 60_000;
const nothing = (): void => undefined;

/** Types wrong ones, each as soon as it is heard. What each has to wait for, in seconds. */
async function waits({ staff, clock }: Stage, name: string, times: number): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let tried = 1; tried <= times; tried += 1) {
    const answer = await staff.vouchForHold({ name, passphrase: 'wrong' }, nothing);
    if (answer.ok || answer.error.kind !== 'wrong-passphrase') throw new Error(JSON.stringify(answer));
    answers.push(answer.error.waitSeconds);
    clock.advance(answer.error.waitSeconds * 1000);
  }
  return answers;
}

describe('whoever sets a legal hold by a passphrase', () => {
  it('is a supervisor, also one who is locked out, and lends the device key', async () => {
    const stage = newStage();
    const { staff, vault, clock, idOf, signIn } = stage;
    vault.database
      .prepare('INSERT INTO wrong_passphrases VALUES (?, 10, ?)')
      .run(idOf('Berta'), clock.uptime() + 60 * MINUTE);
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject({ error: { kind: 'locked-out' } });
    const lent: number[] = [];
    expect(await staff.vouchForHold(BERTA, (deviceKey) => void lent.push(deviceKey.length))).toEqual({
      ok: true,
      value: { member: idOf('Berta'), name: 'Berta' },
    });
    expect(lent).toEqual([32]);
    // It is no sign-in, and ends no lock-out.
    expect(staff.signedIn()).toBeNull();
    expect(await signIn('Berta', BERTA.passphrase)).toMatchObject({ error: { kind: 'locked-out' } });
  });

  it('waits for half a minute at most, however often a wrong one was typed, and is never locked out', async () => {
    const stage = newStage();
    expect(await waits(stage, 'Berta', 20)).toEqual([
      0,
      0,
      5,
      10,
      20,
      ...Array.from({ length: 15 }, () => 30),
    ]);
    expect(stage.events).toEqual([]);
    expect(stage.staff.members().map(({ lockedOutMinutes }) => lockedOutMinutes)).toEqual([null, null, null]);
    await stage.staff.vouchForHold({ name: 'Berta', passphrase: 'wrong' }, nothing);
    expect(await stage.staff.vouchForHold(BERTA, nothing)).toEqual({
      ok: false,
      error: { kind: 'too-many-attempts', waitSeconds: 30 },
    });
    stage.clock.advance(30_000);
    expect(await stage.staff.vouchForHold(BERTA, nothing)).toMatchObject({ ok: true });
    // What was typed here costs nobody their sign-in, and the other way round.
    expect(await stage.signIn('Berta', BERTA.passphrase)).toMatchObject({ ok: true });
  });

  it('learns nothing of whoever works here: a clerk, a given passphrase and no such name are wrong ones', async () => {
    const stage = newStage();
    const { staff, signIn, idOf } = stage;
    await signIn('Berta', BERTA.passphrase);
    await staff.resetPassphrase(idOf('Berta'), idOf('Dora'), GOOD);
    const tries = [ANSELM, { name: 'Dora', passphrase: GOOD }, { name: 'Nobody', passphrase: GOOD }];
    const answers: unknown[] = [];
    for (const who of tries) {
      answers.push(await staff.vouchForHold(who, nothing));
      stage.clock.advance(30_000);
    }
    expect(answers).toEqual(
      [0, 0, 5].map((waitSeconds) => ({ ok: false, error: { kind: 'wrong-passphrase', waitSeconds } })),
    );
  });
});
