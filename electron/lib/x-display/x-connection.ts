import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../../shared/result.ts';
import { placesOfX, placeThatAnswers } from '../display/display.ts';
import type { Authority } from './authority.ts';

/** The server was not reached, let nobody in, answered an error, or fell silent. */
export interface XFailure {
  readonly kind: 'no-x-server';
  readonly why: string;
}

/** One connection to an X server, by its own protocol: the few requests that this kiosk makes need no library. */
export interface XConnection {
  /** The root window of the first screen, on which cut buffers lie by convention. */
  readonly root: number;
  /** How large that screen is, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** The first of the numbers that this connection may give to things it makes. */
  readonly firstId: number;
  /** Sends requests that have no reply. */
  send(...requests: readonly Buffer[]): void;
  /** Sends a request and resolves with its reply. Rejects with `XConnectionLost` when there will be none. */
  ask(request: Buffer): Promise<Buffer>;
  close(): void;
}

/** Thrown by `ask` only, and turned into an `XFailure` by whoever opened the connection. */
export class XConnectionLost extends Error {}

/** A server that another client has grabbed answers nobody; nobody waits for it longer than this. */
const SILENCE_MILLISECONDS = 2_000;
/** Errors, events and the fixed part of every reply. */
const PACKET_BYTES = 32;
const ERROR = 0;
const REPLY = 1;
/** Behind a screen's root window, colors and event mask. */
const SCREEN_WIDTH = 20;
const SCREEN_HEIGHT = 22;

/** Connects to a display of this machine, wherever it listens. */
export async function openXConnection(
  display: string,
  authority: Authority,
): Promise<Result<XConnection, XFailure>> {
  const place = await placeThatAnswers(placesOfX(display));
  if (place === null) return err({ kind: 'no-x-server', why: 'nobody listens where the display should be' });
  const socket = connect(place);
  const packets = readPackets(socket);
  /** What is said in one go arrives in one go: no other client comes between an emptying and the look after it. */
  const write = (bytes: Buffer): void => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    socket.write(bytes);
  };
  write(greeting(authority));
  try {
    const welcome = await packets.next();
    return ok({
      root: welcome.readUInt32LE(firstScreenIn(welcome)),
      size: {
        width: welcome.readUInt16LE(firstScreenIn(welcome) + SCREEN_WIDTH),
        height: welcome.readUInt16LE(firstScreenIn(welcome) + SCREEN_HEIGHT),
      },
      firstId: welcome.readUInt32LE(12),
      send: (...requests) => write(Buffer.concat(requests)),
      ask(request) {
        write(request);
        return packets.next();
      },
      close: () => socket.destroy(),
    });
  } catch (error) {
    socket.destroy();
    if (!(error instanceof XConnectionLost)) throw error;
    return err({ kind: 'no-x-server', why: error.message });
  }
}

/** Replies come in the order of their requests, so a queue pairs them; events nobody asked for are passed over. */
function readPackets(socket: Socket): { next(): Promise<Buffer> } {
  const waiting: { resolve(packet: Buffer): void; reject(error: Error): void }[] = [];
  let lost: XConnectionLost | null = null;
  let bytes = Buffer.alloc(0);
  let welcomed = false;
  const lose = (why: string): void => {
    lost ??= new XConnectionLost(why);
    socket.destroy();
    for (const each of waiting.splice(0)) each.reject(lost);
  };
  socket.setTimeout(SILENCE_MILLISECONDS, () => {
    if (waiting.length > 0) lose('the X server does not answer');
  });
  socket.on('error', (error) => lose(error.message));
  socket.on('close', () => lose('the X server closed the connection'));
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const length = welcomed ? packetLength(bytes) : welcomeLength(bytes);
      if (length === null || bytes.length < length) return;
      const packet = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      if (!welcomed && packet[0] !== REPLY) return lose('the X server lets this program not in');
      if (welcomed && packet[0] === ERROR) return lose(`the X server answers error ${packet[1]}`);
      if (!welcomed || packet[0] === REPLY) waiting.shift()?.resolve(packet);
      welcomed = true;
    }
  });
  return {
    next: () =>
      new Promise((resolve, reject) => {
        if (lost === null) waiting.push({ resolve, reject });
        else reject(lost);
      }),
  };
}

/** Little-endian, version 11.0, and what lets us in. */
function greeting({ protocol, cookie }: Authority): Buffer {
  const head = Buffer.alloc(12);
  head.write('l', 0, 'latin1');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(protocol.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([head, padded(Buffer.from(protocol, 'latin1')), padded(cookie)]);
}

/** Everything in this protocol begins at a multiple of four bytes. */
export function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

function welcomeLength(bytes: Buffer): number | null {
  return bytes.length < 8 ? null : 8 + 4 * bytes.readUInt16LE(6);
}

function packetLength(bytes: Buffer): number | null {
  if (bytes.length < PACKET_BYTES) return null;
  return bytes[0] === REPLY ? PACKET_BYTES + 4 * bytes.readUInt32LE(4) : PACKET_BYTES;
}

/** Behind the fixed part come the vendor's name and eight bytes for each pixmap format; then the first screen. */
function firstScreenIn(welcome: Buffer): number {
  const vendor = -(-welcome.readUInt16LE(24) & ~3);
  const formats = 8 * welcome.readUInt8(29);
  return 40 + vendor + formats;
}
