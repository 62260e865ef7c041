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
      'Take `gateway` out of the settings of {name}. An IP printer needs an address beside its own, and no gateway.',
  },
});

/** An interface as the kernel has it (/sys/class/net). */
export interface NetworkInterface {
  readonly name: string;
  /** /sys/class/net/NAME/flags, such as 0x1003 (netdevice(7)). */
  readonly flags: number;
}

export interface NetworkFacts {
  /** Null: they can't be listed. */
  readonly interfaces: readonly NetworkInterface[] | null;
  /** /proc/net/route */
  readonly routes: Reading;
  /** /proc/net/ipv6_route */
  readonly routes6: Reading;
}

const IS_UP = 0x1;
const IS_LOOPBACK = 0x8;

export function judgeNetwork({ interfaces, routes, routes6 }: NetworkFacts): Finding {
  return together(judgeInterfaces(interfaces), judgeRoutes(routes, routes6));
}

function judgeInterfaces(interfaces: readonly NetworkInterface[] | null): Finding {
  if (interfaces === null) return notRun('/sys/class/net can’t be listed.');
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
  if (routes.kind === 'unreadable') return notRun(whyUnread('/proc/net/route', routes));
  // A kernel without one of the two protocols has no table of it.
  const names = [
    ...(routes.kind === 'read' ? defaultRoutes(routes.text) : []),
    ...(routes6.kind === 'read' ? defaultRoutes6(routes6.text) : []),
  ];
  const [first] = names;
  if (first === undefined) return pass('No route leads out.');
  return warn(
    `A default route leads out by ${[...new Set(names)].join(', ')}.`,
    remedy(network.remedies.route, { name: first }),
  );
}

/** The interfaces of default routes in /proc/net/route: a line of headings, then addresses in hexadecimal. */
export function defaultRoutes(text: string): readonly string[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [name = '', destination, , flags = '', , , , mask] = line.trim().split(/\s+/);
      const isUsed = (Number.parseInt(flags, 16) & IS_UP) !== 0 && !isRejected(flags);
      return destination === '00000000' && mask === '00000000' && isUsed ? [name] : [];
    });
}

/** The same in /proc/net/ipv6_route, which has no headings. The kernel puts a rejecting one of its own on loopback. */
export function defaultRoutes6(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [destination = '', length] = fields;
    const [flags = '', name = ''] = fields.slice(8);
    const isDefault = /^0{32}$/.test(destination) && length === '00';
    return isDefault && name !== 'lo' && name !== '' && !isRejected(flags) ? [name] : [];
  });
}

/** RTF_REJECT of linux/route.h. */
const REJECTS = 0x0200;

function isRejected(flags: string): boolean {
  return (Number.parseInt(flags, 16) & REJECTS) !== 0;
}
