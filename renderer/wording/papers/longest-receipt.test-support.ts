import type { Receipt } from '../../../shared/contract/receipt.ts';

/** A receipt of which every sentence is the longest that it can be. */
export const longest: Receipt = {
  version: 2,
  practice: false,
  day: '2026-11-25',
  kiosk: 'Municipal Administration Building, Harborside Annex, desk 12',
  erased: {
    outcome: 'expired',
    custody: 'sealed',
    search: {
      kind: 'searched',
      values: 11,
      tooShort: 10,
      alsoOwn: 10,
      windows: 99,
      files: 9999,
      bytes: 99_900_000,
      hits: 0,
      unreadable: 3,
    },
    spool: 'not-proven',
  },
  ended: { processesEnded: 4, foldersRemoved: 1 },
  notDone: [
    'process-memory-was-not-searched',
    'some-files-unreadable',
    'selections-not-emptied',
    'printer-memory-out-of-reach',
    'ribbon-not-destroyed',
    'old-signing-key-may-be-left',
  ],
  signature: '',
  publicKey: '',
};
