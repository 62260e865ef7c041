import { expect, test } from 'vitest';
import { findUncovered, findUncoveredCharacter, listCovered } from './coverage.ts';
import { SAMPLE_CARD } from './sample-card.ts';

const isLatin = (codePoint: number): boolean => codePoint < 0x250;

test('each field is named with its first character that cannot be printed', () => {
  const card = {
    ...SAMPLE_CARD,
    name: 'Ana ანა',
    gender: 'კაცი',
    emergencyContact: { name: 'Ira 𐐷', phone: '☎ 1' },
  };
  expect(findUncovered(card, isLatin)).toEqual([
    { field: 'name', character: 'ა', codePoint: 0x10d0 },
    { field: 'gender', character: 'კ', codePoint: 0x10d9 },
    { field: 'emergencyName', character: '𐐷', codePoint: 0x10437 },
    { field: 'emergencyPhone', character: '☎', codePoint: 0x260e },
  ]);
});

test('a card of covered characters, and empty fields, have nothing to report', () => {
  expect(findUncovered(SAMPLE_CARD, isLatin)).toEqual([]);
  const bare = {
    ...SAMPLE_CARD,
    chosenName: null,
    gender: null,
    emergencyContact: null,
    libraryNumber: null,
  };
  expect(findUncovered(bare, isLatin)).toEqual([]);
});

test('controls and bidirectional overrides are never printed, even if a font has them', () => {
  const everything = (): boolean => true;
  expect(findUncoveredCharacter('Ann\u202Ea', everything)?.codePoint).toBe(0x202e);
  expect(findUncoveredCharacter('Ann\na', everything)?.codePoint).toBe(0x0a);
  expect(findUncoveredCharacter('\uD800', everything)?.codePoint).toBe(0xd800);
  expect(findUncoveredCharacter('می\u200Cخواهم', everything)).toBeNull();
});

test('what is covered is listed in runs, without what nobody sees', () => {
  // Up to U+007F: a blank, controls and what is visible.
  expect(listCovered((codePoint) => codePoint < 0x80)).toEqual([
    // No sign that is refused in a card detail is offered.
    [0x27, 0x27],
    [0x2c, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ]);
  expect(listCovered((codePoint) => [0x61, 0x62, 0x71, 0x301].includes(codePoint))).toEqual([
    [0x61, 0x62],
    [0x71, 0x71],
    [0x301, 0x301],
  ]);
  // A font may have a glyph for what is never printed.
  expect(listCovered((codePoint) => codePoint >= 0x2028 && codePoint <= 0x202e)).toEqual([]);
});
