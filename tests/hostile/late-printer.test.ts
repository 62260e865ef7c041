import { expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { type KeeperOptions, startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import {
  connectCore,
  counter,
  nextCore,
  signIn,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { firstOf } from '../support/sample.ts';
import { isErased, isOfApplicant, leave, people, runsOf } from './day.test-support.ts';

// Six people are given their cards while a printer is off, and a camera has seen in which order they left.

const EVENING = Date.UTC(2026, 10, 24, 18);
const HOUR = 3_600_000;
const SIX = people(['issued', 'issued', 'issued', 'issued', 'issued', 'issued']);

const MEANWHILE = [
  ['at a kiosk that was started anew meanwhile', true],
  ['while somebody is there', false],
] as const;
it.each(firstOf(MEANWHILE, 1))(
  'the printer answers on the next day, %s: none of the six is written alone, and all are together',
  async (_when, isStopped) => {
    const printer = { isOff: true };
    const kiosk = {
      ...{ dataFolder: workingFolder(), clock: testClock({ now: EVENING }) },
      adjustActs: (acts) => ({
        ...acts,
        purgePrintSide: async (application) => (printer.isOff ? null : acts.purgePrintSide(application)),
      }),
    } satisfies KeeperOptions;
    const evening = await counter(kiosk);
    let { core } = evening;
    for (const [index, person] of SIX.entries()) {
      await leave(evening.keeper, core, person);
      await until(() => expect(evening.keeper.services.wipes.printSideOpen()).toBe(index + 1));
      core = await nextCore(evening.keeper, core);
    }
    kiosk.clock.advance(12 * HOUR);
    evening.keeper.services.outbox.endDay();
    if (isStopped) await evening.keeper.stop();
    const keeper = isStopped ? await startKeeper({ scripted: true, ...kiosk }) : evening.keeper;
    if (isStopped) await signIn(await connectCore(keeper), null);
    const { outbox, wipes, ledger, vault } = keeper.services;
    expect(vault.wipes.all()).toHaveLength(6);
    const before = ledger.head()?.sequence ?? 0;
    const written = () => [...ledger.since(before)];

    printer.isOff = false;
    await wipes.retry();
    await until(() => expect(vault.wipes.all()).toEqual([]));
    outbox.flush();
    expect(written().filter(isOfApplicant)).toEqual([]);
    // A card and an erasure each, and the fourth has a second card.
    expect(outbox.resting()).toHaveLength(13);
    outbox.endDay();
    expect(written().filter(isErased)).toEqual(
      SIX.map(() => ({ kind: 'erased', day: { year: 2026, month: 11, day: 24 }, outcome: 'issued' })),
    );
    expect(runsOf(written())).toEqual([13]);
  },
);
