import { createServer } from 'node:net';

/**
 * Takes a display for this process, so that a second kiosk never maps its window over the first one. False: another
 * process has it. A name in the kernel's abstract space of sockets: it is taken in one step, it belongs to the
 * process and goes with it, after SIGKILL too, and no file is left that could keep the next one out.
 */
export function takeDisplay(name: string): Promise<boolean> {
  // Only Linux has that space, and only there can a kiosk go live.
  if (process.platform !== 'linux') return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    const server = createServer((client) => client.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(`\0counterfoil-on-${name}`, () => {
      // Held as long as the process lives, and not a reason for it to live.
      server.unref();
      resolve(true);
    });
  });
}
