import type { MachineEnvironment } from '../../../shared/contract/configuration.ts';
import type { DisplayLook } from '../../../shared/doctor/screen/display-look.ts';
import { authorityFor } from '../../lib/x-display/authority.ts';
import { openXConnection, type XConnection, XConnectionLost } from '../../lib/x-display/x-connection.ts';
import {
  atomIn,
  getSelectionOwner,
  internAtom,
  listProperties,
  ownerIn,
  propertiesIn,
  SECONDARY,
} from '../../lib/x-display/x-requests.ts';

/** Looks who has announced what on the display that sessions are drawn on. Takes nothing from anybody, as the keeper does. */
export async function lookAtDisplay({
  DISPLAY = '',
  XAUTHORITY,
}: Pick<MachineEnvironment, 'DISPLAY' | 'XAUTHORITY'>): Promise<DisplayLook> {
  if (DISPLAY === '') return { kind: 'no-display' };
  const display = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(DISPLAY)?.[1];
  if (display === undefined) return { kind: 'cannot-tell', why: 'it is no X display of this computer' };
  const opened = await openXConnection(display, authorityFor(display, XAUTHORITY));
  if (!opened.ok) return { kind: 'cannot-tell', why: opened.error.why };
  try {
    return await lookBy(opened.value);
  } catch (error) {
    if (!(error instanceof XConnectionLost)) throw error;
    return { kind: 'cannot-tell', why: error.message };
  } finally {
    opened.value.close();
  }
}

async function lookBy(server: XConnection): Promise<DisplayLook> {
  const atom = async (name: string): Promise<number> => atomIn(await server.ask(internAtom(name)));
  const [clipboard, manager, inputServers] = [
    await atom('CLIPBOARD'),
    await atom('CLIPBOARD_MANAGER'),
    await atom('XIM_SERVERS'),
  ];
  const isOwned = async (selection: number): Promise<boolean> =>
    ownerIn(await server.ask(getSelectionOwner(selection))) !== 0;
  return {
    kind: 'looked',
    hasManager: await isOwned(manager),
    // PRIMARY is left out: Chromium owns it with nothing in it once it has given it up.
    hasCopied: (await isOwned(clipboard)) || (await isOwned(SECONDARY)),
    size: server.size,
    hasInputMethod: propertiesIn(await server.ask(listProperties(server.root))).includes(inputServers),
  };
}
