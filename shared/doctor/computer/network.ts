import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';
import { type Reading, whyUnread } from '../reading.ts';

export const network = declareCheck({
  id: 'network',
  title: 'Interfaces and routes',
  why: 'A counter needs no network: what can be reached from outside can be attacked, and what can send can leak.',
  goLive: { kind: 'advice' },
  remedies: {
    down: 'Run `ip link set {name} down` as root, and take its lines out of `/etc/network/interfaces` or NetworkManager.',
    route:
      'Run `ip route flush dev {name} scope global` as root, and take `gateway` out of its settings. An IP printer beside the kiosk needs none.',
  },
});

/**
 * What the first process has in /proc/1/net. It is in the computer's own network, and everybody may read that: the kiosk's unit has a
 * network of its own, and /sys/class/net shows the one alone that it was mounted in.
 */
export interface NetworkFacts {
  /** /proc/1/net/igmp: the groups that interfaces have joined. */
  readonly groups: Reading;
  /** /proc/1/net/route */
  readonly routes: Reading;
  /** /proc/1/net/ipv6_route */
  readonly routes6: Reading;
}

export function judgeNetwork({ groups, routes, routes6 }: NetworkFacts): Finding {
  return together(judgeInterfaces(groups), judgeRoutes(routes, routes6));
}

function judgeInterfaces(groups: Reading): Finding {
  if (groups.kind !== 'read') return notRun(whyUnread('/proc/1/net/igmp', groups));
  // Its headings are there where no interface is up as well: without them nothing was read.
  if (!groups.text.startsWith('Idx\t')) return notRun('/proc/1/net/igmp is not as the kernel writes it.');
  const names = interfacesUp(groups.text).filter((name) => name !== 'lo');
  const [first] = names;
  if (first === undefined) return pass('No interface is up but loopback.');
  return warn(
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} up.`,
    remedy(network.remedies.down, { name: first }),
  );
}

/**
 * The interfaces in /proc/net/igmp: a line of headings, then a line for each, with those of its groups below it. The kernel lets an
 * interface join the group of all hosts when it is set up, and leave it when it is set down (ip_mc_up, ip_mc_down).
 */
export function interfacesUp(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^\d+\t([^\s:]+)\s*:/.exec(line)?.[1] ?? []);
}

function judgeRoutes(routes: Reading, routes6: Reading): Finding {
  // A kernel without one of the two protocols has no table of it.
  const names = [
    ...(routes.kind === 'read' ? routesOut(routes.text) : []),
    ...(routes6.kind === 'read' ? routesOut6(routes6.text) : []),
  ];
  const [first] = names;
  if (first === undefined) {
    if (routes.kind === 'unreadable') return notRun(whyUnread('/proc/1/net/route', routes));
    if (routes6.kind === 'unreadable') return notRun(whyUnread('/proc/1/net/ipv6_route', routes6));
    return pass('No route leads out.');
  }
  return warn(
    `A route leads out by ${[...new Set(names)].join(', ')}.`,
    remedy(network.remedies.route, { name: first }),
  );
}

/**
 * A route to an eighth of all addresses or more leads out. Besides the default route there are pairs such as 0.0.0.0/1 and
 * 128.0.0.0/1, by which a VPN goes before it, and 2000::/3, which is all of the public Internet.
 */
const LONGEST_PREFIX_OUT = 3;

/** RTF_UP of linux/route.h. */
const IS_UP = 0x0001;

/** The interfaces of such routes in /proc/net/route: a line of headings, then addresses in hexadecimal. */
export function routesOut(text: string): readonly string[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [name = '', , , flags = '', , , , mask = ''] = line.trim().split(/\s+/);
      const isUsed = (Number.parseInt(flags, 16) & IS_UP) !== 0 && !isRejected(flags);
      return /^[0-9A-F]{8}$/.test(mask) && bitsIn(mask) <= LONGEST_PREFIX_OUT && isUsed ? [name] : [];
    });
}

/** How many bits of a mask are set, which stand together in it: in which order its bytes do does not matter. */
function bitsIn(hexadecimal: string): number {
  return Number.parseInt(hexadecimal, 16).toString(2).replaceAll('0', '').length;
}

/** The same in /proc/net/ipv6_route, which has no headings. The kernel puts a rejecting one of its own on loopback. */
export function routesOut6(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [destination = '', length = ''] = fields;
    const [flags = '', name = ''] = fields.slice(8);
    const isRoute = /^[0-9a-f]{32}$/.test(destination) && /^[0-9a-f]{2}$/.test(length);
    const isWide = isRoute && Number.parseInt(length, 16) <= LONGEST_PREFIX_OUT;
    return isWide && name !== 'lo' && name !== '' && !isRejected(flags) ? [name] : [];
  });
}

/** RTF_REJECT of linux/route.h. */
const REJECTS = 0x0200;

function isRejected(flags: string): boolean {
  return (Number.parseInt(flags, 16) & REJECTS) !== 0;
}
