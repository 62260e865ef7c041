import { describe, expect, it } from 'vitest';
import { SAMPLE_DAY_SHEET, SAMPLE_FEE_RECEIPT, SAMPLE_RECEIPT } from '../paper/sample-papers.test-support.ts';
import { LONGEST_LINE, paper, paperLine } from './paper.ts';

const takes = (value: unknown): boolean => paper.safeParse(value).success;

describe('a line of a paper', () => {
  it.each([
    'City Hall, desk 2 · November 25, 2026',
    'नमस्ते',
    'می‌خواهم',
    '中文',
    'استلمها، ومكان حفظها',
    'x'.repeat(LONGEST_LINE),
  ])('takes %s', (text) => {
    expect(paperLine.safeParse(text).success).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['too much', 'x'.repeat(LONGEST_LINE + 1)],
    ['two lines', 'one\ntwo'],
    ['a paragraph separator', 'one\u2029two'],
    ['a tab', 'one\ttwo'],
    ['an escape', '\u001b[2J'],
    ['a turn of direction', '\u202ereversed'],
    ['an isolate', '\u2066isolated\u2069'],
    ['half a character', '\ud800'],
    ['a private one', '\ue000'],
    ['no text', 7],
  ])('refuses %s', (_what, text) => {
    expect(paperLine.safeParse(text).success).toBe(false);
  });
});

describe('a paper', () => {
  it('takes what a kiosk prints', () => {
    expect(takes(SAMPLE_RECEIPT)).toBe(true);
    expect(takes(SAMPLE_DAY_SHEET)).toBe(true);
    expect(takes(SAMPLE_FEE_RECEIPT)).toBe(true);
    expect(takes({ ...SAMPLE_RECEIPT, notProven: null })).toBe(true);
  });

  it.each([
    ['of an unknown kind', { ...SAMPLE_RECEIPT, kind: 'letter' }],
    ['without a line', { ...SAMPLE_RECEIPT, lines: [] }],
    ['with too many lines', { ...SAMPLE_RECEIPT, lines: Array(9).fill('x') }],
    ['with too many rows', { ...SAMPLE_DAY_SHEET, rows: Array(13).fill({ label: 'a', value: 'b' }) }],
    ['with a row that is a list', { ...SAMPLE_DAY_SHEET, rows: [{ label: 'a', value: ['b'] }] }],
    [
      'with a table of a register',
      { ...SAMPLE_FEE_RECEIPT, rows: Array(9).fill({ label: 'a', value: 'b' }) },
    ],
    ['with a line that is none', { ...SAMPLE_DAY_SHEET, hands: ['one\ntwo', 'three'] }],
  ])('is refused %s', (_what, value) => {
    expect(takes(value)).toBe(false);
  });

  it('carries nothing that is not declared', () => {
    const parsed = paper.parse({ ...SAMPLE_DAY_SHEET, picture: new Uint8Array(9) });
    expect(parsed).toEqual(SAMPLE_DAY_SHEET);
  });
});
