import type { UnknownFileKind } from '../../../shared/statement/inventory.ts';
import { ledgerSchema } from '../ledger/ledger-schema.ts';
import { vaultSchema } from '../vault/schema.ts';

/** So many bytes of a file tell what it is: the mark of a tar archive stands furthest from the beginning. */
export const HEAD_BYTES = 512;

/** What every database of SQLite begins with. */
export const SQLITE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
/** Where its `application_id` stands. */
const APPLICATION_ID_AT = 68;

/** Marks by which a kind of file is known: bytes, and where they stand. */
const MARKS = (
  [
    ['journal', 'd9d505f920a163d7', 0],
    ['write-ahead-log', '377f0682', 0],
    ['write-ahead-log', '377f0683', 0],
    ['pdf', '25504446', 0],
    ['picture', '89504e470d0a1a0a', 0],
    ['picture', 'ffd8ff', 0],
    ['picture', '47494638', 0],
    ['picture', '57454250', 8],
    ['archive', '504b0304', 0],
    ['archive', '1f8b', 0],
    ['archive', '28b52ffd', 0],
    ['archive', 'fd377a585a00', 0],
    ['archive', '425a68', 0],
    ['archive', '377abcaf271c', 0],
    ['archive', '7573746172', 257],
  ] as const satisfies readonly (readonly [UnknownFileKind, string, number])[]
).map(([kind, hex, at]) => ({ kind, bytes: Buffer.from(hex, 'hex'), at }));

/** Of an ELF file: `ET_CORE` of e_type, in the byte order of the machines that kiosks run on. */
const ELF = Buffer.from('7f454c46', 'hex');
const ELF_TYPE_AT = 16;
const ELF_CORE = 4;

/** Neither a control character nor what no text of UTF-8 holds. */
const TEXT = /^[^\p{Cc}\uFFFD]*$/u;

/** What a file is, by its first bytes and its name. */
export function whatItIs(name: string, size: number, head: Buffer): UnknownFileKind {
  // Before the name: neither journal nor log begins like one of these, and a copy may be called anything.
  if (head.subarray(0, SQLITE_MAGIC.length).equals(SQLITE_MAGIC)) return whichDatabase(head);
  const isProgram = head.subarray(0, ELF.length).equals(ELF);
  if (isProgram && head.length > ELF_TYPE_AT && head[ELF_TYPE_AT] === ELF_CORE) return 'core-dump';
  if (name.endsWith('-journal')) return 'journal';
  if (name.endsWith('-wal')) return 'write-ahead-log';
  if (size === 0) return 'empty';
  if (isProgram) return 'other';
  const marked = MARKS.find(({ bytes, at }) => isAt(head, bytes, at));
  if (marked !== undefined) return marked.kind;
  // Most of what is no text shows it by its first bytes, before anything is decoded.
  if (head.subarray(0, -1).some(isControl)) return 'other';
  // The last character may be cut in the middle.
  const characters = head
    .toString('utf8')
    .slice(0, -1)
    .replace(/[\t\n\r]/g, '');
  return TEXT.test(characters) ? 'text' : 'other';
}

/** Of the control characters that a text may not have those of one byte: that byte is no part of any other character. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}

function whichDatabase(head: Buffer): UnknownFileKind {
  const application = head.length < APPLICATION_ID_AT + 4 ? 0 : head.readUInt32BE(APPLICATION_ID_AT);
  if (application === vaultSchema.applicationId) return 'vault-copy';
  return application === ledgerSchema.applicationId ? 'ledger-copy' : 'database';
}

/** Byte by byte: a view of so few costs more than looking at them. */
function isAt(head: Buffer, bytes: Buffer, at: number): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}
