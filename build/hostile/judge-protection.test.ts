import { expect, it } from 'vitest';
import type { Protection } from '../../tests/hostile/protections/protection.ts';
import { isAttack, type Outcome, outcomeInWords } from './attacks.ts';
import { judgeProtection } from './judge-protection.ts';

const FILE = 'electron/keeper/somewhere.test.ts';
const protection: Protection = {
  name: 'a-door',
  what: 'It is shut.',
  source: { file: 'door.ts', find: 'shut', replace: 'open' },
  failing: { [FILE]: ['a door > is shut'] },
};
const shut: Outcome = { file: FILE, name: 'a door > is shut', kind: 'got-through' };
const painted: Outcome = { file: FILE, name: 'a door > is painted', kind: 'held' };

it('a protection is missed where exactly its tests fail', () => {
  expect(judgeProtection(protection, { outcomes: [shut, painted], errors: [] })).toEqual({
    isMissed: true,
    faults: [],
  });
});

it.each<[string, readonly Outcome[], readonly string[], string]>([
  ['its test passes', [{ ...shut, kind: 'held' }, painted], [], 'is declared, and holds'],
  ['its test is left out', [{ ...shut, kind: 'not-tried' }], [], 'is declared, and was not tried'],
  ['its test is not there', [painted], [], 'is declared, and was not tried'],
  ['its test fails in another file alone', [{ ...shut, file: 'x.test.ts' }], [], 'is declared'],
  [
    'another test fails as well',
    [shut, { ...painted, kind: 'got-through' }],
    [],
    'fails, and is not declared',
  ],
  ['a file cannot be loaded', [shut], ['x.test.ts: no such module'], 'beside the tests'],
])('it is not as declared where %s', (_what, outcomes, errors, fault) => {
  const verdict = judgeProtection(protection, { outcomes, errors });
  expect(verdict.isMissed).toBe(false);
  expect(verdict.faults.join('\n')).toContain(fault);
});

it('attacks are the tests of the suite, and those that a protection names', () => {
  const among = (outcome: Outcome): boolean => isAttack(outcome, [protection]);
  expect([among(shut), among(painted)]).toEqual([true, false]);
  expect(among({ ...painted, file: 'tests/hostile/page.test.ts' })).toBe(true);
  expect(outcomeInWords(shut)).toBe('GOT THROUGH  a door > is shut');
  expect(outcomeInWords(painted)).toBe('held         a door > is painted');
});
