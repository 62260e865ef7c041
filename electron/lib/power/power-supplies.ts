import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerSupply } from '../../../shared/power/power-source.ts';
import { orNull } from '../file-systems/attempt.ts';

/**
 * The power supplies that the kernel knows; null: they can't be listed, as where there is no Linux. Everybody may read there, also in
 * the kiosk's unit: `ProtectKernelTunables=` keeps from writing alone.
 */
export function readPowerSupplies(folder = '/sys/class/power_supply'): readonly PowerSupply[] | null {
  const names = orNull(() => readdirSync(folder));
  return names?.map((name) => supplyIn(join(folder, name))) ?? null;
}

function supplyIn(folder: string): PowerSupply {
  // Of a battery that is taken out meanwhile, and of a driver that doesn’t answer, a file can’t be read.
  const value = (what: string): string | null =>
    orNull(() => readFileSync(join(folder, what), 'utf8').trim());
  return {
    type: value('type'),
    online: value('online'),
    status: value('status'),
    capacity: value('capacity'),
    scope: value('scope'),
    present: value('present'),
  };
}
