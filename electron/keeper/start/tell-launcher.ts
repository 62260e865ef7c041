import { type KeeperReport, type KioskState, keeperOrder } from '../../../shared/contract/launcher.ts';

/** Whoever stops the kiosk when nobody is served must not stop it because of what was so a while ago. */
const LOOK_EVERY_MILLISECONDS = 2_000;

/** The channel to the launcher. */
export interface LauncherChannel {
  onMessage(heard: (message: unknown) => void): void;
  send(report: KeeperReport): void;
}

/**
 * Tells the launcher how the kiosk is when it asks, and from its first question on with each change. Nobody asks where no
 * service manager wants to know. `state`: null where it can't be read now.
 */
export function tellLauncher(channel: LauncherChannel, state: () => KioskState | null): void {
  let told = '';
  let looking: NodeJS.Timeout | null = null;

  function tell(asked: boolean): void {
    const now = state();
    const words = JSON.stringify(now);
    if (!asked && words === told) return;
    told = words;
    channel.send({ kind: 'state', state: now, asked });
  }

  channel.onMessage((message) => {
    if (!keeperOrder.safeParse(message).success) return;
    tell(true);
    looking ??= setInterval(() => tell(false), LOOK_EVERY_MILLISECONDS);
    // No reason to live: the channel is one.
    looking.unref();
  });
}
