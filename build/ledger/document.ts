import { type EntryKindName, entryKindNames, entryKinds, fieldsOf } from '../../shared/ledger/entries.ts';
import type { Field } from '../../shared/ledger/field-types.ts';
import { unreachable } from '../../shared/result.ts';
import { markdownTable } from '../markdown-table.ts';
import { documentOfForm } from './document-form.ts';
import { documentOfProofs } from './document-proofs.ts';

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
  ['number, from 1', 'a whole number: of an entry, an order or a key'],
  ['number of things', 'a whole number of blanks or millimeters, never of people'],
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

A printed receipt and a camera in the room must not link a person to an entry. So each says the day and one fact, and no figure that
is on a paper or differs from one applicant to the next. What was handed over, what was erased, a fee, a refusal, an erasure without a
search: each is an entry of its own, and none says which others are of the same person.

They don't reach the ledger one by one. They wait in the kiosk's vault, in no order. When fifteen wait that are alike, to the last byte,
ten of them are written, in one transaction; five always stay, so whoever comes next is never alone. All others wait until the counter
closes its day, or until the day is over, and are then written together, in an order drawn at random. On a date only the first closing at
which anything waits does that. The kiosk counts what waits
wherever it counts what is written: on the start screen, on day sheets, in the custody statement. A checkpoint speaks for what is written
([decision 0114](decisions/0114-entries-about-applicants-wait-for-others.md)).

What remains:

- On a day with one denial there is one entry that says so. Whoever knows who was denied learns nothing from it: it says no more than
  their receipt. The same goes for whatever else happened once on a day, a second card for instance, and for a day on which fewer than five came.
- Two to four alike in a day hide one another, and nobody else.
- Whoever leaves after a closing that wrote something is written when that day is over, with those who left after it as well. Closing
  it again writes none of them. A closing at which nothing waited does not count: the next one writes whoever came between. If it was one person, the place of their entries says so.
- An erasure that waits for a printer which is off, or that ends after midnight, is written with those of the day on which it ends. Its entries
  have its own day, so one that is alone in that stands out.
- What ends at a packed-up kiosk after its day was closed is written when the kiosk runs on another day. Until then the vault has it.
- Acts of staff are written at once. Six kinds say the day in the place of the moment (\`finish-refused\`, \`wipe-closed\` and
  \`records-searched\` are three). Entries with moments before and after them say between which moments they came.
- Whoever copies the kiosk's files between two people sees what came between. Whoever takes the disk before five alike wait there sees how
  the few have ended. A printer that is off knows the order of its jobs, and the kiosk their numbers there.
- A receipt has the key of its time. Where the key changed in a day, receipts tell whether they are of before or of after, and entries that
  were written before are none of those of after.

A city can have the ledger tell less: that an application ended, and not how; and the week, not the day (\`ledger\` in
[policy.md](policy.md)). With weeks, nothing is written before the week is over but where fifteen are alike.

Programs before ledger version 11 wrote such entries at once, in the order in which applications ended, with rounded figures of each
search. What they have written stays as it is.

${sectionsAbout('applicant')}
## Entries about staff and the machine

${sectionsAbout('machine')}
${documentOfForm()}## Which key signs

The kiosk's key changes: at the first sign-in after each start, on another day, and after an act that matters (\`hold-set\`,
\`staff-changed\`, \`supervisor-confirmed\`, \`recovery-codes-used\`, \`checkpoint-taken\`). Each key has a number, its **epoch**. Epoch 0 is the key
that the first entry names: \`key\` there is SHA-256 of it as SPKI in DER (44 bytes, see “What is signed”). An entry \`key-rolled\` names the next one, with an epoch that is higher by 1. The old key signs that entry as its last
act, and is destroyed; the new one signs from that entry on, the head and the kept signature of that entry included. So a key that
somebody takes signs nothing of before.

The key in force at an entry is that of the last \`key-rolled\` up to and with that entry, or else that of the first entry.

Private keys are seeds of 32 bytes in \`signing.slots\`, two pages of 4,096 bytes that are overwritten in place, never in the ledger. In a
page stand \`CfKy\`, a version (1), a state (0 free, 1 used), two zeros, the epoch (8 bytes, big-endian), the public key (32), a nonce
(24), and the seed encrypted under the device key (XChaCha20-Poly1305, 32 + 16 bytes); what is left is random. What is authenticated
besides is text: \`counterfoil signing slot\`, the version, the place of the page (0 or 1), the epoch, and the public key in 64 hex digits,
numbers in decimal, with a zero byte between each two. A free page is random from the epoch on. A passphrase of anybody who works here opens the device key. Until somebody has signed in since the start
nothing is signed: what is to be entered waits in the vault, and \`waited\` says how many did. Entries about applicants are none of
those: they go on resting.

A kiosk of before ledger version 11 had one key, in clear in its vault. It signs what it signed, and the first \`key-rolled\`. Then it is
overwritten in the vault and its journal, and both are searched for it. If the power goes before that, the next start that signs looks once
more: for the bytes with which every such key began, since those of its own are gone.

If a power cut stops a change of keys, the ledger decides at the first sign-in after it, once the key that the ledger names has opened: a key
in \`signing.slots\` that it does not name is overwritten, and once it names the next one, the one before is. Then nothing is left that
signs both. Before that nothing is overwritten: whoever has the disk can write names into both files. If the key does not open, no
application does either, and the kiosk starts again, closed. If neither page has the
key that the ledger names, or one has a key that is neither this one nor the next or the one before, nothing is signed and nothing
overwritten: another file may be the right one ([what that means](it/files-that-do-not-fit.md)). If keys are lost, a kiosk is set up anew, and its first entry is \`opened-after\`, which names
the end of the ledger before. What still stands of that one comes among the next entries again.

Where the file system may keep what was overwritten (copy on write, a journal of data), keys change all the same, and no claim is
made about earlier ones: the go-live screen and each receipt say so.

${documentOfProofs()}`;
}
