import { readFileSync, writeFileSync } from 'node:fs';
import type { Vault } from '../../electron/keeper/vault/vault.ts';
import type { WipeActs } from '../../electron/keeper/wipe/wipe-parts.ts';

/**
 * As if nobody had erased what the vault's transactions leave: the pages of the deletion are put back where they were,
 * in the end, when the wipe has searched.
 */
export interface KeptJournal {
  /** To be called as soon as there is a vault. */
  watch(vault: Vault): void;
  adjust(acts: WipeActs): WipeActs;
}

export function keepJournal(dataFolder: string): KeptJournal {
  const journal = `${dataFolder}/vault.db-journal`;
  let isDeleting = false;
  let old: Buffer | null = null;
  return {
    watch(vault) {
      const erase = vault.eraseJournal;
      Object.assign(vault, {
        eraseJournal() {
          if (isDeleting) old = readFileSync(journal);
          erase();
        },
      });
    },
    adjust: (acts) => ({
      ...acts,
      deleteRows(application) {
        isDeleting = true;
        try {
          return acts.deleteRows(application);
        } finally {
          isDeleting = false;
        }
      },
      eraseTraces() {
        const erased = acts.eraseTraces();
        if (old !== null) writeFileSync(journal, old, { flag: 'r+' });
        return erased;
      },
    }),
  };
}
