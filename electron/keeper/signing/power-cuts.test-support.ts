import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { writableLedger } from '../ledger/entries.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';

/** What the disk of a running kiosk has at one moment. */
export interface Cut {
  readonly where: string;
  /** A copy of its data folder. */
  readonly folder: string;
}

/** Copies the disk of a running kiosk right before and right behind each transaction of its ledger from now on. */
export function cutAtEachWrite({ services }: RunningKeeper, dataFolder: string) {
  const cuts: Cut[] = [];
  const cut = (what: string): void => {
    const folder = join(workingFolder(), 'data');
    cpSync(dataFolder, folder, { recursive: true });
    cuts.push({ where: `${cuts.length} ${what}`, folder });
  };
  const around = <Value>(what: string, write: () => Value): Value => {
    cut(`before ${what}`);
    const value = write();
    cut(`behind ${what}`);
    return value;
  };
  const ledger = writableLedger(services);
  const { append, appendAll, roll } = ledger;
  ledger.append = (entry) => around(entry.kind, () => append(entry));
  ledger.appendAll = (entries) =>
    around(entries.map(({ kind }) => kind).join(', '), () => appendAll(entries));
  ledger.roll = (next, about) => around('the roll', () => roll(next, about));
  return { cuts, cut };
}
