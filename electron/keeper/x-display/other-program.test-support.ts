import { authorityFor } from '../../lib/x-display/authority.ts';
import { openXConnection, padded } from '../../lib/x-display/x-connection.ts';
import {
  atomIn,
  CUT_BUFFERS,
  getSelectionOwner,
  internAtom,
  listProperties,
  ownerIn,
  propertiesIn,
} from '../../lib/x-display/x-requests.ts';

/** Another program at a display: it takes selections and writes cut buffers, as any X client may. */
export interface OtherProgram {
  take(selection: number): void;
  cut(buffer: number, text: string): void;
  atom(name: string): Promise<number>;
  isOwned(selection: number): Promise<boolean>;
  cutBuffers(): Promise<readonly number[]>;
  close(): void;
}

export async function openOtherProgram(environment: Readonly<Record<string, string>>): Promise<OtherProgram> {
  const display = environment.DISPLAY?.slice(1) ?? '';
  const opened = await openXConnection(display, authorityFor(display, environment.XAUTHORITY));
  if (!opened.ok) throw new Error(opened.error.why);
  const server = opened.value;
  const { root, firstId: window } = server;
  // An unmapped InputOnly window of one pixel: an owner is a window.
  server.send(words(0x0008_0001, window, root, 0, 0x0001_0001, 0x0002_0000, 0, 0));
  return {
    take: (selection) => server.send(words(0x0004_0016, window, selection, 0)),
    cut(buffer, text) {
      const bytes = padded(Buffer.from(text));
      const head = words((6 + bytes.length / 4) * 0x1_0000 + 0x12, root, buffer, 31, 8, text.length);
      server.send(Buffer.concat([head, bytes]));
    },
    atom: async (name) => atomIn(await server.ask(internAtom(name))),
    isOwned: async (selection) => ownerIn(await server.ask(getSelectionOwner(selection))) !== 0,
    cutBuffers: async () =>
      propertiesIn(await server.ask(listProperties(root)))
        .filter((property) => CUT_BUFFERS.includes(property))
        .toSorted((one, another) => one - another),
    close: () => server.close(),
  };
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
