import { createServer } from 'node:net';

/**
 * Takes a name for this process, so that no second one does the same at a time. False: another process has it. The name lies in
 * the kernel's abstract space of sockets: it is taken in one step, it belongs to the process and goes with it, after SIGKILL
 * too, and no file is left that could keep the next one out.
 */
export function takeName(name: string): Promise<boolean> {
  // Only Linux has that space, and only there can a kiosk go live.
  if (process.platform !== 'linux') return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    const server = createServer((client) => client.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(`\0${name}`, () => {
      // Held as long as the process lives, and not a reason for it to live.
      server.unref();
      resolve(true);
    });
  });
}
