import { checkpointInterval } from '../../electron/keeper/ledger/ledger-schema.ts';
import { EXPORT_FORMAT } from '../../shared/ledger/export-lines.ts';
import type { BreakReason } from '../../shared/ledger/reasons.ts';
import { markdownTable } from '../markdown-table.ts';

/** As a page has it: 4,096. */
const INTERVAL = checkpointInterval.toLocaleString('en-US');

const SIGNATURES = markdownTable([
  ['words', 'signed by', 'where'],
  ['`counterfoil ledger head 1`', 'the key in force at this entry', 'the last entry alone, table `head`'],
  [
    '`counterfoil ledger interval 1`',
    'the key in force at this entry',
    `every ${INTERVAL}th entry, for good, table \`checkpoints\``,
  ],
  [
    '`counterfoil ledger roll 1`',
    'the key in force at the entry before this one',
    'every entry `key-rolled`, for good, table `rolls`',
  ],
]);

const MEANINGS: Readonly<Record<BreakReason, string>> = {
  missing: 'no entry has this number, though later ones are there',
  'out-of-order': 'an entry with a number below this one stands before it',
  changed: 'its hash is not that of its bytes behind the entry before it',
  unreadable: 'its bytes are none that a ledger can hold, or the ledger is not opened there first and once',
  unsigned: 'a signature that must be there is not: of this entry, or from this entry on',
  'bad-signature': 'a signature is not that of the key of its time over the chain as it stands here',
  truncated: 'it was there once: a signature, a checkpoint or a known key speaks for it',
  'wrong-key':
    'the ledger is of another kiosk or key than its first entry names, or than is known elsewhere; or a key takes over here out of turn',
  rebuilt: 'up to here it is another ledger than the one that the checkpoint was taken from',
};

const REASONS = markdownTable([
  ['reason', 'what is so at that entry'],
  ...Object.entries(MEANINGS).map(([reason, meaning]) => [`\`${reason}\``, meaning]),
]);

const LONG_CODE = markdownTable([
  ['bytes', 'what'],
  ['1', 'the format: 1'],
  ['16', 'the kiosk’s identifier'],
  ['5', 'the entry’s number, big-endian, not 0'],
  ['32', 'its hash'],
  ['64', 'the signature of the head'],
  ['32', 'the public key in force at that entry (Ed25519, not SPKI)'],
]);

/** Of docs/ledger.md: signatures, verdicts, checkpoints, exports, vectors. */
export function documentOfProofs(): string {
  return `## What is signed

The kiosk signs with Ed25519 (RFC 8032, without a hash before it). What it signs are the words with one line feed (\`0a\`), its identifier (16 bytes), the
entry's number (8 bytes, big-endian) and the entry's hash (32 bytes), one after another and nothing else:

${SIGNATURES}

The signature of an earlier head is dropped, so that a ledger cut off at its end has no signature that says it ends there. A public key is used in
one form of DER alone: the 12 bytes \`302a300506032b6570032100\`, then its 32 bytes. Any other bytes are no key.

Whoever has the key that signs now can write anew what came after it took over, and can sign the rest of the ledger as it is.
Entries before are safe from that key alone. Only a checkpoint that left the kiosk, on paper or on a USB drive, shows
a ledger that was written anew with all keys, or put back to an earlier state. Only a key's fingerprint that is known elsewhere, or such a checkpoint, shows
a ledger that was made anew with keys of somebody else.

## The mark of the vault

Beside the chain stands the table \`vault_mark\`, one row that is written over with every write. It is no entry, it is in no export, and no verifier needs it: by
it the kiosk itself notices an older vault ([what that means](it/files-that-do-not-fit.md)). It has a generation (how often applications began and
ended); a salt (16 bytes, new each time); \`members\`; and a signature. \`members\` are hashes, sorted, one after another: one for each application in the vault, and
for some that may begin next, and one for each application that a legal hold froze when it was set. Such a hash is the first 16 bytes of SHA-256 over \`counterfoil application 1\` with a line feed, the salt and the application's identifier (16 bytes);
or over \`counterfoil held application 1\` with a line feed, the salt, the hold's identifier (16 bytes) and the application's.
The key in force signs \`counterfoil ledger vault 1\` with a line feed, the kiosk's identifier, the number (8 bytes, big-endian) and the hash of the last entry, the generation (8 bytes, big-endian), the salt, and
SHA-256 over \`members\`.

## Verdicts

A ledger holds, or it is broken at one entry, for one reason: the first that is found when it is looked at in this order. \`n\` is the number of the last
entry. A number is never below 1.

1. **Chain.** In the order of numbers, rows with numbers below 1 included. Where number \`k\` comes next: a higher number is \`missing\` at \`k\`, a
   lower one \`out-of-order\` at \`k\`. An entry of more than 127 bytes, or whose hash does not fit, is \`changed\` at \`k\`. Then, whether it can be read: \`unreadable\` at \`k\`.
2. **Without entries** a ledger holds, unless there is a head or a kept signature, or a checkpoint or a fingerprint is known: then \`truncated\` at 1.
3. **Signer.** There is one; its kiosk is that of the first entry, SHA-256 of its public key is the first entry's \`key\`, and that is a key: else \`wrong-key\` at 1.
4. **Rolls**, to find who signs where. For each entry \`key-rolled\` in turn, as the chain was followed: its epoch is higher by 1 than the one before (0 at first), else \`wrong-key\`; it has a signature in \`rolls\`, else \`unsigned\`; that is of the key before, else \`bad-signature\`. The first that is wrong ends this step: keys from there on are not known. If none is wrong, the first signature in \`rolls\` (with a number above 0) that is of no such entry is \`bad-signature\` there; a number above 2^53 − 1 is told as 2^53 − 1. What is found here, at \`r\`, is not told yet.
5. **Kept signatures**, in the order of their numbers, the first of which must be ${INTERVAL}, the next twice that, and so on. They are looked at as far as \`u\`: \`r\` − 1, and \`n\` where nothing was found or \`r\` is above \`n\`. If \`u\` is below \`n\`, the step ends at the first that must be above \`u\`. One with a number above \`n\` is \`truncated\` at \`n\` + 1. One with another number than it must have is \`unsigned\` at the number that it must have. One whose hash is not that entry's, or whose signature is not that of the key in force there, is \`bad-signature\` there. At the end: if the next that must be there is not above \`u\`, it is \`unsigned\`.
6. If \`u\` is below \`n\`, what step 4 found is told now.
7. **Head.** None: \`unsigned\` at the entry after the last kept signature, at 1 without one. Its number is above \`n\`: \`truncated\` at \`n\` + 1. It is below: \`unsigned\` at the entry after it, at 1 where it is below 0. Its hash is not that of entry \`n\`, or its signature is not that of the key in force there: \`bad-signature\` at \`n\`.
8. **Fingerprint**, if one is known: it is that of one of the ledger's keys, whichever, else \`wrong-key\` at 1. Each of those keys signed the head or the change to the next one, so nobody without it can have it there.
9. **Checkpoint**, if one is known. Its kiosk, if it has one, is another one: \`wrong-key\` at 1. Its number is above \`n\`: \`truncated\` at \`n\` + 1. Its public key, if it has one, is not the key in force at its entry: \`wrong-key\` at 1. The hash of that entry does not begin with the digits that the checkpoint has: \`rebuilt\` there.
10. What step 4 found above \`n\`.

${REASONS}

\`npm run ledger -- verify FILE\` ends with 0 where all holds, with 1 where an entry does not, and with 2 where nothing could be looked at. It takes the file of a
ledger or an export, \`--checkpoint\` (a code, typed; a file with a scan of one; the file from a USB drive) and \`--fingerprint\`. A supervisor types or
scans the code of a day sheet on the kiosk itself.

\`npm run ledger -- keys FILE\` lists all keys with the entry from which on each signs, by the fingerprint that stands on day
sheets, statements and manifests: the first 16 of the 32 bytes of SHA-256 over the key as SPKI, in hex.

## A checkpoint

A checkpoint is the signed head as it leaves the kiosk. Before anything is compared with it, its signature (\`counterfoil ledger head 1\`) has to hold by its own public
key; else it is refused. The file on a USB drive is JSON with exactly these members: \`format\` (\`counterfoil checkpoint 1\`), \`kiosk\` and \`hash\` in hex, \`sequence\`,
\`signature\` and \`publicKey\` (SPKI in DER) in base64. Base64 is always with its padding, and bits that are left over are 0: bytes have one text.

On a day sheet it is a QR code and the same characters in groups of four: 150 bytes in Crockford's base 32, which is \`0123456789ABCDEFGHJKMNPQRSTVWXYZ\`, five bits to
a character from the highest bit on, none left over. Spaces, tabs, line ends (CR, LF) and hyphens do not matter; nor do small letters from a to z, nor a byte order
mark (U+FEFF) before all of it. O is read as 0, I and L as 1. With any other character it is no code. A fingerprint is read in the same way, but for hyphens and O, I, L.

${LONG_CODE}

**The short code** is to be typed: 32 characters in eight groups. Seven are the entry's number in base 32, with zeros in front, and not 0. Twenty-four are the first 15 bytes of its
hash. The last one checks the others: begin with 0; for each of the 31 characters multiply by x, then add (exclusive or) its value; at the end multiply by x once more. To multiply by x is to
shift by one bit to the left, and if bit 5 is then set, to take 37 off by exclusive or (the field of 32 elements modulo x^5 + x^2 + 1). If it does not fit, the code was mistyped
and is refused. The short code has no kiosk, key or signature: the sheet around it is what is believed. It has 120 bits of the hash. Who has to meet one that was printed
tries 2^120 times; who makes two ledgers before printing, so that both have one code, tries 2^60 times. The whole code has no such limit.

## An export

\`npm run ledger -- export\` and the supervisor's screen write CSV or NDJSON. CSV is a table to read, with nothing signed. NDJSON is UTF-8 without a byte order mark, one JSON object on each line. A verifier takes a text
for no JSON if its lists and objects stand in one another more than 100 deep. A number may have any number of digits.

The first line has all that is signed, and exactly these members: \`format\` (\`${EXPORT_FORMAT}\`); \`kiosk\` (32 hex digits) and \`publicKey\` (base64) of table
\`signer\`; \`rolls\`, a list of \`{sequence, signature}\`; \`intervals\`, a list of \`{sequence, hash, signature}\`; and \`head\`, one of those, or null. Hashes are 64 hex digits in lower case, signatures are base64 of
64 bytes.

Each other line is an entry, and has exactly these members: \`sequence\`, a whole number from −(2^53 − 1) to 2^53 − 1; \`hash\`; \`kind\`; and \`fields\`, an object.
If the kind is one of those above, and the fields are exactly its own in the forms above, the entry's bytes follow from them. If not, the line stands for an
entry of no bytes, which is \`changed\` or, chained anew, \`unreadable\`.

**A line has one form.** Whatever else stood in it would be in no hash, and verify with it: a member that stands there twice, or white space. So whoever has read a line writes it anew and
compares: without white space, members in the order of this page and fields in the order of their table, whole numbers in decimal digits (with − in front of one below 0), text without escapes. A line of an entry that is written
otherwise stands for an entry of no bytes, too. A first line that is, is refused. Members of \`rolls\`, \`intervals\` and \`head\` stand in the order above.

The order of the lines does not matter; their numbers do. A file with any other line (an empty one also), two entries of one number, or two signatures in one list of one number, is
no export and is refused. A ledger that was never opened has an empty export, which is refused as well. Otherwise an export is verified as the tables that it has, with the
same verdict as the file would have. Programs before ledger version 11 wrote no first line: such an export proves nothing and is refused.

## Hashes of texts

Fields that are hashes hold no text, but a hash can be tried: whoever knows a hundred file numbers hashes them all. So where a text can be guessed, the hash is over three lines in UTF-8, with a line feed between
them and none at the end: \`counterfoil reference 1\` or \`counterfoil printer 1\`, the salt as 32 hex digits, and the text. The salt is 16 random bytes and in no entry.

- \`intake-resumed.reference\`: counsel's reference. The salt is shown once, after the act, to be written beside the reference.
- \`printer\` of \`printer-chosen\`, \`test-card-confirmed\` and \`ordinary-printer-chosen\`: the printer's address. The salt is drawn with each choice and stands in the kiosk's vault, with the address, until the next one. A
  printer that a program without salts chose is named without one, until another is chosen.

The other hashes are of what nobody guesses, or of what is public and is to be compared: keys, policies, orders and heads; an encrypted file; a statement (which somebody has in hand); the answer of a name
search, in which the name has a salt of its own; a recipient's public key, which proves to whom a record went to whoever has that key.

## Test vectors

[vectors/ledger.json](vectors/ledger.json) has the seeds and public keys of an invented kiosk, the bytes and hash of each entry of its ledger, what each signature is over, its checkpoint
in all forms, and one entry of each kind with its bytes. [vectors/ledger.ndjson](vectors/ledger.ndjson) is that ledger. Beside it lies the same tampered with, once for
each reason, once with a text that is in no hash, once so that it is refused; \`cases\` in \`ledger.json\` has the verdict on each, and on a checkpoint that was altered. No file of them has a kept signature: it would
have 4,096 entries. What such a signature is over stands in \`signatures\`. \`npm run ledger -- vectors\` writes them; a test fails when they and the program differ. \`npm run ledger -- demo\` writes a
database of any length. A verifier in another language, written from this page and [receipt.md](receipt.md), is \`tests/foreign/verify.py\`.
`;
}
