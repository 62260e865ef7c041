import type { CharacterRun } from '../../../shared/card/coverage.ts';
import { screenCalls } from '../../../shared/contract/screen.ts';

/** What the fonts of the card have, as the server reads it out of them. */
export async function printable(): Promise<readonly CharacterRun[]> {
  const answer: unknown = await (await fetch('/printable.json')).json();
  return screenCalls.printableCharacters.output.parse(answer).runs;
}
