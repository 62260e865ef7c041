import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeeperReport, KioskState } from '../../../shared/contract/launcher.ts';
import { tellLauncher } from './tell-launcher.ts';

const IDLE: KioskState = { screen: 'start-screen', open: 0, forgets: 0, endings: 0, held: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function channel() {
  const sent: KeeperReport[] = [];
  let state: KioskState | null = IDLE;
  let looked = 0;
  let hear: (message: unknown) => void = () => undefined;
  tellLauncher(
    {
      onMessage: (heard) => {
        hear = heard;
      },
      send: (report) => void sent.push(report),
    },
    () => {
      looked += 1;
      return state;
    },
  );
  return {
    sent,
    looked: () => looked,
    ask: () => hear({ kind: 'tell-state' }),
    hear: (message: unknown) => hear(message),
    becomes(next: KioskState | null) {
      state = next;
    },
  };
}

it('nothing is looked up before somebody has asked', async () => {
  const { sent, looked, hear } = channel();
  hear({ kind: 'other' });
  hear(null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, looked()]).toEqual([[], 0]);
});

it('a question is answered, and from then on each change is told, once', async () => {
  const { sent, ask, becomes } = channel();
  ask();
  expect(sent).toEqual([{ kind: 'state', state: IDLE, asked: true }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  const serving: KioskState = { ...IDLE, screen: 'serving', open: 1 };
  becomes(serving);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.slice(1)).toEqual([{ kind: 'state', state: serving, asked: false }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
  // Asked again, it answers although nothing has changed: who asks wants to know that somebody is there.
  ask();
  expect(sent).toHaveLength(3);
});
