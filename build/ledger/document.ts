import { type EntryKindName, entryKindNames, entryKinds, fieldsOf } from '../../shared/ledger/entries.ts';
import type { Field } from '../../shared/ledger/field-types.ts';
import { unreachable } from '../../shared/result.ts';
import { markdownTable } from '../markdown-table.ts';

function typeOf(field: Field): string {
  switch (field.type) {
    case 'day':
      return 'day';
    case 'count':
      return `count, ${field.minimum} to ${field.maximum}`;
    case 'rounded':
      return 'rounded figure';
    case 'enumeration':
      return field.words.map((word) => `\`${word}\``).join(', ');
    case 'utc':
      return 'moment';
    case 'identifier':
      return 'identifier';
    case 'hash':
      return 'hash';
    case 'key':
      return 'public key';
    case 'sequence':
      return 'number, from 1';
    case 'quantity':
      return 'number of things';
    default:
      return unreachable(field);
  }
}

function sectionOf(kind: EntryKindName): string {
  const rows = fieldsOf(kind).map(([name, field]) => [`\`${name}\``, typeOf(field), field.meaning]);
  const table = markdownTable([['field', 'holds', 'meaning'], ...rows]);
  return [`### \`${kind}\``, '', entryKinds[kind].meaning, '', table, ''].join('\n');
}

const TYPES = markdownTable([
  ['a field holds', 'that is'],
  ['day', 'a day of the calendar at the counter, no time'],
  ['count', 'a whole number between two bounds, 99 at most'],
  ['rounded figure', 'a whole number, rounded up to two significant digits'],
  ['`word`, `word`', 'one word of the list that stands there'],
  ['moment', 'milliseconds since 1970 in UTC'],
  ['identifier', '16 random bytes, as hex'],
  ['hash', '32 bytes of SHA-256, as hex'],
  ['public key', '32 bytes of Ed25519, as hex'],
  ['number of an entry', 'a whole number from 1'],
]);

function sectionsAbout(about: 'applicant' | 'machine'): string {
  return entryKindNames
    .filter((kind) => entryKinds[kind].about === about)
    .map(sectionOf)
    .join('\n');
}

/** docs/ledger.md: all that a ledger can hold, as it is declared in shared/ledger. */
export function ledgerDocument(): string {
  return `# What the ledger can hold

Generated from the declaration in \`shared/ledger\` by \`npm run ledger -- document\`; a test fails when the two
differ.

The ledger is append-only, and this is all of it: ${entryKindNames.length} kinds of entry, each with a closed list of fields. No
field can hold text that somebody typed.

${TYPES}

## Entries about applicants

They hold days, small counts, rounded figures and words: a printed receipt and a camera in the room must not link
a person to an entry.

${sectionsAbout('applicant')}
## Entries about staff and the machine

${sectionsAbout('machine')}
## How an entry is written

The kind's word, then each field in the order above, each after one byte that says how long it is. Numbers are
big-endian in their shortest form (0 is one zero byte), a day is the number 20260214, words are ASCII, identifiers
and hashes are their bytes. An entry has one encoding, and no other is read.

An entry's hash is SHA-256 over the hash of the entry before it, one byte with the entry's length, and the entry.
Before the first entry stands \`counterfoil ledger 2\` with a line feed, filled up with zeros to 32 bytes.

## How it is signed

The kiosk signs with Ed25519, over the words \`counterfoil ledger head 1\` or \`counterfoil ledger interval 1\` with a
line feed, its identifier (16 bytes), the entry's number (8 bytes, big-endian) and the entry's hash. The last entry
always has the first of the two; the signature of the one before is then dropped, so that a ledger cut off at its
end has no signature that says it ends there. Every 4,096th entry keeps the second for good.

Whoever holds the kiosk's key can write all of it anew. Only a checkpoint that left the kiosk, on paper or on a
stick, shows that; so does one against a ledger that was put back to an earlier state.

On a day sheet a checkpoint is a QR code and the same characters in groups of four: 150 bytes in Crockford's base 32 (five bits to
a character, none left over). They are the format (1), the kiosk's identifier (16), the entry's number (5, big-endian), its
hash (32), the signature of the head (64) and the public key (32, raw Ed25519). \`npm run ledger -- verify FILE
--checkpoint\` takes the typed code, a file with a scan of it, or the JSON file from a stick.
`;
}
