import { expect, it } from 'vitest';
import { portsOutOfBounds } from './ports.ts';

const members = (count: number, name = 'part'): string =>
  Array.from({ length: count }, (_, index) => `  readonly ${name}${index}: { now(): number };`).join('\n');

function found(text: string, wide = {}, picking = {}): readonly string[] {
  return portsOutOfBounds([{ path: 'electron/keeper/day/day.ts', text }], wide, picking);
}

it('lets a port have eight members, whatever is inside them', () => {
  expect(found(`export interface DayPort {\n${members(8)}\n}\n`)).toEqual([]);
});

it.each([
  ['of its own', `export interface DayPort {\n${members(9)}\n}\n`],
  [
    'by what it extends',
    `interface BasePort {\n${members(5)}\n}\nexport interface DayPort extends BasePort {\n${members(4, 'own')}\n}\n`,
  ],
  [
    'joined of two',
    `interface OnePort {\n${members(5)}\n}\ninterface TwoPort {\n${members(4, 'own')}\n}\nexport type DayPort = OnePort & TwoPort;\n`,
  ],
])('finds more than eight members %s', (_, text) => {
  expect(found(text)).toEqual(['DayPort has 9 members; 8 are the most']);
});

it('counts a member once that is narrowed again', () => {
  const base = `interface BasePort {\n${members(8)}\n}\n`;
  expect(found(`${base}export interface DayPort extends BasePort {\n${members(8)}\n}\n`)).toEqual([]);
});

it.each([
  "export interface DayPort {\n  readonly staff: Pick<Staff, 'lock'>;\n}\n",
  "export interface DayPort extends Omit<Staff, 'lock'> {\n  readonly kiosk: Kiosk;\n}\n",
])('finds that a port picks from a larger type', (text) => {
  expect(found(text)).toEqual(['DayPort picks from a larger type (1, 0 allowed): say what it calls']);
});

it('holds a port that is too wide today to what it has, and to no more than it needs', () => {
  const text = `export interface DayPort {\n${members(11)}\n}\n`;
  expect(found(text, { DayPort: 11 })).toEqual([]);
  expect(found(text, { DayPort: 10 })).toEqual(['DayPort has 11 members; 10 are the most']);
  const smaller = 'its number in build/check/ports.ts may get smaller';
  expect(found(text, { DayPort: 12 })).toEqual([`DayPort has 11 members: ${smaller}`]);
  expect(found(text, { DayPort: 11, GonePort: 9 })).toEqual([`GonePort has 0 members: ${smaller}`]);
  expect(found(text, { DayPort: 11 }, { DayPort: 1 })).toEqual([`DayPort picks 0 times: ${smaller}`]);
});
