import type { MachineKind } from './machine-entries.ts';

const utc = { type: 'utc', meaning: 'The moment.' } as const;

/** Entries about the key that signs this ledger. The rules of `entryKinds` hold here: never rename, reorder or remove anything. */
export const keyKinds = {
  'key-rolled': {
    about: 'machine',
    meaning:
      'The kiosk signs with another key from this entry on, and destroyed the one before. That one signed this entry as its last act.',
    fields: {
      utc,
      epoch: {
        type: 'sequence',
        meaning: 'How many keys there were before this one: 1 for the first that is not of the opening.',
      },
      publicKey: { type: 'key', meaning: 'The new public key.' },
    },
  },
  waited: {
    about: 'machine',
    meaning:
      'Entries had waited, because nobody had signed in since the kiosk started and nothing is signed before. They stand right before this one. Each has the time of its act. Entries about applicants that rested are none of them.',
    fields: { utc, count: { type: 'rounded', meaning: 'How many.' } },
  },
  'opened-after': {
    about: 'machine',
    meaning:
      'In the place of “opened”: this kiosk took the place of one whose keys were lost. Nothing signed by the lost key says so; whoever has the ledger before can see that it ends there. Entries of that one that still stood come among the first of this one again, with their times of then: what the kiosk is for, custody, policy, printers, ribbons, practice, the newest order, and staff added since codes were used.',
    fields: {
      utc,
      kiosk: { type: 'identifier', meaning: 'The kiosk’s random identifier, another one than before.' },
      key: { type: 'hash', meaning: 'SHA-256 of the kiosk’s public key (SPKI, DER).' },
      entries: { type: 'sequence', meaning: 'The last entry of the ledger before.' },
      head: { type: 'hash', meaning: 'The hash of that entry.' },
    },
  },
} as const satisfies Readonly<Record<string, MachineKind>>;
