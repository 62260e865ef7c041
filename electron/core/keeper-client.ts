import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, type InputOf, type OutputOf, parseOutput } from '../../shared/contract/declare.ts';
import { type KeeperEvent, keeperCalls, keeperMessage } from '../../shared/contract/keeper.ts';
import { answerEnvelope } from '../../shared/contract/screen.ts';
import type { Defect } from '../../shared/defects.ts';
import { err, ok } from '../../shared/result.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';

type KeeperCall = keyof typeof keeperCalls;

/** The core's line to the keeper. */
export interface KeeperClient {
  call<Name extends KeeperCall>(
    name: Name,
    input: InputOf<typeof keeperCalls, Name>,
  ): Promise<Answer<OutputOf<typeof keeperCalls, Name>>>;
}

/** A connected line: calls at once, events from the moment somebody listens. */
export interface KeeperLine extends KeeperClient {
  /** Has the keeper write of a defect. */
  tellDefect(defect: Defect): void;
  /**
   * The same, and closes the line behind it. Resolved once the keeper has read all of it, or is gone: what is only on its way is lost
   * where the keeper writes to a process that has ended.
   */
  endWith(defect: Defect): Promise<void>;
  /**
   * Passes events on, in order, first those that came since the last answer: a core cannot listen before it has the
   * status that it begins with, and what is told right after that may come with it in one piece. What was told before
   * the answer is older than the answer; but for a policy, of which most answers say nothing.
   */
  listen(onEvent: (event: KeeperEvent) => void): void;
}

const READ_BUFFER_BYTES = 256 * 1024;
/** The first core of a kiosk may be up before its keeper listens. */
const AT_THE_DOOR_MILLISECONDS = 20;
/** There is no socket, or nobody is behind it. */
const NOBODY_LISTENS = ['ENOENT', 'ECONNREFUSED'];

/**
 * Connects to the keeper and greets it with the session's token. Waits for one that doesn't listen yet: its session, and this core with
 * it, ends with the keeper's process. When the line breaks `onGone` is called: a core without its keeper has nothing to do.
 */
export async function connectToKeeper(path: string, token: string, onGone: () => void): Promise<KeeperLine> {
  for (;;) {
    const line = await connectOnce(path, token, onGone);
    if (line !== null) return line;
    await delay(AT_THE_DOOR_MILLISECONDS);
  }
}

/** Null: nobody listens there. */
function connectOnce(path: string, token: string, onGone: () => void): Promise<KeeperLine | null> {
  let early: KeeperEvent[] = [];
  let onEvent = (event: KeeperEvent): void => {
    early.push(event);
  };
  const waiting = new Map<number, (answer: unknown) => void>();
  const reader = new FrameReader();
  let lastId = 0;

  function receive(chunk: Uint8Array): void {
    for (const message of reader.push(chunk)) {
      const parsed = keeperMessage.parse(message);
      if (parsed.kind === 'event') onEvent(parsed.event);
      else {
        early = early.filter(({ kind }) => kind === 'policy');
        const resolve = waiting.get(parsed.id);
        waiting.delete(parsed.id);
        resolve?.(parsed.answer);
      }
    }
  }

  return new Promise((resolve, reject) => {
    const socket = connect({
      path,
      onread: {
        // Keys arrive here: with a buffer of our own no copy stays behind in node's (measured).
        buffer: Buffer.alloc(READ_BUFFER_BYTES),
        callback(length, buffer) {
          receive(buffer.subarray(0, length));
          buffer.fill(0, 0, length);
          return true;
        },
      },
    });
    const refused = (error: Error): void => {
      if (isFileSystemError(error) && NOBODY_LISTENS.includes(error.code)) resolve(null);
      else reject(error);
    };
    socket.once('error', refused);
    const send = (message: unknown): void => {
      const frame = encodeFrame(message);
      socket.write(frame, () => frame.fill(0));
    };
    socket.once('connect', () => {
      socket.off('error', refused);
      socket.once('error', reject);
      socket.once('close', onGone);
      send({ kind: 'hello', token });
      resolve({
        tellDefect: (defect) => send({ kind: 'defect', defect }),
        endWith: (defect) =>
          new Promise((read) => {
            if (socket.destroyed) read();
            else socket.once('close', () => read()).end(encodeFrame({ kind: 'defect', defect }));
          }),
        listen(listener) {
          onEvent = listener;
          for (const event of early.splice(0)) listener(event);
        },
        call(name, input) {
          lastId += 1;
          const id = lastId;
          return new Promise((answered) => {
            waiting.set(id, (answer) => answered(parseAnswer(name, answer)));
            send({ kind: 'call', id, call: name, input });
          });
        },
      });
    });
  });
}

function parseAnswer<Name extends KeeperCall>(
  name: Name,
  answer: unknown,
): Answer<OutputOf<typeof keeperCalls, Name>> {
  const envelope = answerEnvelope.parse(answer);
  if (!envelope.ok) return err(envelope.error);
  return ok(parseOutput(keeperCalls, name, envelope.value));
}
