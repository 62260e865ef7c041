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

/** Which of its suite's workers this is, from 0; 0 also where there is one only. */
function worker(): number {
  return Number(process.env.VITEST_POOL_ID ?? process.env.TEST_PARALLEL_INDEX ?? 0);
}

/** A TCP port that is free on loopback now, among those of this worker. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = FIRST + (worker() % SHARES) * PORTS_A_WORKER;
    const port = randomInt(first, first + PORTS_A_WORKER);
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
