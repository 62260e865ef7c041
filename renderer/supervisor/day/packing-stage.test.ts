import { expect, test } from 'vitest';
import { holdId } from '../../../shared/contract/ids.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { type PackUpStatus, packingStage } from './packing-stage.ts';

const EMPTY: PackUpStatus = {
  isDone: true,
  ended: 4,
  open: 0,
  erasing: 0,
  printing: 0,
  stopped: 0,
  held: 0,
  printJobs: 0,
};
const PACKED: KioskStatus = { ...NOTHING_YET, intake: { kind: 'packed-up' } };
const HOLD: LegalHold = {
  ...{ hold: holdId.parse('e'.repeat(32)), scope: 'all', reason: 'subpoena', since: 1, by: 'Salma Ortiz' },
  ...{
    frozen: 1,
    unsealed: 0,
    later: 0,
    laterInMemory: 0,
    alone: 1,
    overdue: 0,
    resumedBy: null,
    cameBack: false,
  },
  stopped: { all: 0, inMemory: 0, alone: 0 },
};

test('a kiosk may be switched off once it is packed up, nothing is under way and nothing is left', () => {
  expect(packingStage(EMPTY, PACKED)).toBe('empty');
  expect(packingStage({ ...EMPTY, isDone: false }, PACKED)).toBe('packing');
});

test.each<[string, Partial<PackUpStatus>, Partial<KioskStatus>]>([
  ['an application could not be ended yet', { open: 1 }, {}],
  ['an erasure goes on', { erasing: 1 }, {}],
  ['a card is being made', { printing: 1 }, {}],
  [
    'an erasure has failed',
    {},
    {
      intake: {
        ...{ kind: 'locked', step: 'searched', foundDetails: true },
        ...{ attempts: 3, retrySeconds: null, keyDestroyed: true },
      },
    },
  ],
  ['the disk takes nothing', {}, { diskFails: true }],
])('it is not finished again where %s', (_what, packUp, status) => {
  expect(packingStage({ ...EMPTY, ...packUp }, { ...PACKED, ...status })).toBe('continues');
});

test.each<[string, Partial<PackUpStatus>, Partial<KioskStatus>]>([
  ['an application is on legal hold', { held: 1 }, { holds: [HOLD] }],
  ['a legal hold stopped an erasure', { stopped: 1 }, { holds: [HOLD] }],
  ['an erasure waits for its printer', {}, { printSideOpen: 1 }],
  ['a printer may still have a card or a paper', { printJobs: 1 }, {}],
  ['nobody has looked into the tray', {}, { trayCheck: { cause: 'called-off', applications: 1, cards: 1 } }],
])('it is not empty where %s', (_what, packUp, status) => {
  expect(packingStage({ ...EMPTY, ...packUp }, { ...PACKED, ...status })).toBe('remains');
});

test('what ends with the power is told before anything else that is left', () => {
  const holds = [{ ...HOLD, unsealed: 1 }];
  expect(packingStage({ ...EMPTY, held: 1 }, { ...PACKED, holds })).toBe('in-memory');
});
