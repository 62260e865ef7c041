import { padded } from './x-connection.ts';

/** Atoms that every X server has from its first moment on. */
export const PRIMARY = 1;
export const SECONDARY = 2;
/** CUT_BUFFER0 to CUT_BUFFER7: properties of the root window, which outlive whoever wrote them. */
export const CUT_BUFFERS: readonly number[] = [9, 10, 11, 12, 13, 14, 15, 16];

/** The number of a name; made if it has none yet. */
export function internAtom(name: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(name.length, 0);
  return request(16, Buffer.concat([head, padded(Buffer.from(name, 'latin1'))]));
}

export function atomIn(reply: Buffer): number {
  return reply.readUInt32LE(8);
}

/** Takes a selection from whoever owns it, now, and gives it to nobody. */
export function disownSelection(selection: number): Buffer {
  return request(22, words(0, selection, 0));
}

export function getSelectionOwner(selection: number): Buffer {
  return request(23, words(selection));
}

/** The owner's window; 0: nobody. */
export function ownerIn(reply: Buffer): number {
  return reply.readUInt32LE(8);
}

export function deleteProperty(window: number, property: number): Buffer {
  return request(19, words(window, property));
}

export function listProperties(window: number): Buffer {
  return request(21, words(window));
}

export function propertiesIn(reply: Buffer): readonly number[] {
  return Array.from({ length: reply.readUInt16LE(8) }, (_none, index) => reply.readUInt32LE(32 + 4 * index));
}

function request(code: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt8(code, 0);
  head.writeUInt16LE((head.length + body.length) / 4, 2);
  return Buffer.concat([head, body]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
