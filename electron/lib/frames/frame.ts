/**
 * Messages between our processes: JSON for the structure, raw bytes beside it. Not a ready-made format
 * (CBOR, V8 serialization), because keys travel in these frames and those codecs leave copies of what they
 * encode in buffers nobody can reach to zero (measured: node's own IPC leaves one copy in each process).
 *
 * Layout: u32 length of the JSON, u32 length of the bytes, JSON (UTF-8), bytes. Big endian. A Uint8Array
 * stands in the JSON as {"$bytes":[offset,length]}.
 */
const HEADER_BYTES = 8;

/** Far above a photo and two previews, far below what could exhaust a process. */
export const MAXIMUM_FRAME_BYTES = 16 * 1024 * 1024;

const MARK = '$bytes';

/** Encodes one message. The caller zeroes the returned buffer once it is written. */
export function encodeFrame(message: unknown): Buffer {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const replace = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      const place = [offset, value.byteLength];
      parts.push(value);
      offset += value.byteLength;
      return { [MARK]: place };
    }
    if (Array.isArray(value)) return value.map(replace);
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner)]));
    }
    return value;
  };
  const json = JSON.stringify(replace(message));
  const jsonBytes = Buffer.byteLength(json);
  const frame = Buffer.alloc(HEADER_BYTES + jsonBytes + offset);
  if (frame.byteLength > MAXIMUM_FRAME_BYTES) throw new Error('frame too large');
  frame.writeUInt32BE(jsonBytes, 0);
  frame.writeUInt32BE(offset, 4);
  frame.write(json, HEADER_BYTES);
  let at = HEADER_BYTES + jsonBytes;
  for (const part of parts) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** A frame that is too large, or not one: the peer is broken or hostile, and the connection ends. */
export class FrameError extends Error {}

/** Puts chunks together into messages. What was received is zeroed as soon as it is decoded. */
export class FrameReader {
  #held: Buffer = Buffer.alloc(0);

  /** Adds a chunk (copied: the caller may zero it) and returns the messages it completes. */
  push(chunk: Uint8Array): unknown[] {
    const joined = Buffer.alloc(this.#held.byteLength + chunk.byteLength);
    joined.set(this.#held, 0);
    joined.set(chunk, this.#held.byteLength);
    this.#held.fill(0);
    const messages: unknown[] = [];
    let at = 0;
    while (joined.byteLength - at >= HEADER_BYTES) {
      const jsonBytes = joined.readUInt32BE(at);
      const rawBytes = joined.readUInt32BE(at + 4);
      const total = HEADER_BYTES + jsonBytes + rawBytes;
      if (total > MAXIMUM_FRAME_BYTES) throw new FrameError('frame too large');
      if (joined.byteLength - at < total) break;
      messages.push(decode(joined.subarray(at + HEADER_BYTES, at + total), jsonBytes));
      joined.fill(0, at, at + total);
      at += total;
    }
    this.#held = Buffer.alloc(joined.byteLength - at);
    this.#held.set(joined.subarray(at));
    joined.fill(0);
    return messages;
  }
}

function decode(body: Buffer, jsonBytes: number): unknown {
  const restore = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restore);
    if (value === null || typeof value !== 'object') return value;
    if (MARK in value) return bytesAt(value[MARK]);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, restore(inner)]));
  };
  const bytesAt = (place: unknown): Uint8Array => {
    if (!Array.isArray(place)) throw new FrameError('not a place');
    const [offset, length]: unknown[] = place;
    if (!isCount(offset) || !isCount(length) || jsonBytes + offset + length > body.byteLength) {
      throw new FrameError('not a place');
    }
    // A copy in memory of its own, never Node's shared pool: it can be zeroed by itself.
    const copy = new Uint8Array(length);
    copy.set(body.subarray(jsonBytes + offset, jsonBytes + offset + length));
    return copy;
  };
  try {
    return restore(JSON.parse(body.toString('utf8', 0, jsonBytes)));
  } catch (error) {
    if (error instanceof FrameError) throw error;
    throw new FrameError('not JSON');
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
