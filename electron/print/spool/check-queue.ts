import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { err, type Result } from '../../../shared/result.ts';
import { refusedSettings } from '../../lib/print-server/kept-and-logged.ts';
import { isThisMachine, listensAt, listensOn } from '../../lib/print-server/listeners.ts';
import { readServerSettings } from '../../lib/print-server/server-settings.ts';
import { placesInMemory, type SpoolPlaces } from '../../lib/print-server/spool-places.ts';
import { type QueueFacts, refusedQueue } from './queue-facts.ts';

/** Where the settings of this machine's CUPS server lie. cupsd.conf is read beside it, as cupsd does. */
export interface SpoolEnvironment {
  readonly filesConf: string;
  /** The UNIX socket by which the queue's server is reached; null: by its port. */
  readonly socket: string | null;
}

/**
 * Whether a CUPS queue may be used: its server is the one of this machine, keeps all it has of a job in
 * memory, drops documents when they are printed, remembers how jobs ended, and the queue prints instead of
 * making files. Gives every reason against it at once, so that whoever sets it up need not come back for each.
 *
 * The settings are read from the files: what was changed in them counts for cupsd after its next start only.
 */
export function checkQueue(
  queue: QueueFacts,
  { filesConf, socket }: SpoolEnvironment,
): Result<SpoolPlaces, readonly SpoolRefusal[]> {
  const ofQueue = refusedQueue(queue);
  if (!isThisMachine(queue.host)) return err([{ kind: 'not-this-machine' }, ...ofQueue]);
  const settings = readServerSettings(filesConf);
  if (!settings.ok) return err([...settings.error, ...ofQueue]);
  // Nothing is said about the settings of a server that is not this queue's.
  const { daemon } = settings.value;
  const isItsServer =
    listensOn(daemon, queue.host, queue.port) || (socket !== null && listensAt(daemon, socket));
  if (!isItsServer) {
    return err([{ kind: 'another-server' }, ...ofQueue]);
  }
  const places = placesInMemory(settings.value);
  const refusals = [
    ...(places.ok ? [] : places.error),
    ...refusedSettings(settings.value.daemon),
    ...ofQueue,
  ];
  return refusals.length > 0 ? err(refusals) : places;
}
