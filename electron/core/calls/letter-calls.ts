import { type CharacterRun, listCovered } from '../../../shared/card/coverage.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { ok } from '../../../shared/result.ts';

type LetterCalls = Pick<Handlers<typeof screenCalls>, 'printableCharacters'>;

/** What can be printed, by the tables of the very fonts that the card is drawn with. `fontFolder`: where they lie. */
export function letterCalls(fontFolder: string): LetterCalls {
  let listed: Promise<readonly CharacterRun[]> | null = null;

  /** All four families are read for it: not before anybody asks. */
  async function list(): Promise<readonly CharacterRun[]> {
    const { createFonts } = await import('../../lib/drawing/fonts.ts');
    const { fontsIn } = await import('../../lib/drawing/font-catalogue.ts');
    return listCovered(createFonts(fontsIn(fontFolder)).isCovered);
  }

  return {
    async printableCharacters() {
      listed ??= list().catch((error: unknown) => {
        // Asked again, it is tried again.
        listed = null;
        throw error;
      });
      return ok({ runs: await listed });
    },
  };
}
