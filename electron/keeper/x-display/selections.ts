import { setTimeout as delay } from 'node:timers/promises';
import type { MachineEnvironment } from '../../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { authorityFor } from '../../lib/x-display/authority.ts';
import {
  openXConnection,
  type XConnection,
  XConnectionLost,
  type XFailure,
} from '../../lib/x-display/x-connection.ts';
import {
  atomIn,
  CUT_BUFFERS,
  deleteProperty,
  disownSelection,
  getSelectionOwner,
  internAtom,
  listProperties,
  ownerIn,
  PRIMARY,
  propertiesIn,
  SECONDARY,
} from '../../lib/x-display/x-requests.ts';

/**
 * What lies in the places through which programs at one display hand each other text: nothing; or a program that
 * keeps what comes there is running; or nobody can tell, because there is no X server (Wayland, Windows, macOS).
 */
export type SelectionsState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'cannot-tell'; readonly why: string };

/** PRIMARY, SECONDARY, CLIPBOARD and the eight cut buffers of the display that the sessions draw on. */
export interface Selections {
  /** Takes everything out of them, whoever put it there, and looks whether they are empty. */
  empty(): Promise<SelectionsState>;
  /**
   * Empties them, and looks once more for a program that takes back what it is taken from: before somebody's
   * words are typed. Takes a second where something was in them, which at a kiosk it never should be.
   */
  examine(): Promise<SelectionsState>;
}

/** Clipboard managers that ask instead of listening do so twice a second (clipit, parcellite). */
const TAKEN_BACK_MILLISECONDS = 1_200;

/** Where the display is, as the sessions are told it. */
export type DisplayEnvironment = Pick<MachineEnvironment, 'DISPLAY' | 'XAUTHORITY'>;

/** A connection for each look: a keeper outlives its X server, and a look takes two milliseconds. */
export function createSelections(environment: DisplayEnvironment): Selections {
  async function sweep(): Promise<Sweep> {
    const swept = await sweepOnce(environment);
    return { state: stateAfter(swept), hadOwner: swept.ok && swept.value.hadOwner };
  }

  return {
    empty: async () => (await sweep()).state,
    async examine() {
      const first = await sweep();
      if (!first.hadOwner || first.state.kind !== 'empty') return first.state;
      await delay(TAKEN_BACK_MILLISECONDS);
      const second = await sweep();
      return second.hadOwner ? { kind: 'kept' } : second.state;
    },
  };
}

interface Sweep {
  readonly state: SelectionsState;
  readonly hadOwner: boolean;
}

interface Swept {
  /** Somebody owned a selection when we came that no session of ours ever owns. */
  readonly hadOwner: boolean;
  readonly isEmpty: boolean;
  /** Whoever owns CLIPBOARD_MANAGER has promised to keep what others copy, beyond their end. */
  readonly hasManager: boolean;
}

function stateAfter(swept: Result<Swept, XFailure>): SelectionsState {
  if (!swept.ok) return { kind: 'cannot-tell', why: swept.error.why };
  return swept.value.hasManager || !swept.value.isEmpty ? { kind: 'kept' } : { kind: 'empty' };
}

async function sweepOnce({ DISPLAY, XAUTHORITY }: DisplayEnvironment): Promise<Result<Swept, XFailure>> {
  // A display of another machine, or none: nothing that a socket of this one reaches.
  const display = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(DISPLAY ?? '')?.[1];
  if (display === undefined)
    return err({ kind: 'no-x-server', why: 'there is no X display on this machine' });
  const opened = await openXConnection(display, authorityFor(display, XAUTHORITY));
  if (!opened.ok) return opened;
  try {
    return ok(await sweepBy(opened.value));
  } catch (error) {
    if (!(error instanceof XConnectionLost)) throw error;
    return err({ kind: 'no-x-server', why: error.message });
  } finally {
    opened.value.close();
  }
}

async function sweepBy(server: XConnection): Promise<Swept> {
  const [clipboard, manager] = (
    await Promise.all(['CLIPBOARD', 'CLIPBOARD_MANAGER'].map((name) => server.ask(internAtom(name))))
  ).map(atomIn);
  if (clipboard === undefined || manager === undefined) throw new Error('an atom was not answered');
  const selections = [PRIMARY, SECONDARY, clipboard];
  const areOwned = async (which: readonly number[]): Promise<boolean> => {
    const replies = await Promise.all(which.map((one) => server.ask(getSelectionOwner(one))));
    return replies.some((reply) => ownerIn(reply) !== 0);
  };
  // Chromium owns PRIMARY with nothing in it once it has given it up (measured); of the others it owns none.
  const hadOwner = await areOwned([SECONDARY, clipboard]);
  server.send(
    ...selections.map(disownSelection),
    ...CUT_BUFFERS.map((buffer) => deleteProperty(server.root, buffer)),
  );
  const [isOwned, properties, managed] = await Promise.all([
    areOwned(selections),
    server.ask(listProperties(server.root)),
    server.ask(getSelectionOwner(manager)),
  ]);
  const isCut = propertiesIn(properties).some((property) => CUT_BUFFERS.includes(property));
  return { hadOwner, isEmpty: !isOwned && !isCut, hasManager: ownerIn(managed) !== 0 };
}
