import { readFileSync } from 'node:fs';

const PROTOCOL = 'MIT-MAGIC-COOKIE-1';

/** What a client shows an X server to be let in. Both empty: it has nothing to show. */
export interface Authority {
  readonly protocol: string;
  readonly cookie: Buffer;
}

const NOTHING: Authority = { protocol: '', cookie: Buffer.alloc(0) };

/**
 * The cookie for a display number out of an X authority file. Entries name a host as well, but a display that is
 * reached by its socket is on this machine, whatever it was called when the entry was written.
 */
export function authorityFor(display: string, path: string | undefined): Authority {
  if (path === undefined || path === '') return NOTHING;
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    // A server may let its own user in without one; if not, it says so.
    return NOTHING;
  }
  return cookieIn(file, display) ?? NOTHING;
}

/** Each entry is a family (two bytes) and four counted strings: address, display number, protocol, cookie. */
function cookieIn(file: Buffer, display: string): Authority | null {
  let at = 0;
  const counted = (): Buffer | null => {
    if (at + 2 > file.length) return null;
    const end = at + 2 + file.readUInt16BE(at);
    const value = file.subarray(at + 2, end);
    at = end;
    return end > file.length ? null : value;
  };
  while (at + 2 <= file.length) {
    at += 2;
    const [address, number, protocol, cookie] = [counted(), counted(), counted(), counted()];
    if (address === null || number === null || protocol === null || cookie === null) return null;
    const fits = number.length === 0 || number.toString('latin1') === display;
    if (fits && protocol.toString('latin1') === PROTOCOL) return { protocol: PROTOCOL, cookie };
  }
  return null;
}
