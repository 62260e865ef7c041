import { cardDesignNames } from '../../shared/card/designs/design-names.ts';
import { unreachable } from '../../shared/result.ts';
import { markdownTable } from '../markdown-table.ts';
import { type GoldenCard, goldenCards, goldenName, type Script } from './golden-cards.ts';

/** What to look at in the card of a script. */
function remarkOn(script: Script): string {
  switch (script) {
    case 'latin':
      return 'A long double name: it wraps after its hyphen, all three lines in one size, and is not cut.';
    case 'cyrillic':
      return 'No chosen name, so the name has its room as well; ё keeps its dots. The card never expires.';
    case 'han':
      return 'A short name stays on one line at full size; the chosen name is in Latin letters.';
    case 'arabic':
      return 'The name begins at the right, and the Latin family name within it reads left to right.';
    case 'devanagari':
      return 'Signs above and below the headline are clear of the lines around them. No gender, no library card.';
    default:
      return unreachable(script);
  }
}

function rowOf(card: GoldenCard): readonly string[] {
  const name = card.script.charAt(0).toUpperCase() + card.script.slice(1);
  const picture = (side: 'front' | 'back'): string => `![${name}, ${side}](${goldenName(card, side)})`;
  return [picture('front'), picture('back'), remarkOn(card.script)];
}

/** docs/cards/README.md: every golden picture with what to see in it. */
export function cardsDocument(): string {
  const cards = goldenCards();
  const sections = cardDesignNames.map((design) => {
    const rows = cards.filter((card) => card.design === design).map(rowOf);
    return [`## \`${design}\``, '', markdownTable([['front', 'back', 'to see'], ...rows]), ''].join('\n');
  });
  return `# Cards

Drawn by \`npm run cards\` with the kiosk's own drawing, in both designs and five scripts, at 200 dots per inch and
with 32 shades to a channel. A test draws them anew: no more than one pixel in two thousand may differ by more than
12 of 255 in any channel. The people, their numbers and their faces are invented.

${sections.join('\n')}`;
}
