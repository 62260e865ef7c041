import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** How a connection came to its end: the other side closed it with all read, broke it off, or does not close it. */
type Closing = 'in-order' | 'broken' | 'open';

/** One that ends its own side first and then closes with bytes unread sends both at once, the reset second. */
const RESET_BEHIND_MILLISECONDS = 50;

/** A connection that outlives the HTTP client on it. */
export interface WatchedConnection {
  /** For the client, which destroys it with the end of the reply; a reset that comes behind would be seen by nobody. */
  readonly line: Duplex;
  /** How the other side ends the connection, within so many milliseconds twice. */
  closing(milliseconds: number): Promise<Closing>;
}

/**
 * Watches how the other side ends a connection on which it was asked to close after its answer (`Connection: close`,
 * RFC 9112, 9.6). It is the only proof that it has read what was sent: a line that takes bytes tells of the kernels at
 * both ends, and a whole card fits into them. A side that closes with bytes unread resets the connection (RFC 1122,
 * 4.2.2.13), after an answer that may have consented.
 */
export function watchConnection(socket: Socket): WatchedConnection {
  const ended = new Promise<Closing>((resolve) => {
    const broken = (): void => resolve('broken');
    socket.allowHalfOpen = true;
    socket.once('end', () => setTimeout(() => resolve(afterEnd(socket)), RESET_BEHIND_MILLISECONDS));
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
    async closing(milliseconds) {
      // Nobody reads any more what may still come, and unread it would hold the end back.
      socket.resume();
      const first = await within(milliseconds, ended);
      if (first !== 'open') return first;
      // One that keeps connections whatever it is asked closes when there is nothing more to come.
      socket.end();
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
function afterEnd(socket: Socket): Promise<Closing> | Closing {
  if (socket.writableEnded) return 'in-order';
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
