/**
 * Length of a fingerprint in bytes: a piece copied from a produced file, by which copies of that file are found.
 * Long enough never to occur by chance, short enough to survive inside a copy.
 */
export const FINGERPRINT_BYTES = 32;

/**
 * Fewest distinct byte values of a fingerprint worth searching. Blank paper, a plain background and padding have
 * fewer; they occur in every card and would raise false alarms.
 */
export const DISTINCT_VALUES = 12;

/**
 * Start of a file that no fingerprint touches when the file is long enough, in bytes: the headers and standard
 * tables of JPEG, PNG and PDF are the same in everybody's file.
 */
export const HEADER_BYTES = 1024;

/** Distance between the pieces that are tried, in bytes. */
const STEP_BYTES = 8;

/**
 * Picks up to `count` distinctive fingerprints, 32-byte pieces, spread over a produced file (JPEG, PNG, pixel rows, PDF),
 * always the same ones for the same bytes.
 *
 * The file is cut into `count` strips; each gives the first distinctive piece from its middle to its end,
 * else from its middle back to its start. A strip without one gives none, so a plain file yields fewer,
 * and a file below 32 bytes yields none. Fingerprints are copies of personal data: the caller keeps them
 * encrypted and zero-fills them.
 */
export function fingerprintsOf(bytes: Uint8Array, count: number): Uint8Array[] {
  // A small file is nearly all header; leaving a quarter of it out is the best that can be done.
  const start = Math.min(HEADER_BYTES, bytes.length >> 2);
  const strip = (bytes.length - start) / count;
  const fingerprints: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = Math.floor(start + strip * index);
    const fingerprint = fingerprintWithin(bytes, from, Math.floor(start + strip * (index + 1)));
    if (fingerprint && !fingerprints.some((other) => other.every((byte, at) => byte === fingerprint[at])))
      fingerprints.push(fingerprint);
  }
  return fingerprints;
}

function fingerprintWithin(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  const lastStart = to - FINGERPRINT_BYTES;
  if (lastStart < from) return undefined;
  const isDistinctive = createJudge();
  const middle = from + ((lastStart - from) >> 1);
  for (let at = middle; at <= lastStart; at += STEP_BYTES) {
    if (isDistinctive(bytes, at)) return bytes.slice(at, at + FINGERPRINT_BYTES);
  }
  for (let at = middle - STEP_BYTES; at >= from; at -= STEP_BYTES) {
    if (isDistinctive(bytes, at)) return bytes.slice(at, at + FINGERPRINT_BYTES);
  }
  return undefined;
}

/** Counts with one table stamped per piece: a Set per piece took seconds on the pixels of a blank card. */
function createJudge(): (bytes: Uint8Array, at: number) => boolean {
  const seenIn = new Uint32Array(256);
  let stamp = 0;
  return (bytes, at) => {
    stamp += 1;
    let different = 0;
    for (let index = at; index < at + FINGERPRINT_BYTES; index += 1) {
      const byte = bytes[index] ?? 0;
      if (seenIn[byte] !== stamp) different += 1;
      seenIn[byte] = stamp;
    }
    return different >= DISTINCT_VALUES;
  };
}
