import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Session } from '../../electron/keeper/sessions/session.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { encodeFrame, FrameReader } from '../../electron/lib/frames/frame.ts';
import { type InputOf, type OutputOf, parseOutput } from '../../shared/contract/declare.ts';
import { answerEnvelope, screenCalls, screenEvent } from '../../shared/contract/screen.ts';

const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number(), answer: z.unknown() }),
  z.object({ kind: z.literal('event'), event: z.unknown() }),
]);

/** What became of a session that ended before it answered. */
export const ENDED = 'the session ended';

/** A picture says nothing in a text but its length. */
const withoutPictures = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? value.byteLength : value;

/** A page that is not ours any more: says whatever a structured clone can carry to the real core of a session. */
export class HostilePage {
  readonly session: Session;
  /** Texts of the status events, and whether any event was none of the contract's. */
  readonly statuses: string[] = [];
  /** Gets the text of all that comes, answer or event, as long as somebody reads along. */
  hears: ((text: string) => void) | null = null;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #lastId = 0;

  private constructor(session: Session, socket: Socket) {
    this.session = session;
    this.#socket = socket;
    const reader = new FrameReader();
    socket.on('data', (chunk) => {
      for (const message of reader.push(chunk)) this.#receive(message);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const resolve of this.#waiting.values()) resolve(ENDED);
    });
  }

  /** Attaches to a session whose core is up: once in its life, because a core's first words are said again. */
  static async of(session: Session): Promise<HostilePage> {
    const path = join(session.folder.path, 'page.sock');
    await until(() => expect(existsSync(path)).toBe(true), 60_000);
    const page = new HostilePage(session, connect(path));
    await page.does('getState', {});
    return page;
  }

  #receive(message: unknown): void {
    const said = reply.parse(message);
    this.hears?.(JSON.stringify(message, withoutPictures));
    if (said.kind === 'answer') {
      this.#waiting.get(said.id)?.(said.answer);
      this.#waiting.delete(said.id);
      return;
    }
    const event = screenEvent.parse(said.event);
    expect(event).toEqual(said.event);
    if (event.kind === 'status') this.statuses.push(JSON.stringify(event));
  }

  /** The raw answer to a call of any name with any input, or `ENDED`. */
  ask(call: string, input: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve(ENDED);
      this.#waiting.set(id, resolve);
      this.say({ id, call, input });
    });
  }

  /** Sends anything, request or not. */
  say(message: unknown): void {
    this.#socket.write(encodeFrame({ clone: new Uint8Array(serialize(message)) }));
  }

  sayBytes(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  leave(): void {
    this.#socket.destroy();
  }

  /** A call of an honest page, which must succeed. */
  async does<Name extends keyof typeof screenCalls>(
    name: Name,
    input: InputOf<typeof screenCalls, Name>,
  ): Promise<OutputOf<typeof screenCalls, Name>> {
    return this.#taken(name, await this.ask(name, input));
  }

  /** A call of an honest page that ends its session, which may be gone before its answer is read. */
  async ends<Name extends keyof typeof screenCalls>(
    name: Name,
    input: InputOf<typeof screenCalls, Name>,
  ): Promise<void> {
    const answer = await this.ask(name, input);
    if (answer !== ENDED) this.#taken(name, answer);
  }

  #taken<Name extends keyof typeof screenCalls>(
    name: Name,
    said: unknown,
  ): OutputOf<typeof screenCalls, Name> {
    const answer = answerEnvelope.parse(said);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.kind}`);
    return parseOutput(screenCalls, name, answer.value);
  }
}
