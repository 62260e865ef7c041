import { expect, it } from 'vitest';
import { createRecoveryCode, formatRecoveryCode } from '../../shared/staff/recovery-code.ts';
import { codeProblem, nameProblem } from './recovery-values.ts';

const codeOf = (byte: number): string =>
  formatRecoveryCode(createRecoveryCode((count) => new Uint8Array(count).fill(byte)));
const first = { code: codeOf(7), name: 'Octavia Farthing' };
const second = { code: codeOf(9), name: 'Leopold Sandgrove' };

it('two people with a code and a name each have nothing to mend', () => {
  expect([codeProblem(first, null), nameProblem(first, null)]).toEqual([null, null]);
  expect([codeProblem(second, first), nameProblem(second, first)]).toEqual([null, null]);
});

it('a code that cannot be one is told, and the same one twice, however it is typed', () => {
  expect(codeProblem({ ...first, code: ' ' }, null)).toBe('empty');
  expect(codeProblem({ ...first, code: first.code.slice(1) }, null)).toBe('misread');
  expect(codeProblem({ ...second, code: first.code.toLowerCase().replaceAll(' ', '-') }, first)).toBe(
    'same-code',
  );
});

it('a name that nobody can have is told, and the same one twice, however it is typed', () => {
  expect(nameProblem({ ...first, name: '' }, null)).toBe('empty');
  expect(nameProblem({ ...first, name: '<Octavia>' }, null)).toBe('unusable-name');
  expect(nameProblem({ ...second, name: ' octavia  FARTHING' }, first)).toBe('same-name');
});
