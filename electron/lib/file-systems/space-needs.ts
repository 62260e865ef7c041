/** One mebibyte: what all of this counts in. */
export const MEGABYTE = 1024 * 1024;

/**
 * The most that one application takes in the vault: a photo of at most 400,000 bytes, both faces in the built-in
 * printer's tray (503,679 bytes measured), and 15,000 allowed for answers, card and fingerprints, which are a few thousand.
 */
export const APPLICATION_BYTES = 1 * MEGABYTE;

/**
 * What must be free where vault and ledger lie before an application begins: the room that the vault makes for
 * it and its wipe (three of the above, and one more for the journal that makes it), and one megabyte for what
 * grows otherwise: some ten thousand entries of the ledger, key slots, lists of sessions and print workers.
 */
export const DISK_NEEDED_BYTES = 5 * MEGABYTE;

/**
 * What must be free in the memory that sessions live in: each has its home and Chromium's shared memory there,
 * and two live side by side while one replaces the other.
 */
export const MEMORY_NEEDED_BYTES = 24 * MEGABYTE;
