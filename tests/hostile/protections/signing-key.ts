import type { Protection } from './protection.ts';

const SIGNING = 'electron/keeper/signing';
const KIOSK_KEY = `${SIGNING}/kiosk-key.test.ts`;
const SETTLE = `${SIGNING}/settle-slots.test.ts`;
const POWER_CUTS = `${SIGNING}/power-cuts.test.ts`;
const FILES = 'tests/hostile/files-that-do-not-fit.test.ts';
const OLD_KEYS = 'tests/hostile/old-keys.test.ts';

const afterPowerCut = (what: string): string => `after a power cut at any write > ${what}`;
const misfit = (what: string): string =>
  `what does not fit > ${what} it is told at the start, nothing is signed, and nothing is overwritten`;
const putBack = (what: string, kind: string): string =>
  `files put back to an earlier copy > ${what}: ${kind} is told, and nothing opens`;
const settled = (what: string): string => `a power cut of a roll leaves ${what}: it is settled`;
const twoEpochs = (what: string): string =>
  `slots of two epochs that no roll leaves side by side, ${what}, are a misfit, and neither is overwritten`;

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

/** What keeps the key that signs from a thief. */
export const protectionsOfKey: readonly Protection[] = [
  {
    name: 'seed-sealed',
    what: 'The seed of the key that signs lies on the disk under the device key alone.',
    source: {
      file: `${SIGNING}/key-slot.ts`,
      find: 'layHeader(page, USED);',
      replace: 'layHeader(page, USED);\n  key.lendSeed((seed) => void seed.copy(page, 2_048));',
    },
    failing: { [OLD_KEYS]: [NO_SEED_IN_CLEAR] },
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
      ].map(settled),
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
    failing: { [POWER_CUTS]: [FIRST_DAY, LATER_DAY, NEXT_START, AFTER_UPDATE, TORN] },
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
      [KIOSK_KEY]: [
        misfit('with an earlier copy of it'),
        misfit('with that of another kiosk'),
        misfit('with an earlier ledger'),
      ],
      [SETTLE]: [
        ...['a later one, of which the ledger knows nothing', 'an earlier one than the one before'],
        ...['two others', 'none'],
      ].map(twoEpochs),
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
    failing: { [KIOSK_KEY]: [CLEAR_KEY_GOES], [POWER_CUTS]: [AFTER_UPDATE], [OLD_KEYS]: [CLEAR_KEY_NOWHERE] },
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
      find: 'held.isDue = isOpened;',
      replace: 'held.isDue = false;',
    },
    failing: {
      [KIOSK_KEY]: [
        EACH_START,
        misfit('with an earlier copy of it'),
        misfit('with an earlier ledger'),
        'a disk that does not take it > keeps the old key, and the next one is tried again',
        CLEAR_KEY_GOES,
      ],
      [FILES]: [
        ...[putBack('["ledger"]', 'ledger-older'), putBack('["ledger","keys"]', 'ledger-older')],
        ...[putBack('["ledger","signing"]', 'ledger-older'), putBack('["signing"]', 'signing-key')],
        ...[
          putBack('["vault","ledger"]', 'signing-key'),
          putBack('["vault","keys","ledger"]', 'signing-key'),
        ],
        'files put back to an earlier copy > all of them together fit: only a checkpoint that left tells',
      ],
      [POWER_CUTS]: [LATER_DAY, AFTER_UPDATE, OLD_CIPHERTEXT],
      [OLD_KEYS]: [NO_OLD_KEY, CLEAR_KEY_NOWHERE],
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
