import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { printProgram } from './programs.ts';
import { untilSeen } from './watch.ts';

/** A message bus of our own. */
export interface Bus {
  /** As in DBUS_SYSTEM_BUS_ADDRESS. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts a private D-Bus that nothing is announced on: `ippeveprinter` ends without a bus, even when it is
 * told to announce nothing. Not the session's own configuration, which would start desktop services.
 * `folder` must be short: the path of a socket has 107 bytes.
 */
export async function startBus(folder: string): Promise<Bus> {
  mkdirSync(folder, { recursive: true });
  const address = `unix:path=${join(folder, 'bus.sock')}`;
  const configuration = join(folder, 'bus.conf');
  writeFileSync(
    configuration,
    `<busconfig><type>custom</type><listen>${address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>\n`,
  );
  const daemon = await printProgram('dbus-daemon');
  const words = ['--nofork', '--print-address', `--config-file=${configuration}`];
  const child = await startChild(daemon, words, { log: join(folder, 'bus.log') });
  try {
    const ready = (): true | null => (child.said().includes(address) ? true : null);
    await untilSeen(folder, 'dbus-daemon', ready, child);
  } catch (error) {
    await child.kill();
    throw error;
  }
  return { address, stop: () => child.stop() };
}
