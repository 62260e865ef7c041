import { expect, test } from 'vitest';
import { moreBelow } from './use-more-below.ts';

const place = (scrollHeight: number, scrollTop: number) => ({ scrollHeight, clientHeight: 600, scrollTop });

test('a place scrolls where more than a part of a pixel is hidden, and has more below until its end', () => {
  expect(moreBelow(place(600, 0))).toEqual({ scrolls: false, isBelow: false });
  expect(moreBelow(place(608, 0))).toEqual({ scrolls: false, isBelow: false });
  expect(moreBelow(place(900, 0))).toEqual({ scrolls: true, isBelow: true });
  expect(moreBelow(place(900, 295))).toEqual({ scrolls: true, isBelow: false });
});
