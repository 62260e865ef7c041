/** How high the parts of a screen are, in pixels; 0: there is none. */
interface PartHeights {
  /** All that the screen has. */
  readonly screen: number;
  /** The buttons, with whatever is around them. */
  readonly foot: number;
  readonly keyboard: number;
  /** What came up by itself. */
  readonly told: number;
  /** An em of the screen's text. */
  readonly em: number;
}

/** Which parts have a place of their own beside the page. Any other is a part of the page, and scrolls with it. */
export interface Room {
  readonly isFootBeside: boolean;
  readonly isKeyboardBeside: boolean;
  readonly isToldBeside: boolean;
}

/** Where nothing is too high. */
export const ALL_BESIDE: Room = { isFootBeside: true, isKeyboardBeside: true, isToldBeside: true };

/** A field: below that nobody sees what they type. */
const FIELD_EM = 2.4;
/** A field with the ring around it. */
const RINGED_FIELD_EM = 2.75;

/**
 * Shares out the height of a screen, so that it never has more than one place that scrolls: as much as leaves the page a field is
 * beside it. What is told gives way first, then the keyboard, and the buttons last.
 */
export function shareRoom({ screen, foot, keyboard, told, em }: PartHeights): Room {
  const aboveFoot = screen - foot;
  const aboveKeyboard = aboveFoot - keyboard;
  const isFootBeside = aboveFoot >= em * FIELD_EM;
  const isKeyboardBeside = isFootBeside && aboveKeyboard >= em * FIELD_EM;
  const isToldBeside = isKeyboardBeside && aboveKeyboard - told >= em * RINGED_FIELD_EM;
  return { isFootBeside, isKeyboardBeside, isToldBeside };
}
