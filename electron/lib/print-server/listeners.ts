import { BlockList, isIP } from 'node:net';
import type { Directive } from './directives.ts';

/** The port of IPP (RFC 8010), taken where a line names none. */
const IPP_PORT = 631;

const listening: ReadonlySet<string> = new Set(['listen', 'port', 'ssllisten', 'sslport']);

const ownAddresses = new BlockList();
ownAddresses.addSubnet('127.0.0.0', 8);
ownAddresses.addAddress('::1', 'ipv6');

/** Whether a host is this machine for sure: `localhost` or a loopback address, in brackets or not. */
export function isThisMachine(host: string): boolean {
  return addressesOf(host).every((address) => contains(ownAddresses, address));
}

/**
 * Whether a server with these settings listens on this port of this loopback host. Without any line cupsd
 * 2.4 does not listen at all. A line with the name of a machine or of a port counts as no match: what it
 * stands for is not asked of any resolver.
 */
export function listensOn(directives: readonly Directive[], host: string, port: number): boolean {
  return directives.some(({ name, value }) => {
    if (!listening.has(name) || value === null) return false;
    const [where, at] = splitAddress(value);
    if (at !== port) return false;
    if (where === null) return true;
    const theirs = new BlockList();
    for (const address of addressesOf(where))
      if (isIP(address) > 0) theirs.addAddress(address, family(address));
    return addressesOf(host).some((address) => contains(theirs, address));
  });
}

/**
 * Whether a server with these settings listens at this UNIX socket. That may have been asked for by its older name: /var/run
 * is a link to /run.
 */
export function listensAt(directives: readonly Directive[], socket: string): boolean {
  const named = (path: string): string => path.replace(/^\/var\/run\//, '/run/');
  return directives.some(
    ({ name, value }) => name === 'listen' && value !== null && named(value) === named(socket),
  );
}

/**
 * The lines by which a server listens to more than this machine, as `listen *:631`: at every address, at one that is not
 * loopback's, or at that of a name, which is not asked of any resolver.
 */
export function listensToOthers(directives: readonly Directive[]): readonly string[] {
  return directives.flatMap(({ name, value }) => {
    if (!listening.has(name) || value === null || value.startsWith('/')) return [];
    const [where] = splitAddress(value);
    return where !== null && isThisMachine(where) ? [] : [`${name} ${value}`];
  });
}

/** As cupsd splits it (scheduler/conf.c `get_address`): digits alone are a port; `*` is every address (null). */
function splitAddress(value: string): readonly [host: string | null, port: number | null] {
  const colon = value.lastIndexOf(':');
  if (colon >= 0 && !value.slice(colon).includes(']')) {
    return [anyHost(value.slice(0, colon)), portNumber(value.slice(colon + 1))];
  }
  if (/^\d+$/.test(value)) return [null, portNumber(value)];
  return [anyHost(value), IPP_PORT];
}

function anyHost(host: string): string | null {
  return host === '*' || host === '0.0.0.0' || host === '[::]' ? null : host;
}

function portNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

function addressesOf(host: string): readonly string[] {
  if (host.toLowerCase() === 'localhost') return ['127.0.0.1', '::1'];
  return [host.replace(/^\[(.*)\]$/, '$1')];
}

function contains(list: BlockList, address: string): boolean {
  return isIP(address) > 0 && list.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
