import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onBattery, plantSupplies } from '../../lib/power/power-supplies.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import {
  counter,
  create,
  photograph,
  print,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';

const refused = { ok: false, error: { kind: 'battery-low' } };

/** A counter on a battery, with a photographed applicant. `charge`: percent, as the kernel would say it from now on. */
async function onItsBattery(percent: number) {
  const powerSupplies = plantSupplies(workingFolder(), onBattery(percent));
  const { keeper, core } = await counter({ powerSupplies });
  const charge = (now: number): void => writeFileSync(join(powerSupplies, 'BAT0', 'capacity'), `${now}\n`);
  const plugIn = (): void => writeFileSync(join(powerSupplies, 'AC', 'online'), '1\n');
  return { keeper, core, powerSupplies, charge, plugIn };
}

async function toReadBack(core: ScriptedCore) {
  const opened = await create(core);
  await photograph(core, opened);
  return opened;
}

async function batteryLow(core: ScriptedCore): Promise<boolean | null> {
  const status = await core.call('getStatus', {});
  return status.ok ? status.value.printer.batteryLow : null;
}

it('no card is begun at 19 percent, and the screens say so before anybody tries; at 20 it is printed', async () => {
  const { keeper, core, charge } = await onItsBattery(19);
  const opened = await toReadBack(core);
  expect(await batteryLow(core)).toBe(true);
  expect(await print(core, opened)).toEqual(refused);
  // Nothing was queued: the application is where it was, and no worker has been told of it.
  const stateNow = () => keeper.services.vault.find(opened.application)?.state;
  expect([stateNow(), keeper.services.jobs.isRunning(opened.application)]).toEqual(['photographed', false]);
  charge(20);
  expect(await print(core, opened)).toMatchObject({ ok: true });
  expect(stateNow()).not.toBe('photographed');
  expect(await batteryLow(core)).toBe(false);
});

it.each([
  ['at 21 percent', (on: Awaited<ReturnType<typeof onItsBattery>>) => on.charge(21)],
  ['with its charger plugged in', (on: Awaited<ReturnType<typeof onItsBattery>>) => on.plugIn()],
  [
    'where nothing about power can be read',
    (on: Awaited<ReturnType<typeof onItsBattery>>) => rmSync(on.powerSupplies, { recursive: true }),
  ],
])('the same card is printed %s', async (_name, change) => {
  const on = await onItsBattery(5);
  const opened = await toReadBack(on.core);
  change(on);
  expect(await print(on.core, opened)).toMatchObject({ ok: true });
});

it('neither a void card of practice nor a test card is begun on it', async () => {
  const { core, charge } = await onItsBattery(19);
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('printTestCard', {})).toEqual(refused);
  expect(await core.call('beginPractice', {})).toMatchObject({ ok: true });
  await core.call('signIn', CLERK);
  const opened = await toReadBack(core);
  expect(await print(core, opened)).toEqual(refused);
  charge(64);
  expect(await print(core, opened)).toMatchObject({ ok: true });
});

it('what was printed before the battery ran low goes on; a reprint does not begin', async () => {
  const { keeper, core, charge } = await onItsBattery(20);
  const opened = await toReadBack(core);
  expect(await print(core, opened)).toMatchObject({ ok: true });
  charge(19);
  await expect
    .poll(() => keeper.services.vault.find(opened.application)?.state, { timeout: 30_000 })
    .toBe('printed');
  expect(await core.call('spoil', { reason: 'smudged' })).toMatchObject({ ok: true });
  expect(await print(core, opened, 'again')).toEqual(refused);
});
