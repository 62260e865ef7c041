import { checkpointInterval, ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { chainStart, longestEntry } from '../../shared/ledger/chain.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import { latestUtc } from '../../shared/ledger/field-types.ts';
import { markdownTable } from '../markdown-table.ts';

/** A figure as a page has it: 4,096. */
const figure = (number: number): string => number.toLocaleString('en-US');

const FIELD_BYTES = markdownTable([
  ['a field holds', 'its bytes', 'its form in an export'],
  [
    'day',
    'the number year × 10,000 + month × 100 + day; a day that exists, years 1 to 9999',
    'text, `2026-02-14`',
  ],
  ['count', 'a number within its bounds', 'a number'],
  [
    'rounded figure',
    'a number that is round: divisible by the least power of ten (1, 10, 100 …) of which 99 times are as much or more',
    'a number',
  ],
  ['words', 'the word, in ASCII', 'text'],
  [
    'moment',
    `a number of milliseconds, ${figure(latestUtc)} at most`,
    'text, `2026-02-14T09:00:00.000Z`: always three decimals and Z; years beyond 9999 with a plus and six digits',
  ],
  ['identifier', '16 bytes', '32 hex digits, in lower case'],
  ['hash, public key', '32 bytes', '64 hex digits, in lower case'],
  ['number, from 1', 'a number that is not 0', 'a number'],
  ['number of things', 'a number', 'a number'],
]);

const TABLES = markdownTable([
  ['table', 'a row is'],
  ['`entries`', 'an entry: its number, its bytes, its hash'],
  [
    '`signer`',
    'whose ledger it is, one row: the kiosk’s identifier, and the public key that it was opened with (SPKI in DER)',
  ],
  ['`head`', 'the signature of the last entry, one row'],
  ['`checkpoints`', `the kept signature of each ${figure(checkpointInterval)}th entry`],
  ['`rolls`', 'the signature over each entry `key-rolled`, by the key before'],
  ['`vault_mark`', 'what the vault had at the last write, one row; no verifier needs it'],
]);

/** The declaration as it is compared, without the indentation that it has in the program. */
function declaration(): string {
  const lines = ledgerSchema.sql.split('\n').map((line) => line.replace(/^ {4}/, ''));
  return lines.join('\n').trim();
}

/** Of docs/ledger.md: the container, and the bytes of an entry and of the chain. */
export function documentOfForm(): string {
  return `## The file

\`ledger.db\` is an SQLite 3 database in the mode of a rollback journal: bytes 18 and 19 of its header are 1. Its application id (4 bytes
from byte 68, big-endian) is ${ledgerSchema.applicationId}, \`CFLd\`; its user version (4 bytes from byte 60) is ${ledgerSchema.version}. Its
texts are UTF-8 (4 bytes from byte 56 are 1). A program reads its own version, and carries older ones over
when the kiosk starts. Beside it lies \`ledger.db-journal\`. If that was left in the middle of a write, the kiosk has to start once, or the
file is copied without it. A file of another kind, version, mode or encoding is refused: nothing is said of its entries. So is one beside which
\`ledger.db-wal\` lies: what stands there may be in no table yet.

${TABLES}

This is the whole declaration, without what SQLite names itself (\`sqlite_\` and more). A verifier takes each run of spaces, tabs
and line ends (CR, LF) for one space, so the text below can be copied. A kiosk itself starts with no other text than its own. A file that declares anything else is refused as damaged, because its triggers may be gone.
So is one in which \`PRAGMA quick_check\` finds anything. That looks at no content of an index: no verifier reads by one. A kiosk does, and refuses a ledger whose index says something else than its entries. Triggers stop mistakes
and careless tools, and no one who may write the file: chain and signatures show that. The rows of a file that was made otherwise are
verified as they stand.

\`\`\`sql
${declaration()}
\`\`\`

## How an entry is written

The kind's word, then each field in the order above; each of them after one byte that says how long it is. So an entry is
\`length word length field length field …\`, and nothing behind. It has ${longestEntry} bytes at most. Numbers are big-endian in their shortest form: 0
is one zero byte, no other number begins with one. They are whole, from 0 to 2^53 − 1, in 7 bytes at most.

${FIELD_BYTES}

An entry has one encoding, and no other is read: bytes that are not exactly so are **unreadable**. So are a kind that is not above, a field too many or
missing, a word that does not stand there, a figure beyond its bounds, a day that does not exist. The first entry, and no other,
is \`opened\` or \`opened-after\`.

No rule says which entries may follow one another otherwise. Moments may run backwards: a clock can be set back, and acts that waited are entered
later. Two people may be one identifier twice only if the program had a mistake; a verifier does not judge it.

## The chain

Entries are numbered from 1 without a gap. An entry's hash is SHA-256 over three things one after another: the hash of the entry before it (32 bytes), one byte
with the entry's length, and the entry. In the place of the hash before the first entry stand the 21 bytes \`counterfoil ledger 2\` and a line
feed, and 11 zeros:

\`${hexOfBytes(chainStart)}\`

`;
}
