import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdId } from '../../../shared/contract/ids.ts';
import { opensLedger } from '../../../shared/ledger/entries.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { readLedgerAt } from '../ledger/end-of-ledger.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { loseKeys, NEWCOMERS } from '../signing/codes.test-support.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore } from '../start/scripted-core.test-support.ts';
import { createHoldsBesideVault } from './holds-beside-vault.ts';

const HOLD = holdId.parse('01'.repeat(16));
const FORMER = 'former-ledger.db';

const start = (dataFolder: string) => startKeeper({ scripted: true, dataFolder });
const pathIn = (folder: string): string => join(folder, 'holds.json');

/** A kiosk that has begun anew and opened its ledger, stopped; and which one it came after. */
async function begunAnew() {
  const folder = workingFolder();
  await loseKeys(folder);
  const keeper = await start(folder);
  expect(await (await connectCore(keeper)).call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  await keeper.stop();
  const [opening] = readLedgerAt(join(folder, FORMER), opensLedger)?.written ?? [];
  if (opening?.kind !== 'opened') throw new Error('no ledger of before');
  return { folder, former: opening.kiosk };
}

/** As where the files of that kiosk were put back, did not fit together, and a supervisor set a hold. Then the right ones came back. */
function noteFor(folder: string, kiosk: string): void {
  createHoldsBesideVault(pathIn(folder), [], () => kiosk).note({
    ...{ kind: 'hold-set', utc: Date.UTC(2026, 10, 24, 12), by: 'aa'.repeat(16), hold: HOLD },
    ...{ scope: 'all', reason: 'subpoena', applications: 0, sealed: 0, unsealed: 0 },
  });
}

const setIn = (keeper: RunningKeeper): readonly unknown[] =>
  entriesOf(keeper).flatMap((entry) => (entry.kind === 'hold-set' ? [entry.hold] : []));

describe('a hold that was set on the files of the kiosk that this one came after', () => {
  it('stands in this one, whose ledger gets it and whose supervisors lift it', async () => {
    const { folder, former } = await begunAnew();
    noteFor(folder, former);
    const right = await start(folder);
    expect([right.services.filesFit.now(), right.services.outbox.waiting()]).toEqual([null, 1]);
    expect(right.services.holds.all()).toMatchObject([{ identifier: HOLD, scope: 'all', set_by: '–' }]);
    const at = await connectCore(right);
    expect(await at.call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
    expect(setIn(right)).toEqual([HOLD]);
    // Whoever signs in is told why a hold is in force that nobody set here.
    expect(await at.call('getStatus', {})).toMatchObject({
      value: { holds: [{ hold: HOLD, cameBack: true }] },
    });
    await right.stop();

    const later = await start(folder);
    expect([later.services.filesFit.now(), existsSync(pathIn(folder))]).toEqual([null, false]);
    const core = await connectCore(later);
    expect(await core.call('getStatus', {})).toMatchObject({ value: { holds: [{ cameBack: false }] } });
    await core.call('signIn', NEWCOMERS.first);
    await core.call('approve', { act: 'liftHold', hold: HOLD, ...NEWCOMERS.second });
    expect(await core.call('liftHold', { hold: HOLD })).toMatchObject({ ok: true });
    await later.stop();

    const last = await start(folder);
    expect([last.services.filesFit.now(), last.services.holds.all(), setIn(last)]).toEqual([
      ...[null, [], [HOLD]],
    ]);
  });

  it('stands also where nobody knows, because that one’s ledger was taken away; one of any other kiosk is left alone', async () => {
    const { folder, former } = await begunAnew();
    const unknown = join(workingFolder(), 'data');
    cpSync(folder, unknown, { recursive: true });
    for (const name of [FORMER, `${FORMER}-journal`]) rmSync(join(unknown, name), { force: true });
    noteFor(unknown, former);
    const inDoubt = await start(unknown);
    expect(inDoubt.services.holds.all()).toMatchObject([{ identifier: HOLD }]);

    noteFor(folder, '77'.repeat(16));
    const text = readFileSync(pathIn(folder), 'utf8');
    const known = await start(folder);
    expect([known.services.holds.all(), readFileSync(pathIn(folder), 'utf8')]).toEqual([[], text]);
  });
});
