import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder such as BAT0 has, by the names of its files. */
export type PlantedSupply = Readonly<Record<string, string>>;

/** A folder below another one that looks like /sys/class/power_supply. */
export function plantSupplies(below: string, supplies: Readonly<Record<string, PlantedSupply>>): string {
  const folder = mkdtempSync(join(below, 'power-supply-'));
  for (const [name, files] of Object.entries(supplies)) {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), `${text}\n`);
  }
  return folder;
}

/** A laptop’s battery with its charger pulled out. `capacity`: percent. */
export function onBattery(capacity: number): Readonly<Record<string, PlantedSupply>> {
  return {
    AC: { type: 'Mains', online: '0' },
    BAT0: { type: 'Battery', present: '1', status: 'Discharging', capacity: String(capacity) },
  };
}
