import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** How a connection came to its end: the other side closed it with all read, broke it off, or does not close it. */
type Closing = 'in-order' | 'broken' | 'open';

/** What a side sends of itself behind its answer comes at once: its end, and a reset behind that. */
const BEHIND_MILLISECONDS = 50;

/** A connection that outlives the HTTP client on it. */
export interface WatchedConnection {
  /** For the client, which destroys it with the end of the reply; a reset that comes behind would be seen by nobody. */
  readonly line: Duplex;
  /** How the other side ends the connection, within so many milliseconds. `keepsOpen`: its answer says so. */
  closing(milliseconds: number, keepsOpen: boolean): Promise<Closing>;
}

/**
 * Watches how the other side ends a connection after its answer: by itself, as it is asked to (`Connection: close`, RFC
 * 9112, 9.6), or, where it keeps connections whatever it is asked (CUPS 2.4 and all that is built on it, measured), once
 * this side has ended. That is the only proof that it has read what was sent: a line that takes bytes tells of the kernels at
 * both ends, and a whole card fits into them. A side that closes with bytes unread resets the connection (RFC 1122,
 * 4.2.2.13), after an answer that may have consented. On a UNIX socket as well (unix(7): ECONNRESET), and there the reset
 * comes in the place of the end and not behind it.
 */
export function watchConnection(socket: Socket, isUnixSocket: boolean): WatchedConnection {
  const ended = new Promise<Closing>((resolve) => {
    const broken = (): void => resolve('broken');
    socket.allowHalfOpen = true;
    socket.once('end', () => {
      // The answer to our own end: it has waited for more.
      if (socket.writableEnded) resolve('in-order');
      else if (isUnixSocket) resolve('in-order');
      else setTimeout(() => resolve(afterEnd(socket)), BEHIND_MILLISECONDS);
    });
    socket.once('error', broken);
    socket.once('close', () => {
      if (!socket.readableEnded) broken();
    });
  });
  const line = new Line(socket);
  socket.on('data', (chunk) => {
    if (!line.destroyed && !line.push(chunk)) socket.pause();
  });
  socket.on('end', () => {
    if (!line.destroyed) line.push(null);
  });
  socket.on('error', (error) => line.destroy(error));
  socket.on('close', () => line.destroy());
  return {
    line,
    async closing(milliseconds, keepsOpen) {
      // Nobody reads any more what may still come, and unread it would hold the end back.
      socket.resume();
      const byItself = await within(keepsOpen ? BEHIND_MILLISECONDS : milliseconds, ended);
      if (byItself !== 'open') return byItself;
      // Not at once: over TLS this is data, and one that closes just then, unread, would look like a line that broke.
      if (!socket.readableEnded) socket.end();
      return within(milliseconds, ended);
    },
  };
}

/** What the HTTP client holds in the place of the socket. */
class Line extends Duplex {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, taken: (error?: Error | null) => void): void {
    this.#socket.write(chunk, taken);
  }

  /** The client calls it with the end of the reply. What it has not sent by then it sends no more. */
  destroySoon(): void {
    this.destroy();
  }
}

/**
 * The other side has ended its own direction. Only a write still tells whether a reset came behind: an empty line, which
 * says nothing to anybody (RFC 9112, 2.2).
 */
function afterEnd(socket: Socket): Promise<Closing> {
  return new Promise((resolve) => {
    socket.write('\r\n', (error) => resolve(error == null ? 'in-order' : 'broken'));
  });
}

async function within(milliseconds: number, ended: Promise<Closing>): Promise<Closing> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Closing>((resolve) => {
    timer = setTimeout(() => resolve('open'), milliseconds);
  });
  const closing = await Promise.race([ended, late]);
  clearTimeout(timer);
  return closing;
}
