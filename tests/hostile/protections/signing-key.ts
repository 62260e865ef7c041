import {
  BESIDE_OLDER_LEDGER,
  KEY_FOUND_FOREIGN,
  MEANWHILE,
  NO_RIBBON_ANEW,
  ROWS,
  rightFiles,
} from './misfit-tests.ts';
import type { Protection } from './protection.ts';

const SIGNING = 'electron/keeper/signing';
const KIOSK_KEY = `${SIGNING}/kiosk-key.test.ts`;
const SETTLE = `${SIGNING}/settle-slots.test.ts`;
const POWER_CUTS = `${SIGNING}/power-cuts.test.ts`;
const FILES = 'tests/hostile/files-that-do-not-fit.test.ts';
const TAMPERED = 'tests/hostile/tampered-files.test.ts';
const COPIES = 'tests/fixtures/copies-of-before.test.ts';
const LOST_KEYS = `${SIGNING}/lost-keys.test.ts`;
const OPENING_CUTS = `${SIGNING}/opening-cuts.test.ts`;
const TOLD = 'tests/hostile/told-to-begin-anew.test.ts';
const UNOPENED = 'tests/hostile/keys-that-do-not-open.test.ts';
const OLD_KEYS = 'tests/hostile/old-keys.test.ts';

const afterPowerCut = (what: string): string => `after a power cut at any write > ${what}`;
const misfit = (what: string): string =>
  `what does not fit > ${what} it is told at the start, nothing is signed, and nothing is overwritten`;
const putBack = (what: string, kind: string): string =>
  `files put back to an earlier copy > ${what}: ${kind} is told, and nothing opens`;
const settled = (what: string): string => `a power cut of a roll leaves ${what}: it is settled`;
const twoEpochs = (what: string): string =>
  `slots of two epochs that no roll leaves side by side, ${what}, are a misfit, and neither is overwritten`;
const beforeUpdate = (what: string): string =>
  `a vault and a ledger of before an update, beside slots with ${what}: what only a later ledger names is not overwritten`;
const copiesOf = (release: string): string =>
  `vault and ledger of ${release}, beside the key of a later day, do not fit: that key, and those of applications, stay`;

const OF_ANOTHER_DEVICE_KEY =
  'what does not fit > a slot that does not open is told at the sign-in: of another device key, or damaged';
const TWO_EPOCHS = ['an earlier one', 'a later one'].map(
  (which) =>
    `slots of two epochs that no roll leaves side by side > ${which} is told, and neither is overwritten`,
);
const NO_SEED_IN_CLEAR = 'whoever has the disk and no passphrase finds no seed in any file';
const NOWHERE_ELSE =
  'a sealed seed that is copied to the other slot, or under another epoch, opens for nobody';
const NO_OLD_KEY =
  'whoever has the disk and a passphrase finds the key of now, and none of before, neither sealed nor in clear';
const NO_OLD_KEY_OF_KEEPER = 'after a hold a kiosk that works has no seed of before the hold on its disk';
const CLEAR_KEY_NOWHERE =
  'a kiosk of an earlier version, whose key lay in clear > has it in no page, no journal and no other file once another one signs';
const FIRST_DAY = afterPowerCut('of a first day, one key is left, the ledger names it, and it holds');
const LATER_DAY = afterPowerCut('of a later day, too');
const NEXT_START = afterPowerCut('of the start after a power cut, too');
const AFTER_UPDATE = afterPowerCut(
  'of the first day after an update, the key in clear is nowhere once another one signs',
);
const TORN =
  'a page of which the disk had only the first sectors, or only the others, is the key that it was or the next';
const OLD_CIPHERTEXT = 'an old key is not in the files when the next one signs, sealed or not';
const EACH_START = 'another key signs > from the first sign-in after each start, and not at a set-up';
const CLEAR_KEY = 'the key in clear of a kiosk that an earlier version set up';
const CLEAR_KEY_GOES = `${CLEAR_KEY} > signs the first roll, which is due at once, and is nowhere then`;

/** How a slot is sealed and opened: both are taken out together, or no key would open at the next start. */
const SEALED = `sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      page.subarray(SEALED_AT, SEALED_END),
      seed,
      associatedDataOf(place, key.raw),
      null,
      page.subarray(NONCE_AT, SEALED_AT),
      deviceKey,
    ),`;
const BETWEEN = `
  );
}

/** The key of a used slot; null: it does not open. Another device key, another place, or damage. */
export function openKeySlot(
  page: Buffer,
  slot: number,
  { epoch, raw }: KeyName,
  deviceKey: Buffer,
): GuardedKey | null {
  const seed = sodium.sodium_malloc(SEED_BYTES);
  const box = {
    nonce: page.subarray(NONCE_AT, SEALED_AT),
    sealed: page.subarray(SEALED_AT, SEALED_END),
    associatedData: associatedDataOf({ slot, epoch }, raw),
  };
  const key = `;
const OPENED = 'openBox(seed, box, deviceKey)';
const RECOVERY_CUT =
  'a power cut while two people with recovery codes begin > leaves a key that signs, or a kiosk that begins anew, and no third';
const STAFF_COME_ALONG =
  'where the next key can’t be sealed, and the power goes before another one is > the staff whom the two have made since come along';
const ADDED_SINCE =
  'a power cut while a ledger is opened makes no misfit > after two with recovery codes who added somebody whom the ledger of before never took, at a kiosk that has served people';
const NOT_ONCE_MORE =
  'a kiosk that has begun anew does not once more because its vault tells it to: codes that its ledger has from the one before were used under no key of it';
const FORGED =
  'a sign-in opens no application > where a ledger of the forger’s vouches for it, and a slot says that it has the forger’s key: none is overwritten either';
const DAMAGED =
  'a sign-in opens no application > where the page of its key is damaged; with the right file two supervisors let it go on';
const CLEAR_KEY_MAY_BE_LEFT = `${CLEAR_KEY} > may be left on this disk until the next one signs`;
const BEGINS_ANEW =
  'two people with recovery codes > begin anew where nobody had signed in: another kiosk, whose ledger names the end of the one before';

/** What keeps the key that signs from a thief. */
export const protectionsOfKey: readonly Protection[] = [
  {
    name: 'key-opened-before-applications',
    what: 'A sign-in opens applications only once the key that the ledger names has opened.',
    source: {
      file: `${SIGNING}/keys-at-sign-in.ts`,
      find: 'if (isToBePutAside() || kioskKey',
      replace: 'custody.unlock(deviceKey);\n      if (isToBePutAside() || kioskKey',
    },
    failing: { [UNOPENED]: [FORGED, DAMAGED] },
  },
  {
    name: 'nothing-overwritten-before-it-opens',
    what: 'No key is overwritten on the word of a ledger whose key nobody has opened.',
    source: {
      file: `${SIGNING}/held-key.ts`,
      find: 'const settled = whereKeyIs(port);',
      replace: 'const settled = settleSlots(port);\n  void whereKeyIs;',
    },
    failing: {
      [KIOSK_KEY]: ['a disk that does not take it > signs nothing until the old key is overwritten'],
      [POWER_CUTS]: [FIRST_DAY, LATER_DAY, NEXT_START, AFTER_UPDATE, TORN],
      [UNOPENED]: [FORGED, DAMAGED],
    },
  },
  {
    name: 'roll-owed-after-codes',
    what: 'Where the power went before the key had rolled under a new device key, the kiosk begins anew.',
    source: {
      file: `${SIGNING}/key-at-recovery.ts`,
      find: 'else kiosk.noteRollOwed(key?.epoch ?? null);',
      replace: 'void key;',
    },
    failing: {
      [LOST_KEYS]: [RECOVERY_CUT, STAFF_COME_ALONG],
      [OPENING_CUTS]: [ADDED_SINCE],
      [TOLD]: [NOT_ONCE_MORE],
    },
  },
  {
    name: 'seed-sealed',
    what: 'The seed of the key that signs lies on the disk under the device key alone.',
    source: {
      file: `${SIGNING}/key-slot.ts`,
      find: `${SEALED}${BETWEEN}${OPENED}`,
      // Laid into the sealed field in clear, and read from there.
      replace: `seed.copy(page, SEALED_AT),${BETWEEN}box.sealed.copy(seed) > 0`,
    },
    failing: {
      [OLD_KEYS]: [NO_SEED_IN_CLEAR, NOWHERE_ELSE],
      [KIOSK_KEY]: [OF_ANOTHER_DEVICE_KEY],
      [UNOPENED]: [FORGED, DAMAGED],
      [MEANWHILE]: [KEY_FOUND_FOREIGN],
    },
  },
  {
    name: 'slot-bound-to-its-place',
    what: 'A sealed seed opens in the slot and for the epoch that it was sealed for.',
    source: {
      file: `${SIGNING}/key-slot.ts`,
      find: "const name = Buffer.from(raw).toString('hex');",
      replace: "const name = Buffer.from(raw).toString('hex');\n  slot = 0;\n  epoch = 0;",
    },
    failing: { [OLD_KEYS]: [NOWHERE_ELSE] },
  },
  {
    name: 'old-key-overwritten',
    what: 'A slot whose key no longer signs, or does not yet, is overwritten before anything is signed.',
    source: {
      file: `${SIGNING}/settle-slots.ts`,
      find: 'if (slot !== kept && !slots.erase(slot).ok)',
      replace: 'if (slot === null && !slots.erase(slot).ok)',
    },
    failing: {
      [KIOSK_KEY]: [
        EACH_START,
        misfit('with an earlier ledger'),
        'a disk that does not take it > signs nothing until the old key is overwritten',
      ],
      [POWER_CUTS]: [FIRST_DAY, LATER_DAY, NEXT_START, AFTER_UPDATE, TORN, OLD_CIPHERTEXT],
      [OLD_KEYS]: [NO_OLD_KEY, NO_OLD_KEY_OF_KEEPER],
      [SETTLE]: [
        ...['the key alone', 'the next one beside it, which was not entered'],
        'the one before beside it, which was not overwritten',
      ]
        .map(settled)
        .concat(['no key', 'the next one, which was not entered'].map(beforeUpdate)),
      [FILES]: [
        putBack('["vault","ledger"]', 'signing-key'),
        putBack('["vault","keys","ledger"]', 'signing-key'),
      ],
      [TAMPERED]: TWO_EPOCHS,
    },
  },
  {
    name: 'next-key-in-the-free-slot',
    what: 'The next seed is sealed in the free slot, so that a power cut leaves the key that the ledger names.',
    source: {
      file: `${SIGNING}/held-key.ts`,
      find: "held.settled.kind === 'slot' && held.settled.slot === 0 ? 1 : 0;",
      replace: "held.settled.kind === 'slot' ? held.settled.slot : 0;",
    },
    failing: {
      [POWER_CUTS]: [FIRST_DAY, LATER_DAY, NEXT_START, AFTER_UPDATE, TORN],
      [LOST_KEYS]: [RECOVERY_CUT, STAFF_COME_ALONG],
      [OPENING_CUTS]: [ADDED_SINCE],
      [TOLD]: [NOT_ONCE_MORE],
    },
  },
  {
    name: 'misfit-left-alone',
    what: 'Where no slot has the key that the ledger names, nothing is overwritten and nothing is signed.',
    source: {
      file: `${SIGNING}/settle-slots.ts`,
      find: "if (found.kind === 'misfit') return found;",
      replace: '',
    },
    failing: {
      [SETTLE]: [
        ...[
          ...['a later one, of which the ledger knows nothing', 'an earlier one than the one before'],
          ...['two others', 'none'],
        ].map(twoEpochs),
        ...['the key of now', 'the next one and the key of now'].map(beforeUpdate),
      ],
    },
  },
  {
    name: 'clear-key-destroyed',
    what: 'The key in clear that an earlier version left is destroyed with the first roll.',
    source: {
      file: `${SIGNING}/settle-slots.ts`,
      find: "if (clear.isThere() && !clear.destroy()) return { kind: 'unwritable' };",
      replace: '',
    },
    failing: {
      [KIOSK_KEY]: [
        CLEAR_KEY_GOES,
        CLEAR_KEY_MAY_BE_LEFT,
        `${CLEAR_KEY} > gives way under the device key of two people with recovery codes, whoever has signed in`,
      ],
      [POWER_CUTS]: [AFTER_UPDATE],
      [OLD_KEYS]: [CLEAR_KEY_NOWHERE],
    },
  },
  {
    name: 'clear-key-searched-for',
    what: 'The key in clear is not called gone before pages and journal were searched for it.',
    source: {
      file: `${SIGNING}/clear-key.ts`,
      find: "throw new Error('a copy of the key in clear is left');",
      replace: 'return;',
    },
    failing: {
      [KIOSK_KEY]: [
        `${CLEAR_KEY} > is not said to be gone while a copy is left in the journal; the next attempt erases it`,
      ],
    },
  },
  {
    name: 'roll-at-the-first-sign-in',
    what: 'Another key signs from the first sign-in after each start.',
    source: {
      file: `${SIGNING}/held-key.ts`,
      find: 'held.isDue = true;',
      replace: 'held.isDue = false;',
    },
    failing: {
      [KIOSK_KEY]: [
        EACH_START,
        misfit('with an earlier copy of it'),
        misfit('with an earlier ledger'),
        'a disk that does not take it > keeps the old key, and the next one is tried again',
        CLEAR_KEY_GOES,
        CLEAR_KEY_MAY_BE_LEFT,
      ],
      [COPIES]: ['first-release', 'vault-12-ledger-10'].map(copiesOf),
      [LOST_KEYS]: [BEGINS_ANEW],
      [MEANWHILE]: [BESIDE_OLDER_LEDGER],
      [FILES]: [
        ...[putBack('["ledger"]', 'ledger-older'), putBack('["ledger","keys"]', 'ledger-older')],
        ...[putBack('["ledger","signing"]', 'ledger-older'), putBack('["signing"]', 'signing-key')],
        ...[
          putBack('["vault","ledger"]', 'signing-key'),
          putBack('["vault","keys","ledger"]', 'signing-key'),
          putBack('["keys","signing"]', 'signing-key'),
          putBack('["ledger","keys","signing"]', 'ledger-older'),
        ],
        'files put back to an earlier copy > all of them together fit: only a checkpoint that left tells',
        'recovery codes > are the way on where the key that signs is gone: all that is there ends, and the two let the kiosk go on',
      ],
      [TAMPERED]: [
        'two supervisors > do not take it upon themselves where the key that signs is another one: only the right file helps',
        ...TWO_EPOCHS,
      ],
      [POWER_CUTS]: [LATER_DAY, AFTER_UPDATE, OLD_CIPHERTEXT],
      [OLD_KEYS]: [NO_OLD_KEY, CLEAR_KEY_NOWHERE],
      [ROWS]: [rightFiles('signing'), NO_RIBBON_ANEW],
    },
  },
  {
    name: 'roll-on-another-day',
    what: 'Another key signs on another day.',
    source: {
      file: `${SIGNING}/kiosk-key.ts`,
      find: '(held.isDue || held.since !== dayText(clock.today()))',
      replace: 'held.isDue',
    },
    failing: { [KIOSK_KEY]: ['another key signs > on another day, whichever way the clock went'] },
  },
  {
    name: 'settled-before-signing',
    what: 'Nothing is signed while an old key is not overwritten.',
    source: {
      file: `${SIGNING}/kiosk-key.ts`,
      find: 'if (!settleHeld(port, held)) return false;',
      replace: '',
    },
    failing: {
      [POWER_CUTS]: [FIRST_DAY, LATER_DAY, NEXT_START, AFTER_UPDATE, TORN],
      [KIOSK_KEY]: ['a disk that does not take it > signs nothing until the old key is overwritten'],
    },
  },
  {
    name: 'old-key-out-of-memory',
    what: 'A key that gave way signs nothing more, and is zeroed.',
    source: { file: `${SIGNING}/held-key.ts`, find: 'old.destroy();', replace: '' },
    failing: { [KIOSK_KEY]: ['another key signs > and the one before signs nothing in this ledger'] },
  },
];
