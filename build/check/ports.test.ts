import { expect, it } from 'vitest';
import { portsOutOfBounds } from './ports.ts';

const members = (count: number, name = 'part'): string =>
  Array.from({ length: count }, (_, index) => `  readonly ${name}${index}: { now(): number };`).join('\n');

function found(text: string): readonly string[] {
  return portsOutOfBounds([{ path: 'electron/keeper/day/day.ts', text }]);
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
  expect(found(text)).toEqual(['DayPort picks from a larger type: say what it calls']);
});
