import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { untilSeen } from './watch.ts';

const cardSchema = z.object({
  /** A half-printed card has its front only and fell into the tray all the same. */
  kind: z.enum(['card', 'half']),
  job: z.coerce.number().int(),
  /** Sides printed: 1 or 2. */
  faces: z.number().int(),
  /** Pages of the whole document. */
  pages: z.number().int(),
  /** SHA-256 of the document as it arrived at the mechanics, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** One physical card in the tray. */
export type Card = z.infer<typeof cardSchema>;

/** What came out of a printer, written by its mechanics in a process of their own. */
export interface Tray {
  /** The file the mechanics append to: one line for every card that drops. */
  readonly file: string;
  cards(): readonly Card[];
  /** Waits until `count` cards have dropped, halves among them. */
  waitForCards(count: number): Promise<readonly Card[]>;
}

/** An empty tray in `folder`; any user may drop cards into it, because CUPS runs its backends as another one. */
export function makeTray(folder: string): Tray {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cards.log');
  if (!existsSync(file)) writeFileSync(file, '');
  chmodSync(file, 0o666);
  const cards = (): readonly Card[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => cardSchema.parse(JSON.parse(line)));
  return {
    file,
    cards,
    waitForCards: (count) =>
      untilSeen(folder, `${count} cards`, () => {
        const dropped = cards();
        return dropped.length >= count ? dropped : null;
      }),
  };
}
