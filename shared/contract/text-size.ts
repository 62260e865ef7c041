import { z } from 'zod';

/** How large text is, in hundredths of what the screen has by itself. */
export const textSizes = [100, 125, 150, 200] as const;
export const textSize = z.literal(textSizes);
export type TextSize = z.infer<typeof textSize>;

/** The next larger (`by` 1) or smaller (`by` -1) size; the same where there is none. */
export function neighborOf(size: TextSize, by: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + by] ?? size;
}
