import { err, ok, type Result } from '../result.ts';

/** Where a printer listens, and by which certificate it is known. */
export interface IppTarget {
  /** `localhost`, or an IPv4 or IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
  /** Begins with `/`. */
  readonly path: string;
  /** `pin`: lower-case hex SHA-256 of the DER certificate; null: not known yet. */
  readonly tls: null | { readonly pin: string | null };
}

/** `host-name`: an address by name. No name server is ever asked, so only numbers and `localhost` will do. */
export type AddressProblem = 'not-an-address' | 'host-name';

/** Registered for IPP (RFC 8010, 3.2). Also for http:// and https://: who types these here still means a printer. */
const DEFAULT_PORT = 631;
/** Where an IPP Everywhere printer has its first service (PWG 5100.14). */
const DEFAULT_PATH = '/ipp/print';
/**
 * What a printer's address may have at most, as it is typed and as it is kept. The kept one is often the longer of
 * the two: it has scheme and port. Half of what a `printer-uri` may have (RFC 8011, 5.1.6).
 */
export const LONGEST_ADDRESS = 512;

/** Each with whether it means TLS. */
const SCHEMES: ReadonlyMap<string, boolean> = new Map([
  ['ipp', false],
  ['http', false],
  ['ipps', true],
  ['https', true],
]);

/** Scheme, authority, path (RFC 3986). No query, no fragment, and nothing that a path may not hold. */
const PARTS = /^(?:([a-z]+):\/\/)?([^/]+)((?:\/(?:[\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})*)*)$/i;
const HOST_AND_PORT = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/;
const NAME = /^(?=.{1,253}$)(?=.*[a-z])[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?$/;

/**
 * Reads what a supervisor typed, or what is kept in the settings: `ipp://`, `ipps://`, `http://`, `https://`,
 * or an address alone. The pin is never part of it: `tls.pin` is null for the caller to fill in. What would be too
 * long to be kept is no address: it is found out here, before anything is chosen.
 */
export function parsePrinterAddress(text: string): Result<IppTarget, AddressProblem> {
  const address = text.trim();
  const parts = address.length > LONGEST_ADDRESS ? null : PARTS.exec(address);
  if (parts === null) return err('not-an-address');
  const [, scheme = 'ipp', authority = '', path = ''] = parts;
  const isSecure = SCHEMES.get(scheme.toLowerCase());
  if (isSecure === undefined) return err('not-an-address');
  const place = readAuthority(authority.toLowerCase());
  if (!place.ok) return place;
  const target: IppTarget = {
    ...place.value,
    path: path === '' || path === '/' ? DEFAULT_PATH : path,
    tls: isSecure ? { pin: null } : null,
  };
  return printerUri(target).length > LONGEST_ADDRESS ? err('not-an-address') : ok(target);
}

/** The value of `printer-uri` (RFC 8011, 4.1.5), which is also how an address is kept: it parses to the same target. */
export function printerUri({ host, port, path, tls }: IppTarget): string {
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return `${tls === null ? 'ipp' : 'ipps'}://${bracketed}:${port}${path}`;
}

function readAuthority(authority: string): Result<Pick<IppTarget, 'host' | 'port'>, AddressProblem> {
  // Alone, without a port, an IPv6 address is clear without brackets.
  if (isIpv6(authority)) return ok({ host: authority, port: DEFAULT_PORT });
  const [, written = '', digits] = HOST_AND_PORT.exec(authority) ?? [];
  const port = digits === undefined ? DEFAULT_PORT : Number(digits);
  if (port < 1 || port > 65_535) return err('not-an-address');
  if (written.startsWith('[')) {
    const host = written.slice(1, -1);
    return isIpv6(host) ? ok({ host, port }) : err('not-an-address');
  }
  if (written === 'localhost' || isIpv4(written)) return ok({ host: written, port });
  return err(NAME.test(written) ? 'host-name' : 'not-an-address');
}

/** Four decimal numbers as they are written. No leading zeros: some programs read those as octal. */
function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return (
    numbers.length === 4 && numbers.every((each) => /^(?:0|[1-9]\d{0,2})$/.test(each) && Number(each) < 256)
  );
}

/** RFC 4291, 2.2, in all three forms. No zone: it names an interface of one machine and is no part of a URI's host. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  let groups = 0;
  for (const [at, half] of halves.entries()) {
    if (half === '') continue;
    const words = half.split(':');
    for (const [place, word] of words.entries()) {
      const isLast = at === halves.length - 1 && place === words.length - 1;
      if (isLast && isIpv4(word)) groups += 2;
      else if (/^[0-9a-f]{1,4}$/.test(word)) groups += 1;
      else return false;
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}
