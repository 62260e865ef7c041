import { ENTERED_LATER, ENTERED_ONCE, MEANWHILE } from './misfit-tests.ts';
import type { Protection } from './protection.ts';

const PENDING = 'electron/keeper/outbox/pending-entries';
const ROLLS = 'electron/keeper/ledger/rolls.test.ts';
const FORGERY = 'electron/keeper/ledger/forgery.test.ts';
const KNOWN_ELSEWHERE = 'electron/keeper/ledger/known-elsewhere.test.ts';

/** What of a ledger's signatures a thief with a later key, or with an earlier one, cannot make. */
export const protectionsOfLedger: readonly Protection[] = [
  {
    name: 'roll-after-acts-that-matter',
    what: 'Another key signs after a hold, a change of staff, a checkpoint.',
    source: {
      file: `${PENDING}.ts`,
      find: 'if (entries.some(({ kind }) => ROLLING.includes(kind))) key.demandRoll();',
      replace: '',
    },
    failing: {
      [`${PENDING}.test.ts`]: [
        'a key that is to take over > is demanded by an act that matters, and takes over once that is written',
      ],
      'tests/hostile/old-keys.test.ts': [
        'after a hold a kiosk that works has no seed of before the hold on its disk',
      ],
    },
  },
  {
    name: 'roll-before-what-is-pending',
    what: 'A roll takes no pending entry’s place, so that none is lost where the power goes behind it.',
    source: {
      file: `${PENDING}.ts`,
      find: 'mark(port, unwritten(), head() + 2);',
      replace: 'void head();',
    },
    failing: {
      [`${PENDING}.test.ts`]: [
        'a key that is to take over > does so before what is pending is written',
        'a key that is to take over > takes no pending entry for written where the power goes after it',
      ],
      'electron/keeper/signing/lost-keys.test.ts': [
        'two people with recovery codes > are entered, although the ledger took nothing just then: the key that gives way has a place of its own',
      ],
      [MEANWHILE]: [...ENTERED_LATER, ENTERED_ONCE],
    },
  },
  {
    name: 'nothing-signed-before-a-sign-in',
    what: 'What rests goes on resting until somebody has signed in: as pending it would have an order.',
    source: {
      file: 'electron/keeper/outbox/outbox.ts',
      find: 'if (!pending.isOpen()) return;',
      replace: 'if (!pending.isOpen()) {\n        ripen();\n        return;\n      }',
    },
    failing: {
      'tests/hostile/order-of-a-day.test.ts': [
        'what rests at a kiosk at which nobody has signed in goes on resting, in no order, also when its day is over',
      ],
    },
  },
  {
    name: 'waiting-is-told',
    what: 'Behind entries that waited for a sign-in stands how many they were.',
    source: {
      file: `${PENDING}.ts`,
      find: 'areHeldBack = true;',
      replace: 'areHeldBack = false;',
    },
    failing: {
      [`${PENDING}.test.ts`]: [
        'what waited because nobody had signed in is written with how many that were, once',
        'what rested is none of those that waited: it goes on resting until the ledger can be signed, and comes after them',
      ],
    },
  },
  {
    name: 'roll-signed-by-the-key-before',
    what: 'A key takes over only where the key before it has signed that.',
    source: {
      file: 'electron/keeper/ledger/verify-rolls.ts',
      find: "if (!isSignatureValid(before.key, 'roll', { kiosk, sequence, hash }, signature))",
      replace: 'if (signature.length === 0)',
    },
    failing: {
      [ROLLS]: [
        'verify names the roll > whose signature is another one',
        'verify names the roll > that the key before has not signed: whoever took a later key names no other in its place',
      ],
    },
  },
  {
    name: 'rolls-in-turn',
    what: 'No key is left out between two others.',
    source: {
      file: 'electron/keeper/ledger/verify-rolls.ts',
      find: 'if (before === undefined || entry.epoch !== before.epoch + 1)',
      replace: 'if (before === undefined)',
    },
    failing: { [ROLLS]: ['verify names the roll > that is out of turn, whoever has signed it'] },
  },
  {
    name: 'checkpoint-by-the-key-of-its-time',
    what: 'A checkpoint agrees with a ledger by the key that signed then, and by no other.',
    source: {
      file: 'electron/keeper/ledger/verify-ledger.ts',
      find: 'if (kept.publicKey !== undefined && kept.publicKey !== itsKey) return wrongKey.error;',
      replace: '',
    },
    failing: {
      [ROLLS]: [
        'a ledger whose key rolled > agrees with a checkpoint of every epoch, by the key of its time and by no other',
      ],
      [FORGERY]: ['only a checkpoint kept elsewhere shows > a ledger of another kiosk, or none'],
    },
  },
  {
    name: 'known-key-compared',
    what: 'A ledger that somebody made anew with other keys does not hold where a key of the kiosk is known elsewhere.',
    source: {
      file: 'electron/keeper/ledger/verify-ledger.ts',
      find: 'if (fingerprint !== undefined && !isPinned(signing, fingerprint)) return wrongKey.error;',
      replace: '',
    },
    failing: {
      [KNOWN_ELSEWHERE]: [
        'the fingerprint of a key that is known elsewhere > tells a ledger that somebody made anew with keys of their own, which nothing in it does',
      ],
    },
  },
];
