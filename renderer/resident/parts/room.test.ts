import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_BESIDE, shareRoom } from './room.ts';

/** The largest text on 1280 × 800, below a banner: a keyboard of five rows, and a sentence of one line. */
const LARGEST = { screen: 725, foot: 100, keyboard: 385, told: 90, em: 45.6 };

describe('the room of a screen', () => {
  it('leaves all beside the page where a field has its place above', () => {
    expect(shareRoom(LARGEST)).toEqual(ALL_BESIDE);
  });

  it('takes what is told into the page where it would leave no field', () => {
    const room = { isFootBeside: true, isKeyboardBeside: true, isToldBeside: false };
    expect(shareRoom({ ...LARGEST, told: 140 })).toEqual(room);
  });

  it('takes the keyboard into the page where it would leave no field', () => {
    const room = { isFootBeside: true, isKeyboardBeside: false, isToldBeside: false };
    expect(shareRoom({ ...LARGEST, screen: 560 })).toEqual(room);
  });

  it('takes the buttons as well on a display that is hardly higher than they are', () => {
    const room = { isFootBeside: false, isKeyboardBeside: false, isToldBeside: false };
    expect(shareRoom({ ...LARGEST, screen: 200 })).toEqual(room);
  });

  it('never gives more than there is, whatever the heights', () => {
    const pixels = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        fc.record({
          ...{ screen: pixels, foot: pixels, keyboard: pixels, told: pixels },
          em: fc.integer({ min: 10, max: 60 }),
        }),
        (heights) => {
          const room = shareRoom(heights);
          const beside =
            (room.isFootBeside ? heights.foot : 0) +
            (room.isKeyboardBeside ? heights.keyboard : 0) +
            (room.isToldBeside ? heights.told : 0);
          expect(beside).toBeLessThanOrEqual(heights.screen);
          // In the order in which they give way.
          if (room.isToldBeside) expect(room.isKeyboardBeside).toBe(true);
          if (room.isKeyboardBeside) expect(room.isFootBeside).toBe(true);
        },
      ),
    );
  });
});
