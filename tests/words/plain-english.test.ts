import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isOfTests } from '../../build/check/imports.ts';
import { repository } from '../../build/vite/repository.ts';
import { asRead } from '../../build/words/as-read.test-support.ts';
import { parseCatalog, readCatalog } from '../../build/words/catalog.ts';
import { policyTexts } from '../../build/words/policy-texts.test-support.ts';
import { spokenIn } from '../../build/words/spoken-literals.test-support.ts';

// What can be checked of plain American English by reading: its terms, its turns, how long a sentence is.

/** The modules of these folders. */
function modulesIn(...folders: readonly string[]): readonly string[] {
  const root = fileURLToPath(repository);
  return folders
    .flatMap((folder) => globSync(`${folder}/*.ts`, { cwd: root }))
    .filter((path) => !isOfTests(path));
}

/** Those that speak without the catalog: before a screen is there, on slips, and of a policy. */
const SPEAKING = modulesIn(
  'shared/start/sentences',
  'shared/slips',
  'shared/orders',
  'shared/programme/in-words',
);

/** Papers for courts, which have full forms. */
const FOR_COURTS = modulesIn('shared/record-search', 'shared/statement');

const catalog = await readCatalog();
const ofModules = [...SPEAKING, 'shared/slips/words/en.ts'].flatMap(spokenIn);
const messages = [
  ...catalog.flatMap(({ english }) => asRead(english)),
  ...ofModules,
  ...FOR_COURTS.flatMap(spokenIn),
  ...policyTexts('en').map(({ english }) => english),
];

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
  [/\bresidents?\b/i, 'the applicant', 'A resident is waiting'],
  [/(?<!\blegal )\bhold this\b/i, 'legal hold', 'Kept: hold this'],
  // A second mention in the same message may be short.
  [
    /^(?:(?!\blegal holds?\b).)*\b(?:the|this|that|a|on|under|each|no) hold\b/is,
    'legal hold, where it is named first',
    'Kept until the hold is lifted. A legal hold is an order.',
  ],
  [/\bcases?\b/i, 'application, or ticket', 'Open the case'],
  [/\bPINs?\b/, 'passphrase', 'Your PIN'],
  [/\b(?:[Cc]all|[Aa]sk|[Tt]ell) IT\b/, 'your IT staff', 'Call IT.'],
  [/^(?!Delete( letter)?$).*\bdelet(e|es|ed|ing)\b/i, 'erase', 'Deleted for good'],
  // Intake is suspended, or stopped by something else; a kiosk is paused before its applicant, and a printer by itself.
  [/\bpaus(e|es|ed|ing)\b/i, 'suspended, or stopped', 'New applications are paused.'],
  [/'/, 'a curly apostrophe', "It's here"],
];

/** Full forms, in whose place a sentence has a contraction. */
const UNCONTRACTED = /\b(do|does|did|is|are|was|were|has|have|could|would|must) not\b|\bcannot\b/i;
const CONTRACTED = /\b\w+n’t\b|\b(it|that|there|what|who|let|he|she)’s\b|’(ll|re|ve|m|d)\b/i;

/** Texts that are meant as they are. */
const MEANT = [
  // The people of the city, whether they apply or not.
  'residents’ data',
  'Notice for residents',
  'Never a resident’s name',
  // What a court calls that paper, and how it is told of what was found and asked.
  'ustody statement',
  'a file that somebody put there',
  'Request of the person',
  'Request by the person named',
  'Answers of name searches',
  'SHA-256 of the answer',
  'screen does not answer',
  // An applicant's kiosk, and what a printer says of itself.
  'kiosk is paused',
  'paused the printer',
  'printer is paused',
  'paused in the print queue',
  // Files of the disk, by somebody's hand.
  'delete or move any file',
];

/**
 * Sentences where the full form is meant: what the resident keeps on paper, and warnings that must not be read
 * over.
 */
const FULL_FORM = ['was not searched', 'have not tested'] as const;

/** A label by its comment: a heading, or what is on a button. */
const LABEL = /^(heading|button)\b/i;

const isSentence = (text: string): boolean => /[.?]$/.test(text);

it.each(NOT_SAID)('no text says %s: it says %s', (pattern, _instead, found) => {
  expect(found).toMatch(pattern);
  const said = messages.filter(
    (message) => pattern.test(message) && !MEANT.some((meant) => message.includes(meant)),
  );
  expect(said).toEqual([]);
});

it('a sentence has contractions', () => {
  expect('It does not print. It cannot.').toMatch(UNCONTRACTED);
  const ofScreens = catalog
    .filter(({ comments }) => !comments.some((comment) => LABEL.test(comment)))
    .flatMap(({ english }) => asRead(english));
  const said = [...ofScreens, ...ofModules.filter(isSentence)].filter(
    (text) => UNCONTRACTED.test(text) && !FULL_FORM.some((meant) => text.includes(meant)),
  );
  expect(said).toEqual([]);
});

it('no heading and no button has a contraction', () => {
  for (const found of ['Can’t print', 'It’s erased', 'You’ll need it']) expect(found).toMatch(CONTRACTED);
  expect('The applicant’s card').not.toMatch(CONTRACTED);
  const labels = catalog.filter(({ comments }) => comments.some((comment) => LABEL.test(comment)));
  expect(labels.length).toBeGreaterThan(200);
  const said = labels.flatMap(({ english }) => asRead(english));
  expect(said.filter((label) => CONTRACTED.test(label))).toEqual([]);
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
  expect(ofModules.length).toBeGreaterThan(150);
});
