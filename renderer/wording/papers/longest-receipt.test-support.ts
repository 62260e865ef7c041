import type { Receipt } from '../../../shared/contract/receipt.ts';
import { SAMPLE_RECEIPT_CODE } from '../../../shared/receipt/sample-receipt-code.test-support.ts';

/** A receipt of which every sentence is the longest that it can be. */
export const longest: Receipt = {
  version: 3,
  practice: false,
  day: '2026-11-25',
  kiosk: 'Municipal Administration Building, Harborside Annex, desk 12',
  erased: {
    outcome: 'expired',
    custody: 'sealed',
    search: {
      kind: 'searched',
      tooShort: 1,
      alsoOwn: 1,
      files: 10_000,
      bytes: 1_000_000_000,
      hits: 0,
      unreadable: 1,
    },
    spool: 'not-proven',
  },
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
  code: SAMPLE_RECEIPT_CODE,
};
