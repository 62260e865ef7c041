import { expect, it } from 'vitest';
import { asRead } from '../../build/words/as-read.test-support.ts';
import { parseCatalog, readCatalog } from '../../build/words/catalog.ts';

// What can be checked of plain American English by reading the catalog: its terms, its turns, how long a sentence is.

const messages = (await readCatalog()).flatMap(({ english }) => asRead(english));

/** What no text says, what it says in its place, and a text that would be found. */
const NOT_SAID: readonly (readonly [RegExp, string, string])[] = [
  [/\bhand-over\b/i, 'handoff', 'After the hand-over'],
  [/\bput (\w+ )?aside\b/i, 'set aside', 'Put it aside'],
  [/\bparked?\b/i, 'set aside', 'The ticket is parked'],
  [/\bwip(e|es|ed|ing)\b/i, 'erase', 'The wipe is open'],
  [/\b(forget|forgets|forgotten)\b(?! jobs| the card)/i, 'erase', 'The kiosk has forgotten it'],
  [/\bprint(ed)? (the |this |same )*card again\b/i, 'reprint', 'Print the card again'],
  [/\bbad card\b/i, 'spoiled card', 'A bad card'],
  [/\blog (in|out)\b|\blet (\w+ )?in again\b/i, 'sign in', 'Let in again'],
  [/\bpassword\b(?!\. The kiosk| \(HTTP)/i, 'passphrase', 'Your password'],
  [/\bthe person(’s)?\b(?! signed in)/i, 'the applicant', 'Show it to the person'],
  [/\b(the|this|your|last) records?\b(?! who| the| that)/i, 'application', 'The record has ended'],
  [/\banswers?\b(?! at|ed|ing|\.|,)/i, 'card details', 'Some answers are missing'],
  [/\bread-back\b/i, 'check', 'On to the read-back'],
  [/\bcustody\b/i, 'where encryption keys are kept', 'Custody'],
  [/\bprogramme\b|\bcolour\b|\bgrey\b/i, 'American spelling', 'In colour'],
  [/\bplease\b/i, 'nothing: it is part of the job', 'Please look'],
  [/!/, 'no exclamation mark', 'Done!'],
  [/\binvalid\b/i, 'what is wrong, without blame', 'Invalid date'],
  [/\b(some|any)body\b/i, 'someone', 'Somebody has it'],
  [
    /\ball the same\b|\bas ever\b|\bbelong together\b|\bstands? on the card\b/i,
    'a plain turn',
    'Look all the same',
  ],
  [/\b(do|does|did|is|are|was|were|has|have|could|would|must) not\b/i, 'a contraction', 'It does not print'],
  [/\bcannot\b/i, 'can’t', 'It cannot print'],
  [/'/, 'a curly apostrophe', "It's here"],
];

/**
 * Sentences where the full form is meant: what the resident keeps on paper, and warnings that must not be read
 * over.
 */
const FULL_FORM = [
  'did not find its own test mark',
  'was not searched',
  'have not tested',
  // What a court calls that paper.
  'ustody statement',
] as const;

it.each(NOT_SAID)('no text says %s: it says %s', (pattern, _instead, found) => {
  expect(found).toMatch(pattern);
  const said = messages.filter(
    (message) => pattern.test(message) && !FULL_FORM.some((meant) => message.includes(meant)),
  );
  expect(said).toEqual([]);
});

it('no sentence has more than 25 words', () => {
  const sentences = messages.flatMap((message) => message.split(/(?<=[.?])\s+/));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 25)).toEqual([]);
});

it('the reader of the catalog reads it: messages, plural forms and values', async () => {
  const read = await parseCatalog(
    'msgid ""\nmsgstr ""\n\n#: a\nmsgid "One"\nmsgstr "x"\n\nmsgid ""\n"Two "\n"lines"\nmsgstr ""\n',
  );
  expect(read.map(({ english }) => english)).toEqual(['One', 'Two lines']);
  expect(asRead('{n, plural, one {# card of {name}} other {# cards}}')).toEqual([
    '7 card of this',
    '7 cards',
  ]);
  expect(messages.length).toBeGreaterThan(800);
});
