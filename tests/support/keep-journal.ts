import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WipeActs } from '../../electron/keeper/wipe/wipe-parts.ts';

/** As if nobody had erased what the vault's transactions leave: old pages are put back where they were, in the end. */
export function keepJournal(acts: WipeActs, dataFolder: string): WipeActs {
  const journal = join(dataFolder, 'vault.db-journal');
  let old: Buffer | null = null;
  return {
    ...acts,
    deleteRows(application) {
      old = readFileSync(journal);
      return acts.deleteRows(application);
    },
    eraseTraces() {
      const erased = acts.eraseTraces();
      if (old !== null) writeFileSync(journal, old, { flag: 'r+' });
      return erased;
    },
  };
}
