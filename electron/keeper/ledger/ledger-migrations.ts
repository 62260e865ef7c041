import type { Migration } from '../database/database-schema.ts';
import { ROLLS_SQL } from './rolls-table.ts';
import { VAULT_MARK_SQL } from './vault-mark/vault-mark-table.ts';

/**
 * Version 3 has a kind of entry more (`policy-in-force`), version 4 two (about recovery codes), version 5 seven (routes,
 * fees, denials, signed policies, practice), version 6 nine (suspending, searching, stating, producing, days), version 7 two (about
 * residents at the screen), version 8 two (`production-unfinished`, `display-measured`), version 9 one (`record-search-answered`)
 * and a word (`paid-another-day`), version 10 two (`live-in-spite`, `evaluation-began`), and the same tables: a program that does not
 * know a kind or a word must not take the file for a whole one. Version 11 has nine kinds (`supervisor-confirmed`, `recovery-made`;
 * `handoff`, `erased`, `unsearched`; `key-rolled`, `waited`, `opened-after`; `misfit-accepted`), a table for the signatures of keys that
 * gave way, and one for the mark of the vault; what was there stays where it is.
 */
export const ledgerMigrations: readonly Migration[] = [
  {
    from: 2,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 3,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 4,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 5,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 6,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 7,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 8,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 9,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
  },
  {
    from: 10,
    declared: '972b59f9524d28a618e7ed7eaa8dac9d8ae599979a738a50b1e92bb88c915a7f',
    carry: null,
    adds: `${ROLLS_SQL}${VAULT_MARK_SQL}`,
  },
];
