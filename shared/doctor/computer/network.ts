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

/** An interface as the kernel has it (/sys/class/net). */
export interface NetworkInterface {
  readonly name: string;
  /** /sys/class/net/NAME/flags, such as 0x1003 (netdevice(7)). */
  readonly flags: number;
}

export interface NetworkFacts {
  /** Whether the doctor looks from inside the kiosk's unit, which may have a network of its own. */
  readonly isInUnit: boolean;
  /** Null: they can't be listed, or one of them can't be read. */
  readonly interfaces: readonly NetworkInterface[] | null;
  /** /proc/net/route */
  readonly routes: Reading;
  /** /proc/net/ipv6_route */
  readonly routes6: Reading;
}

const IS_UP = 0x1;
const IS_LOOPBACK = 0x8;

export function judgeNetwork({ isInUnit, interfaces, routes, routes6 }: NetworkFacts): Finding {
  return together(judgeInterfaces(interfaces, isInUnit), judgeRoutes(routes, routes6));
}

function judgeInterfaces(interfaces: readonly NetworkInterface[] | null, isInUnit: boolean): Finding {
  if (interfaces === null) return notRun('/sys/class/net can’t be read.');
  if (isInUnit && interfaces.every(({ flags }) => (flags & IS_LOOPBACK) !== 0)) {
    return notRun(
      'The kiosk’s unit has a network of its own, with loopback alone. What the computer’s own network has isn’t seen from there.',
    );
  }
  const up = interfaces.filter(({ flags }) => (flags & IS_UP) !== 0 && (flags & IS_LOOPBACK) === 0);
  const [first] = up;
  if (first === undefined) return pass('No interface is up but loopback.');
  const names = up.map(({ name }) => name);
  return warn(
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} up.`,
    remedy(network.remedies.down, { name: first.name }),
  );
}

function judgeRoutes(routes: Reading, routes6: Reading): Finding {
  // A kernel without one of the two protocols has no table of it.
  const names = [
    ...(routes.kind === 'read' ? routesOut(routes.text) : []),
    ...(routes6.kind === 'read' ? routesOut6(routes6.text) : []),
  ];
  const [first] = names;
  if (first === undefined) {
    if (routes.kind === 'unreadable') return notRun(whyUnread('/proc/net/route', routes));
    if (routes6.kind === 'unreadable') return notRun(whyUnread('/proc/net/ipv6_route', routes6));
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
