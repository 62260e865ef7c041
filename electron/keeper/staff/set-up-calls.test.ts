import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import type { SetUpFailure } from './first-members.ts';
import { setUpCalls } from './set-up-calls.ts';
import { ANSELM, BERTA, DORA } from './staff.test-support.ts';

const FIRST = { kioskName: 'Counter  3', supervisor: BERTA, secondSupervisor: DORA, clerk: ANSELM };
const DEVICE_KEY = Uint8Array.of(1, 2, 3);

/** A kiosk that nobody has set up; its staff are made, or not, as the test says. */
function stage(failure: SetUpFailure | null = null, isOurTurn = true) {
  /** In the order in which things were asked of the other features. */
  const asked: string[] = [];
  const calls = setUpCalls({
    staff: {
      async setUp(first, writeKiosk, onDeviceKey) {
        asked.push(`staff of ${first.kioskName}`);
        if (failure !== null) return err(failure);
        writeKiosk();
        onDeviceKey(DEVICE_KEY);
        return ok(null);
      },
    },
    keysAtSignIn: { unlock: (key) => void asked.push(key === DEVICE_KEY ? 'custody' : 'another key') },
    kioskCreation: {
      insertKiosk: (name) => void asked.push(`kiosk ${name}`),
      makeRoomAhead: () => void asked.push('room'),
    },
    setUpTurn: {
      takeByHand: () => isOurTurn,
      tell: () => void asked.push('told root'),
    },
    outbox: { flush: () => void asked.push('ledger') },
    screens: { refresh: () => void asked.push('screens') },
  });
  return { asked, calls };
}

it('a kiosk is made with its first members, told of, and has room for the first application', async () => {
  const { asked, calls } = stage();
  expect(await calls.setUp(FIRST)).toEqual({ ok: true, value: {} });
  expect(asked).toEqual([
    ...['staff of Counter 3', 'kiosk Counter 3', 'custody', 'ledger', 'screens', 'room', 'told root'],
  ]);
});

it('a kiosk whose members are refused is none, and has no room made for it', async () => {
  const { asked, calls } = stage({ kind: 'not-now' });
  expect(await calls.setUp(FIRST)).toEqual({ ok: false, error: { kind: 'not-now' } });
  expect(asked).toEqual(['staff of Counter 3', 'ledger', 'screens', 'told root']);
});

it('a kiosk for which a provisioning has come is set up by nobody who stands before it', async () => {
  const { asked, calls } = stage(null, false);
  expect(await calls.setUp(FIRST)).toEqual({ ok: false, error: { kind: 'not-now' } });
  expect(asked).toEqual([]);
});

it('a name that stands on receipts is a name, before anybody is asked anything', async () => {
  const { asked, calls } = stage();
  expect(await calls.setUp({ ...FIRST, kioskName: ' ' })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});
