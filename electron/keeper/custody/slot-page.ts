import sodium from 'sodium-native';

/** Which slots a file has: the four bytes that a page begins with, and the version of what follows. */
export interface SlotFormat {
  readonly magic: Buffer;
  readonly version: number;
}

const FREE = 0;
const USED = 1;
const VERSION_AT = 4;
const STATE_AT = 5;
const RESERVED_AT = 6;
/** Where the fields of a slot begin, behind the header that all have. */
export const FIELDS_AT = 8;

/** What the header of a page says, without the device key. A page of zeros is a slot that was never written. */
export function stateOfPage(
  page: Buffer,
  { magic, version }: SlotFormat,
): 'free' | 'used' | 'foreign' | 'newer' {
  if (page.every((byte) => byte === 0)) return 'free';
  if (!page.subarray(0, magic.length).equals(magic)) return 'foreign';
  const written = page[VERSION_AT] ?? 0;
  if (written > version) return 'newer';
  if (written < version || page.readUInt16BE(RESERVED_AT) !== 0) return 'foreign';
  if (page[STATE_AT] === FREE) return 'free';
  return page[STATE_AT] === USED ? 'used' : 'foreign';
}

/** Makes the page a free slot: random bytes wherever a used one has anything to hide. */
export function layFreePage(page: Buffer, format: SlotFormat): void {
  layHeader(page, format, FREE);
}

/** Makes the page that of a used slot, whose fields are random bytes until they are written. */
export function layUsedPage(page: Buffer, format: SlotFormat): void {
  layHeader(page, format, USED);
}

function layHeader(page: Buffer, { magic, version }: SlotFormat, state: number): void {
  sodium.randombytes_buf(page);
  magic.copy(page);
  page[VERSION_AT] = version;
  page[STATE_AT] = state;
  page.writeUInt16BE(0, RESERVED_AT);
}
