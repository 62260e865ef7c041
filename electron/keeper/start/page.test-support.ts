import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import { type Answer, type InputOf, type OutputOf, parseOutput } from '../../../shared/contract/declare.ts';
import type { ScreenStatus } from '../../../shared/contract/residents/screen-status.ts';
import {
  answerEnvelope,
  type ScreenEvent,
  screenCalls,
  screenReply,
} from '../../../shared/contract/screen.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { err, ok } from '../../../shared/result.ts';
import { encodeFrame, FrameReader } from '../../lib/frames/frame.ts';
import type { Session } from '../sessions/session.ts';
import { until } from '../sessions/sessions.test-support.ts';

type ScreenCall = keyof typeof screenCalls;

/** Calls after which another session takes the place of the one that made them. */
const ENDING_SESSIONS: ReadonlySet<ScreenCall> = new Set([
  'putAside',
  'handOver',
  'endWithoutCard',
  'endRecordSearch',
  // Where its session knows a searched name.
  'lock',
  'signOut',
  'finishAnswers',
  'leaveNow',
]);

/** A page in a test's hand: talks to the real core of a session, as the screen does. */
export class Page {
  readonly session: Session;
  readonly events: ScreenEvent[] = [];
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { answer(answer: unknown): void; gone(): void }>();
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
      for (const { gone } of this.#waiting.values()) gone();
      this.#waiting.clear();
    });
    onTestFinished(() => void socket.destroy());
  }

  /** Attaches to a session whose core is up. */
  static async of(session: Session): Promise<Page> {
    const path = join(session.folder.path, 'page.sock');
    await until(() => expect(existsSync(path)).toBe(true));
    const page = new Page(session, connect(path));
    expect(await page.call('getState', {})).toMatchObject({ ok: true });
    return page;
  }

  #receive(message: unknown): void {
    const reply = screenReply.parse(message);
    if (reply.kind === 'event') this.events.push(reply.event);
    else {
      this.#waiting.get(reply.id)?.answer(reply.answer);
      this.#waiting.delete(reply.id);
    }
  }

  /**
   * One call, its answer parsed as the screen would. Throws when the session ends without an answer; but some calls
   * end it, and often sooner than their answer is here: then nothing has refused them.
   */
  async call<Name extends ScreenCall>(
    name: Name,
    input: InputOf<typeof screenCalls, Name>,
  ): Promise<Answer<OutputOf<typeof screenCalls, Name>>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, {
        answer: resolve,
        gone: () =>
          ENDING_SESSIONS.has(name) ? resolve(ok({})) : reject(new Error(`the session ended before ${name}`)),
      });
      if (this.#socket.destroyed) this.#waiting.get(id)?.gone();
      else this.#socket.write(encodeFrame({ id, call: name, input }));
    });
    const envelope = answerEnvelope.parse(answer);
    return envelope.ok ? ok(parseOutput(screenCalls, name, envelope.value)) : err(envelope.error);
  }

  /** A call that must succeed. */
  async does<Name extends ScreenCall>(
    name: Name,
    input: InputOf<typeof screenCalls, Name>,
  ): Promise<OutputOf<typeof screenCalls, Name>> {
    const answer = await this.call(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.kind}`);
    return answer.value;
  }

  /** Sends anything, as a page that is not ours any more would. */
  say(message: unknown): void {
    this.#socket.write(encodeFrame({ message }));
  }

  /** What the page is told of the kiosk, whoever has the screen. */
  async screen(): Promise<ScreenStatus> {
    return (await this.does('getState', {})).status;
  }

  /** The same while staff have it. */
  async status(): Promise<KioskStatus> {
    const status = await this.screen();
    if (status.holder === 'resident') throw new Error('a resident has the screen');
    return status;
  }

  async application(): Promise<ApplicationView> {
    const { application } = await this.does('getState', {});
    if (application === null) throw new Error('no application is open here');
    return application;
  }

  /** Waits until the card lies in the tray. */
  async waitForCard(): Promise<void> {
    await until(() => {
      const stages = this.events.flatMap((event) =>
        event.kind === 'application' ? [event.application.printStage] : [],
      );
      expect(stages.at(-1)).toBe('in-tray');
    });
  }
}
