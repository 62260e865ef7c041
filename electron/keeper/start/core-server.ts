import { createServer, type Server, type Socket } from 'node:net';
import type { Answer } from '../../../shared/contract/declare.ts';
import { coreHello, coreMessage, type KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { Defect } from '../../../shared/defects.ts';
import { createDefectLog } from '../../lib/defects/report-defect.ts';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';

/** What a connected core may reach: the calls of its session. */
export interface Connection {
  /** Asked at once for each call that comes in, also for several that come in one chunk. */
  answer(call: string, input: unknown): Promise<Answer<unknown>>;
  /** The core is gone, or its line is. */
  gone(): void;
}

/** The keeper's socket: cores of this keeper's own sessions connect here, and nobody else. */
export interface CoreServer {
  /** Tells one session's core. A core that is not there (yet) asks for the state when it comes. */
  tell(token: string, event: KeeperEvent): void;
  close(): Promise<void>;
}

/**
 * Listens on a Unix socket in the keeper's own 0700 folder. A core names the token of its session first;
 * `admit` answers its connection, or null for a token of no living session.
 */
export async function listenForCores(
  path: string,
  admit: (token: string) => Connection | null,
): Promise<CoreServer> {
  const connected = new Map<string, Socket>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const reader = new FrameReader();
    const writeDefect = createDefectLog();
    let connection: Connection | null = null;
    // Whatever breaks on this line ends it; the session notices and ends too, and the watchdog replaces it.
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        for (const message of reader.push(chunk)) {
          if (connection === null) connection = greeted(socket, message);
          else receive(socket, connection, writeDefect, message);
        }
      } catch {
        socket.destroy();
      } finally {
        chunk.fill(0);
      }
    });
  });

  function greeted(socket: Socket, message: unknown): Connection {
    const { token } = coreHello.parse(message);
    // Before it is admitted: admission is for good, and one core must not take the place of another.
    const admitted = connected.has(token) ? null : admit(token);
    if (admitted === null) throw new Error('no such session');
    connected.set(token, socket);
    socket.once('close', () => {
      connected.delete(token);
      admitted.gone();
    });
    return admitted;
  }

  function receive(
    socket: Socket,
    connection: Connection,
    writeDefect: (defect: Defect) => void,
    message: unknown,
  ): void {
    const parsed = coreMessage.parse(message);
    if (parsed.kind === 'hello') throw new Error('greeted twice');
    if (parsed.kind === 'defect') {
      writeDefect(parsed.defect);
      return;
    }
    void connection.answer(parsed.call, parsed.input).then((answer) => {
      send(socket, { kind: 'answer', id: parsed.id, answer });
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    tell(token, event) {
      const socket = connected.get(token);
      if (socket !== undefined) send(socket, { kind: 'event', event });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function send(socket: Socket, message: unknown): void {
  if (socket.destroyed) return;
  let frame: Buffer;
  try {
    frame = encodeFrame(message);
  } catch {
    // Larger than any frame of ours may be: a core that stored so much is broken, and the keeper is not.
    socket.destroy();
    return;
  }
  // The frame may hold a key: it is zeroed as soon as the kernel has it.
  socket.write(frame, () => frame.fill(0));
}
