import { beforeAll, expect, it } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { ownFaultAloud } from './fault-aloud.ts';
import { ownDoubtInWords, ownDrawingProblemInWords, ownProblemInWords } from './problem.ts';

beforeAll(speakEnglish);

it('says no letter of a name aloud, and nothing that follows from a birth date', () => {
  const forbidden = { kind: 'forbidden-character', character: '★' } as const;
  const old = { kind: 'very-old', age: 117 } as const;
  const born = { kind: 'born-today' } as const;
  const digit = { kind: 'digit-in-name', digit: '0' } as const;
  const uncovered = { kind: 'uncovered', field: 'name', character: 'ნ' } as const;
  const symbol = { ...forbidden, reason: 'symbol' } as const;
  // The control: what is seen says it.
  for (const [fault, seen, repeated] of [
    [old, ownDoubtInWords(old), '117'],
    [born, ownDoubtInWords(born), 'today'],
    [digit, ownDoubtInWords(digit), '0'],
    [uncovered, ownDrawingProblemInWords(uncovered), 'ნ'],
    [symbol, ownProblemInWords(symbol), '★'],
  ] as const) {
    expect(seen, fault.kind).toContain(repeated);
    expect(ownFaultAloud(fault), fault.kind).toBe('Check what you entered');
  }
});

it('says everything else as it is seen', () => {
  const empty = { kind: 'empty', missing: 'name' } as const;
  expect(ownFaultAloud(empty)).toBe(ownProblemInWords(empty));
  const wide = { kind: 'does-not-fit', field: 'name' } as const;
  expect(ownFaultAloud(wide)).toBe(ownDrawingProblemInWords(wide));
  const long = { kind: 'too-long', limit: 60, length: 72 } as const;
  expect(ownFaultAloud(long)).toBe(ownProblemInWords(long));
});
