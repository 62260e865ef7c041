import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that the kernel gives to connections going out (32768 and up, ip_local_port_range): one of those
 * may be taken by any connection of a test beside this one before a printer listens at it.
 */
const [FIRST, LAST] = [18_000, 32_000];

/** Each worker of a suite has ports of its own: a server that a test has crashed is not found again as another test's. */
const PORTS_A_WORKER = 1_000;
const SHARES = (LAST - FIRST) / PORTS_A_WORKER;

/** The first share of each suite; they may run at the same time. The printing tests have the most workers. */
const FIRST_SHARES = { units: 0, endToEnd: 4, print: 7 } as const;

/** Which share is this worker's; the first also where there is one worker only. */
function share(): number {
  const { VITEST_POOL_ID: ofVitest, TEST_PARALLEL_INDEX: ofPlaywright, FREE_PORTS_OF: suite } = process.env;
  if (ofPlaywright !== undefined) return FIRST_SHARES.endToEnd + Number(ofPlaywright);
  return FIRST_SHARES[suite === 'print' ? 'print' : 'units'] + Number(ofVitest ?? 0);
}

/** Given out by this process: its server listens a while later, and another one may look for a port meanwhile. */
const given = new Set<number>();

/** A TCP port that is free on loopback now, among those of this worker. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = FIRST + (share() % SHARES) * PORTS_A_WORKER;
    const port = randomInt(first, first + PORTS_A_WORKER);
    if (given.size === PORTS_A_WORKER) given.clear();
    if (given.has(port)) continue;
    // Before anything is waited for.
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });
}
