import type { Protection } from './protection.ts';

const RECEIPT = 'build/receipt';
const PAPERS = 'tests/hostile/papers.test.ts';
const BY_HAND = 'tests/hostile/index-by-hand.test.ts';

const ofReceipt = (what: string): string => `a forged receipt > ${what}`;
const ofPaper = (what: string): string => `another forged paper > ${what}`;
const ofIndex = (what: string): string => `an index that was written by hand > ${what}`;

/** What of papers, exports and files somebody who checks them away from the kiosk relies on. */
export const protectionsOfPapers: readonly Protection[] = [
  {
    name: 'rolls-by-the-chain',
    what: 'Changes of keys are found as the chain is followed, and by no index.',
    source: {
      file: 'electron/keeper/ledger/verify-ledger.ts',
      find: '(opened, rolled) => followKeys(parts, opened, rolled),',
      replace: `(opened) =>
      followKeys(
        parts,
        opened,
        parts.rows
          .ofBeginning(Uint8Array.of(10, ...Buffer.from('key-rolled', 'latin1')), -1)
          .map(({ sequence }) => sequence)
          .toSorted((one, other) => one - other),
      ),`,
    },
    failing: { [BY_HAND]: [ofIndex('hides no change of keys: a key that was destroyed signs no end')] },
  },
  {
    name: 'indexes-compared',
    what: 'A keeper starts with no index that says something else than its table.',
    source: {
      file: 'electron/keeper/database/open-database.ts',
      find: "failureOfContents(database, schema, 'integrity_check');",
      replace: "failureOfContents(database, schema, 'quick_check');",
    },
    failing: { [BY_HAND]: [ofIndex('hides nothing from a keeper, which does not start with it')] },
  },
  {
    name: 'receipt-code-signed',
    what: 'The code of a receipt says what its key has signed.',
    source: {
      file: `${RECEIPT}/read-receipt.ts`,
      find: 'isSigned(spki, signed, signature)',
      replace: '(signed.length > 0 && signature.length === 64)',
    },
    failing: { [PAPERS]: [ofReceipt('of which somebody changed what the code says does not hold')] },
  },
  {
    name: 'receipt-data-as-its-code',
    what: 'The data of a receipt say what the code of its paper says.',
    source: {
      file: `${RECEIPT}/read-receipt.ts`,
      find: 'saysTheSame(said, ofItsCode.value.content);',
      replace: 'true;',
    },
    failing: {
      [PAPERS]: [ofReceipt('whose data say something else than the code of its paper does not hold')],
    },
  },
  {
    name: 'paper-of-the-ledgers-kiosk',
    what: 'A receipt names the kiosk whose ledger it is judged by.',
    source: {
      file: `${RECEIPT}/judge-receipt.ts`,
      find: 'first.kiosk !== content.kiosk)',
      replace: "first.kiosk === '')",
    },
    failing: { [PAPERS]: [ofReceipt('of another kiosk, by this one’s key, is none of this one')] },
  },
  {
    name: 'paper-by-the-key-of-its-day',
    what: 'A key signs for no day after it was destroyed.',
    source: {
      file: 'build/ledger/key-times.ts',
      find: 'return ended !== null && startOf(day) > ended + DAY;',
      replace: 'return ended !== null && day.year === 0;',
    },
    failing: {
      [PAPERS]: [
        ofReceipt('by a key that was destroyed before its day is too late'),
        ofPaper('an appeal code by a key that was destroyed before its day is too late'),
      ],
    },
  },
  {
    name: 'kiosk-known-elsewhere',
    what: 'A receipt is the kiosk’s only where somebody knows a key of it from elsewhere.',
    source: {
      file: `${RECEIPT}/judge-receipt.ts`,
      find: 'if (isVouchedFor(key, keys, known))',
      replace: 'if (isVouchedFor(key, keys, known) || key.from > 0)',
    },
    failing: {
      [PAPERS]: [
        ofReceipt('with a ledger of whoever forged it is not said to be the kiosk’s'),
        ofReceipt('by a key that took over after all that is known is not said to be the kiosk’s'),
      ],
    },
  },
  {
    name: 'no-later-key-than-is-known',
    what: 'What is known of a kiosk speaks for no key that took over later.',
    source: {
      file: `${RECEIPT}/judge-receipt.ts`,
      find: 'return from <= Math.max(checkpoint?.sequence ?? 0, pinned?.from ?? 0);',
      replace: 'return from > 0 && (checkpoint !== undefined || pinned !== undefined);',
    },
    failing: {
      [PAPERS]: [ofReceipt('by a key that took over after all that is known is not said to be the kiosk’s')],
    },
  },
  {
    name: 'papers-in-their-own-lines',
    what: 'A text of whoever made a paper is one line of what a command says of it.',
    source: {
      file: 'build/on-one-line.ts',
      find: "text.replace(NOT_ON_A_LINE, '')",
      replace: 'text',
    },
    failing: {
      [PAPERS]: [
        ofReceipt('of whoever made it writes nothing on the terminal but its own line'),
        ofPaper('a statement of whoever made it writes nothing on the terminal but its own lines'),
      ],
    },
  },
  {
    name: 'statement-entered',
    what: 'A statement that is judged by a ledger is entered there.',
    source: {
      file: 'build/ledger/statement.ts',
      find: 'return isEntered ? null',
      replace: 'return keys.length > 0 ? null',
    },
    failing: {
      [PAPERS]: [
        ofPaper(
          'a statement that the kiosk’s key signed and its ledger does not have is none that the kiosk made',
        ),
      ],
    },
  },
  {
    name: 'checkpoint-signed',
    what: 'Nothing is compared with a checkpoint that its own key has not signed.',
    source: {
      file: 'electron/keeper/ledger/signatures.ts',
      find: "return isSignatureValid(key, 'head', content, Buffer.from(checkpoint.signature, 'base64'));",
      replace: 'return content.kiosk.length === 16;',
    },
    failing: {
      [PAPERS]: [ofPaper('a checkpoint that its own key has not signed is refused')],
      'electron/keeper/ledger/forgery.test.ts': ['an untouched ledger holds, and its checkpoint too'],
    },
  },
  {
    name: 'check-character',
    what: 'A short code with a wrong character is mistyped, and no sign of another ledger.',
    source: {
      file: 'shared/ledger/short-checkpoint.ts',
      find: "if (checkCharacterOfCode(content) !== text.slice(-1)) return err('mistyped');",
      replace: '',
    },
    failing: {
      [PAPERS]: [
        ofPaper(
          'a short code with a wrong character is mistyped, whichever it is, and says nothing of the ledger',
        ),
      ],
    },
  },
  {
    name: 'one-form-of-a-line',
    what: 'A line of an export says nothing that is in no hash.',
    source: {
      file: 'build/ledger/open-export.ts',
      find: '=== line',
      replace: "!== ''",
    },
    failing: {
      [PAPERS]: [ofPaper('an export in which a text stands that is in no hash does not hold')],
    },
  },
  {
    name: 'hashes-with-a-salt',
    what: 'A text that can be guessed is hashed with a salt that no entry has.',
    source: {
      file: 'shared/ledger/salted-text.ts',
      find: '{salt}',
      replace: '{what}',
    },
    failing: {
      [PAPERS]: ['whoever knows the address of a printer finds it by no hash of the ledger'],
    },
  },
];
