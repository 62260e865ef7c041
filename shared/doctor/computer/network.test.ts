import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { interfacesUp, judgeNetwork, type NetworkFacts, routesOut, routesOut6 } from './network.ts';

const HEADINGS =
  'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \n';
const connected = `${HEADINGS}eth0\t00000000\t0100A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0                                                                               
eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0                                                                             
`;
/** A printer beside the kiosk: a route to its net, and none out. */
const local = `${HEADINGS}eth0\t0000A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n`;
const zeros = '0'.repeat(32);
const connected6 = `fe800000000000000000000000000000 40 ${zeros} 00 ${zeros} 00000100 00000001 00000000 00000001     eth0
${zeros} 00 ${zeros} 00 fe800000000000000000000000000001 00000400 00000003 00000000 00000003     wlan0
${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo
`;

/** /proc/net/igmp of Linux 6.12, with these interfaces up. One that is down has no line. */
function groupsOf(...names: readonly string[]): string {
  const lines = names.map(
    (name, index) =>
      `${index + 1}\t${name.padEnd(10)}:     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n`,
  );
  return `Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n${lines.join('')}`;
}
const up = (...names: readonly string[]) => text(groupsOf('lo', ...names));
const alone: NetworkFacts = { groups: up(), routes: text(HEADINGS), routes6: text('') };
/** A VPN’s pair, which goes before a default route and is none. */
const halves = `${HEADINGS}tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0
tun0\t00000080\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n`;
/** Of a whole company's net, and of multicast: neither is the way out. */
const wide = `${HEADINGS}eth0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0
eth0\t000000E0\t00000000\t0001\t0\t0\t0\t000000F0\t0\t0\t0\n`;
const route6 = (destination: string, length: string): string =>
  `${destination.padEnd(32, '0')} ${length} ${zeros} 00 ${zeros} 00000400 00000003 00000000 00000003     eth0\n`;

describe('routes that lead out', () => {
  it.each([
    [connected, ['eth0']],
    [local, []],
    [HEADINGS, []],
    ['', []],
    [`${HEADINGS}eth0\t00000000\t0100A8C0\t0000\t0\t0\t100\t00000000\t0\t0\t0\n`, []],
    [`${HEADINGS}*\t00000000\t00000000\t0205\t0\t0\t100\t00000000\t0\t0\t0\n`, []],
    [`${HEADINGS}eth0\t00000000\n`, []],
    [halves, ['tun0', 'tun0']],
    [wide, []],
  ])('%j', (table, names) => expect(routesOut(table)).toEqual(names));

  it('of IPv6 leave out the one that the kernel rejects by', () => {
    expect(routesOut6(connected6)).toEqual(['wlan0']);
    expect(routesOut6('')).toEqual([]);
    expect(routesOut6(`${zeros} 00 ${zeros}`)).toEqual([]);
  });

  it.each([
    ['2', '03', ['eth0']],
    ['8', '01', ['eth0']],
    ['fc', '07', []],
    ['fe8', '40', []],
    ['ff', '08', []],
  ])('of IPv6 to %s, %s bits', (destination, length, names) => {
    expect(routesOut6(route6(destination, length))).toEqual(names);
  });
});

describe('interfaces that are up', () => {
  it.each([
    [groupsOf('lo', 'eth0', 'enx00e04c360b11', 'tun0'), ['lo', 'eth0', 'enx00e04c360b11', 'tun0']],
    // More groups of one are no more interfaces.
    [`${groupsOf('eth0')}\t\t\t\tFB0000E0     1 0:00000000\t\t0\n`, ['eth0']],
    [groupsOf(), []],
    ['', []],
  ])('%j', (table, names) => expect(interfacesUp(table)).toEqual(names));

  it.runIf(process.platform === 'linux')('of this machine are those whose flags say so', () => {
    const groups = readFileSync('/proc/self/net/igmp', 'utf8');
    const isUp = (name: string): boolean =>
      (Number(readFileSync(`/sys/class/net/${name}/flags`, 'utf8').trim()) & 0x1) !== 0;
    const ups = readdirSync('/sys/class/net').filter(
      (name) => existsSync(`/sys/class/net/${name}/flags`) && isUp(name),
    );
    expect([...interfacesUp(groups)].sort()).toEqual(ups.sort());
  });
});

describe('the network', () => {
  it.each<readonly [string, Partial<NetworkFacts>, string]>([
    ['of a computer that is alone passes', {}, 'pass'],
    ['with an interface that is up is warned about', { groups: up('eth0') }, 'warn'],
    ['whose loopback is down passes', { groups: text(groupsOf()) }, 'pass'],
    ['with a route out is warned about', { routes: text(connected) }, 'warn'],
    ['with a route out by IPv6 is warned about', { routes6: text(connected6) }, 'warn'],
    ['without IPv6 passes', { routes6: missing }, 'pass'],
    ['whose interfaces can’t be read was not checked', { groups: forbidden }, 'not-run'],
    ['that hides its first process was not checked', { groups: missing, routes: missing }, 'not-run'],
    ['that says nothing of its interfaces was not checked', { groups: text('') }, 'not-run'],
    ['whose routes can’t be read was not checked', { routes: forbidden }, 'not-run'],
    ['whose routes of IPv6 can’t be read was not checked', { routes6: forbidden }, 'not-run'],
    [
      'with a route out is warned about, whatever else can’t be read',
      { routes: text(connected), routes6: forbidden },
      'warn',
    ],
    ['with half of a VPN is warned about', { routes: text(halves) }, 'warn'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeNetwork({ ...alone, ...change }).verdict).toBe(verdict);
  });

  it('names all interfaces, and commands for the first', () => {
    expect(judgeNetwork({ ...alone, groups: up('eth0', 'wlan0') })).toMatchObject({
      found: 'eth0, wlan0 are up.',
      remedies: [expect.stringContaining('ip link set eth0 down')],
    });
  });
});
