import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { defaultRoutes, defaultRoutes6, judgeNetwork, type NetworkFacts } from './network.ts';

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

const loopback = { name: 'lo', flags: 0x9 };
const up = { name: 'eth0', flags: 0x1003 };
const down = { name: 'wlan0', flags: 0x1002 };
const alone: NetworkFacts = { interfaces: [loopback, down], routes: text(HEADINGS), routes6: text('') };

describe('default routes', () => {
  it.each([
    [connected, ['eth0']],
    [local, []],
    [HEADINGS, []],
    ['', []],
    [`${HEADINGS}eth0\t00000000\t0100A8C0\t0000\t0\t0\t100\t00000000\t0\t0\t0\n`, []],
    [`${HEADINGS}*\t00000000\t00000000\t0205\t0\t0\t100\t00000000\t0\t0\t0\n`, []],
    [`${HEADINGS}eth0\t00000000\n`, []],
  ])('%j', (table, names) => expect(defaultRoutes(table)).toEqual(names));

  it('of IPv6 leave out the one that the kernel rejects by', () => {
    expect(defaultRoutes6(connected6)).toEqual(['wlan0']);
    expect(defaultRoutes6('')).toEqual([]);
    expect(defaultRoutes6(`${zeros} 00 ${zeros}`)).toEqual([]);
  });
});

describe('the network', () => {
  it.each<readonly [string, Partial<NetworkFacts>, string]>([
    ['of a computer that is alone passes', {}, 'pass'],
    ['with an interface that is up is warned about', { interfaces: [loopback, up] }, 'warn'],
    ['with a route out is warned about', { routes: text(connected) }, 'warn'],
    ['with a route out by IPv6 is warned about', { routes6: text(connected6) }, 'warn'],
    ['without IPv6 passes', { routes6: missing }, 'pass'],
    ['that can’t be listed was not checked', { interfaces: null }, 'not-run'],
    ['whose routes can’t be read was not checked', { routes: forbidden }, 'not-run'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeNetwork({ ...alone, ...change }).verdict).toBe(verdict);
  });

  it('names all interfaces, and commands for the first', () => {
    expect(
      judgeNetwork({ ...alone, interfaces: [loopback, up, { name: 'wlan0', flags: 0x1003 }] }),
    ).toMatchObject({
      found: 'eth0, wlan0 are up.',
      remedies: [expect.stringContaining('ip link set eth0 down')],
    });
  });
});
