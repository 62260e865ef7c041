import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that the kernel gives to connections going out (32768 and up, ip_local_port_range): one of those
 * may be taken by any connection of a test beside this one before a printer listens at it.
 */
const [FIRST, LAST] = [18_000, 32_000];

/** A TCP port that is free on loopback now. Another test may have chosen the same: one in thousands, and loud. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
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
