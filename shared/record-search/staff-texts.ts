import { wordsOfName } from './fold-name.ts';
import { matchNames, type NameMatch, nameMatches } from './match-names.ts';

/**
 * Texts that staff typed, and that the vault has in clear beside the applications (docs/retention.md): the reference that counsel
 * gave for a legal hold, the notice of a suspension, the kiosk's name, and names of staff, also of those who work here no more.
 */
export const staffTextSources = ['counsel-reference', 'notice', 'kiosk-name', 'staff-name'] as const;
export type StaffTextSource = (typeof staffTextSources)[number];

/** One such text. */
export interface StaffText {
  readonly source: StaffTextSource;
  readonly text: string;
}

/** For each kind of text that holds the name, the nearest match. */
export function matchStaffTexts(
  asked: string,
  texts: readonly StaffText[],
): { readonly source: StaffTextSource; readonly match: NameMatch }[] {
  return staffTextSources.flatMap((source) => {
    const matches = texts.filter((each) => each.source === source).map((each) => matchOf(asked, each));
    const match = nameMatches.find((each) => matches.includes(each));
    return match === undefined ? [] : [{ source, match }];
  });
}

/** A single word of the asked name counts where a name is typed, and in a reference: counsel names a case by surnames. */
function matchOf(asked: string, { source, text }: StaffText): NameMatch | null {
  const match = matchNames(asked, text);
  if (match !== null && match !== 'one-word-of-it') return match;
  switch (source) {
    case 'staff-name':
      return match;
    case 'counsel-reference':
      return hasWordOf(asked, text) ? 'one-word-of-it' : null;
    case 'notice':
    case 'kiosk-name':
      return null;
  }
}

/** "Doe v. City" has a word of "Jane Doe". A single Latin letter is nobody's name: that of "v." is in every caption. */
function hasWordOf(asked: string, text: string): boolean {
  const words = wordsOfName(asked).filter((word) => !/^\p{Script=Latin}$/u.test(word));
  return wordsOfName(text).some((word) => words.includes(word));
}
