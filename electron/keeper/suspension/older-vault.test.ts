import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newProgramme, signedPolicyFile } from '../policy/signed-policy.test-support.ts';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { newOffice, putOrder, resumeOrder, suspendOrder } from './orders.test-support.ts';

const done = { ok: true, value: { kind: 'carried-out' } };

/** Signs a supervisor in and has the next order on the stick carried out; answers its number. */
async function carryOutNext(core: ScriptedCore): Promise<number> {
  await core.call('signIn', SUPERVISOR);
  const found = await core.call('checkOrderOnStick', {});
  if (!found.ok || found.value.kind !== 'ready') throw new Error(JSON.stringify(found));
  const { hash, serial } = found.value.order;
  expect(await core.call('carryOutOrder', { order: hash })).toEqual(done);
  return serial;
}

async function intakeOf(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  return status.ok ? status.value.intake : status.error;
}

it('an older copy of the vault forgets no order: once two let the kiosk go on, nobody is served until the newest is carried out again, and none before it is', async () => {
  const [office, exportFolder, dataFolder, kept] = [
    newOffice(),
    workingFolder(),
    workingFolder(),
    workingFolder(),
  ];
  const policyPath = signedPolicyFile(newProgramme(), { orders: office.orders });
  const options = { policyPath, exportFolder, dataFolder };
  const [vault, copy] = [join(dataFolder, KIOSK_FILES.vault), join(kept, 'vault.db')];
  putOrder(exportFolder, office, suspendOrder(1));
  const first = await counter(options);
  expect(await carryOutNext(first.core)).toBe(1);
  await first.keeper.stop();
  copyFileSync(vault, copy);

  for (const order of [resumeOrder(2), suspendOrder(3)]) putOrder(exportFolder, office, order);
  const second = await counter(options);
  expect([await carryOutNext(second.core), await carryOutNext(second.core)]).toEqual([2, 3]);
  await second.keeper.stop();
  // The control: the vault that belongs there has lost nothing.
  const third = await counter(options);
  expect(await intakeOf(third.core)).toEqual({ kind: 'suspended' });
  await third.keeper.stop();

  copyFileSync(copy, vault);
  const older = await startKeeper({ scripted: true, ...options });
  const before = await connectCore(older);
  expect(await intakeOf(before)).toEqual({ kind: 'misfit' });
  await before.call('signIn', SUPERVISOR);
  const accepting = { misfits: ['vault-older' as const], reason: 'copy-restored' as const };
  await before.call('approve', { act: 'acceptMisfit', ...accepting, ...SECOND_SUPERVISOR });
  expect(await before.call('acceptMisfit', accepting)).toEqual({ ok: true, value: {} });
  await older.stop();
  const { core, keeper } = await counter(options);
  expect(await intakeOf(core)).toEqual({ kind: 'order-missing', serial: 3 });
  await core.call('signIn', CLERK);
  expect(await core.call('create', {})).toEqual({ ok: false, error: { kind: 'order-missing', serial: 3 } });
  expect(await carryOutNext(core)).toBe(3);
  expect(await intakeOf(core)).toEqual({ kind: 'suspended' });
  putOrder(exportFolder, office, resumeOrder(4));
  expect(await carryOutNext(core)).toBe(4);
  expect(await intakeOf(core)).toEqual({ kind: 'open' });
  expect(keeper.services.newestOrder.before()).toBe(4);
});
