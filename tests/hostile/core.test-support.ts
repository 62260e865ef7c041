import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { livingProcessesOf } from '../../electron/keeper/sessions/processes.ts';
import type { Session } from '../../electron/keeper/sessions/session.ts';
import { shownOf, until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { CLERK, FIRST_STAFF, startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import { encodeFrame, FrameReader } from '../../electron/lib/frames/frame.ts';
import { type InputOf, type OutputOf, parseOutput } from '../../shared/contract/declare.ts';
import { keeperCalls, keeperMessage } from '../../shared/contract/keeper.ts';
import { answerEnvelope } from '../../shared/contract/screen.ts';
import { APPLICANT } from './inputs.test-support.ts';
import { ENDED } from './page.test-support.ts';

/** A core that was taken over: says to the keeper whatever our frames can carry. */
export interface HostileCore {
  readonly session: Session;
  /** The raw answer, or `ENDED` once the keeper has closed the line. */
  ask(call: string, input: unknown): Promise<unknown>;
  does<Name extends keyof typeof keeperCalls>(
    name: Name,
    input: InputOf<typeof keeperCalls, Name>,
  ): Promise<OutputOf<typeof keeperCalls, Name>>;
  /** Several calls in one write: the keeper reads them in one go. */
  askTogether(call: string, inputs: readonly unknown[]): Promise<readonly unknown[]>;
  sayBytes(bytes: Uint8Array): void;
  closed(): boolean;
  leave(): void;
}

/** Greets the keeper with a token: of a session whose own core stands idle, or of none. */
export function hostileCore(keeper: RunningKeeper, session: Session, token = session.token): HostileCore {
  const [, keeperFolder] = keeper.services.facts.searchRoots;
  const socket = connect(join(keeperFolder ?? '', 'keeper.sock'));
  const waiting = new Map<number, (answer: unknown) => void>();
  const reader = new FrameReader();
  let lastId = 0;
  socket.on('data', (chunk) => {
    for (const message of reader.push(chunk)) {
      const said = keeperMessage.parse(message);
      if (said.kind === 'answer') waiting.get(said.id)?.(said.answer);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const resolve of waiting.values()) resolve(ENDED);
  });
  socket.write(encodeFrame({ kind: 'hello', token }));
  const askTogether: HostileCore['askTogether'] = (call, inputs) => {
    const frames: Buffer[] = [];
    const answers = inputs.map((input) => {
      lastId += 1;
      const id = lastId;
      frames.push(encodeFrame({ kind: 'call', id, call, input }));
      return new Promise<unknown>((resolve) => {
        if (socket.destroyed) return resolve(ENDED);
        waiting.set(id, resolve);
      });
    });
    if (!socket.destroyed) socket.write(Buffer.concat(frames));
    return Promise.all(answers);
  };
  const ask: HostileCore['ask'] = async (call, input) => (await askTogether(call, [input]))[0];
  return {
    session,
    ask,
    askTogether,
    async does(name, input) {
      const answer = answerEnvelope.parse(await ask(name, input));
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.kind}`);
      return parseOutput(keeperCalls, name, answer.value);
    },
    sayBytes: (bytes) => void socket.write(bytes),
    closed: () => socket.destroyed,
    leave: () => void socket.destroy(),
  };
}

/** The core of the session on the screen. */
export function coreShown(keeper: RunningKeeper): HostileCore {
  return hostileCore(keeper, shownOf(keeper.services.pool));
}

/** The core of the session that took the place of this one's, whose processes are all gone. */
export async function coreAfter(keeper: RunningKeeper, { session }: HostileCore): Promise<HostileCore> {
  await until(() => {
    expect(keeper.services.pool.shown()).not.toBe(session);
    expect(keeper.services.pool.shown()).not.toBeNull();
    expect(livingProcessesOf(session.pid)).toEqual([]);
  }, 60_000);
  return coreShown(keeper);
}

export const refused = (kind: string) => ({ ok: false, error: { kind } });
/** An applicant in clear, where an honest core would have sealed it. */
export const PLAIN = new TextEncoder().encode(APPLICANT.name.repeat(50));
const CARD = {
  ...{ card: PLAIN, fingerprints: PLAIN, lookUp: PLAIN },
  ...{ full: 'a'.repeat(64), lastFour: 'b'.repeat(64) },
};

/** A kiosk that works, whose core on the screen was taken over while the clerk was signed in. */
export async function taken(dataFolder = workingFolder()) {
  const keeper = await startKeeper({ scripted: true, sessions: 'processes', dataFolder });
  const core = coreShown(keeper);
  await core.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
  await core.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
  await core.does('signIn', CLERK);
  return { keeper, core, dataFolder };
}

/** Every call about an application, with an input that is valid. */
export async function everyCall(core: HostileCore): Promise<readonly unknown[]> {
  return [
    await core.ask('create', {}),
    await core.ask('putAside', { fingerprints: PLAIN }),
    await core.ask('fingerprints', {}),
    await core.ask('keepAnswers', { sealed: PLAIN }),
    await core.ask('confirmDocuments', {}),
    await core.ask('keepPhoto', { sealed: PLAIN }),
    await core.ask('dropPhoto', {}),
    await core.ask('print', { ...CARD, occasion: 'read-back' }),
    await core.ask('print', { ...CARD, occasion: 'again' }),
    await core.ask('tellCard', { found: true }),
    await core.ask('tellCard', { found: false }),
    await core.ask('stopPrint', {}),
    await core.ask('spoil', { reason: 'smudged' }),
    await core.ask('finish', { outcome: 'issued' }),
    await core.ask('finish', { outcome: 'withdrawn' }),
  ];
}
