import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoundFigure, roundFigure } from './rounding.ts';

const figures = fc.integer({ min: 0, max: 9_000_000_000_000_000 });

describe('rounding', () => {
  it.each([
    [0, 0],
    [1, 1],
    [99, 99],
    [100, 100],
    [101, 110],
    [991, 1_000],
    [12_345, 13_000],
    [1_234_567, 1_300_000],
  ])('%d becomes %s', (exact, rounded) => {
    expect(roundFigure(exact)).toBe(rounded);
  });

  it('goes up, by less than a tenth, to a figure with two digits', () => {
    fc.assert(
      fc.property(figures, (exact) => {
        const rounded = roundFigure(exact);
        expect(rounded).toBeGreaterThanOrEqual(exact);
        expect(rounded - exact).toBeLessThanOrEqual(exact / 10);
        expect(String(rounded)).toMatch(/^\d\d?0*$/);
        expect(isRoundFigure(rounded)).toBe(true);
        expect(isRoundFigure(exact)).toBe(rounded === exact);
        expect(roundFigure(rounded)).toBe(rounded);
      }),
    );
  });

  it('refuses what is no figure', () => {
    for (const figure of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2 ** 53 - 1]) {
      expect(() => roundFigure(figure)).toThrow();
    }
  });
});
