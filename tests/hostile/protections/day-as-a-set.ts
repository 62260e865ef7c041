import type { Protection } from './protection.ts';

const RESTING = 'electron/keeper/outbox/resting-entries';
const ORDER = 'tests/hostile/order-of-a-day.test.ts';
const TEN_PEOPLE = 'tests/hostile/ten-people.test.ts';

const IN_NO_FILE =
  'the order in which people came > is in no file while they wait: neither by the rows’ numbers nor by where a page has them';
const LATE_PRINTER = 'tests/hostile/late-printer.test.ts';
const RESTING_FIGURES = 'electron/keeper/counter-day/resting-figures.test.ts';
const NO_RECEIPT_FITS =
  'ten people on one day, five of whom have a card > leave no receipt to which fewer than five entries fit, and no fact but a second card that fewer than five have';
const IN_NO_FILE_WHILE_OFF =
  'ten people on one day, five of whom have a card > have in no file a figure of their searches: while a printer is off all ten say the same there';

/** What makes a day in the ledger a set, and all of its receipts the same page. */
export const protectionsOfDay: readonly Protection[] = [
  {
    name: 'random-place-while-resting',
    what: 'An entry about an applicant rests under a random number.',
    source: {
      file: `${RESTING}.ts`,
      find: 'while (place.run(randomInt(MOST), entry, came).changes === 0);',
      replace:
        'const taken = rows().map(({ number }) => number);\n    place.run(Math.max(randomInt(1), ...taken) + 1, entry, came);',
    },
    failing: { [`${RESTING}.test.ts`]: [IN_NO_FILE] },
  },
  {
    name: 'resting-rows-written-anew',
    what: 'With each entry that comes to rest all rows are written anew, so that no page has them in order.',
    source: {
      file: `${RESTING}.ts`,
      find: "insert(encodeEntry(entry), dayText(came));\n      rewriteRows(database, ['resting']);",
      replace: 'insert(encodeEntry(entry), dayText(came));',
    },
    failing: { [`${RESTING}.test.ts`]: [IN_NO_FILE] },
  },
  {
    name: 'shuffled-on-the-way',
    what: 'What rested goes to the ledger in an order that was drawn, and not in that of its numbers.',
    source: {
      file: `${RESTING}.ts`,
      find: 'return shuffled(ripe.map(({ entry }) => entry));',
      replace: 'return ripe.map(({ entry }) => entry);',
    },
    failing: {
      [ORDER]: [
        'whoever copied the vault each time somebody left does not know by its numbers where in the ledger they are',
      ],
    },
  },
  {
    name: 'late-ones-wait',
    what: 'What comes to rest when its day is over goes with those of the day on which it came, and not alone.',
    source: {
      file: `${RESTING}.ts`,
      find: 'all.filter(({ came }) => isOver(came));',
      replace:
        "all.filter((row) => {\n        const entry = entryIn(row);\n        return isOver('day' in entry ? entry.day : row.came);\n      });",
    },
    failing: {
      [`${RESTING}.test.ts`]: [
        'entries about applicants > of erasures that end when their day is over wait for one another, and for those of the day on which they end',
        'entries about applicants > of a day that is still to come, by a clock that was set back, go when the day is over on which they came',
      ],
      [LATE_PRINTER]: [
        'the printer answers on the next day, while somebody is there: none of the six is written alone, and all are together',
        'the printer answers on the next day, at a kiosk that was started anew meanwhile: none of the six is written alone, and all are together',
      ],
    },
  },
  {
    name: 'a-day-is-emptied-once',
    what: 'What rests goes once on a date before it is over, however often a day is closed: whoever comes after would go alone.',
    source: {
      file: 'electron/keeper/outbox/outbox.ts',
      find: "if (detail().period === 'week' || kiosk.emptiedDay() === today) return flush();",
      replace: "if (detail().period === 'week') return flush();",
    },
    failing: {
      [`${RESTING}.test.ts`]: [
        'entries about applicants > that came after a day was closed wait until it is over, however often it is closed',
      ],
      [RESTING_FIGURES]: [
        'a day that is closed again counts whoever came since, and the ledger has them when it is over',
      ],
      [TEN_PEOPLE]: [
        'the same ten where a sheet is made in the middle, the kiosk starts anew, and the day is closed twice > are written together at the first closing, and whoever comes after it when the day is over',
      ],
    },
  },
  {
    name: 'five-always-stay',
    what: 'Of fifteen alike ten go and five stay: whoever comes next is never alone.',
    source: { file: `${RESTING}.ts`, find: 'const ALWAYS_STAY = 5;', replace: 'const ALWAYS_STAY = 0;' },
    failing: {
      [`${RESTING}.test.ts`]: [
        'entries about applicants > go by ten where fifteen are alike: five always stay, so the eleventh is never alone',
        'entries about applicants > leave no set of fewer than five alike but for the last of a day, whoever comes in whichever order',
      ],
    },
  },
  {
    name: 'no-moment-about-an-application',
    what: 'An act about one application, or for one person, is entered with its day, and with no moment.',
    source: {
      file: 'electron/keeper/outbox/outbox.ts',
      find: 'isWithoutMoment(entry) ? { ...entry,',
      replace: 'isWithoutMoment(entry) && entry.utc < 0 ? { ...entry,',
    },
    failing: {
      'electron/keeper/outbox/outbox.test.ts': [
        'says of an act about one application, or for one person, the day, and no moment',
      ],
    },
  },
  {
    name: 'classes-of-files',
    what: 'A receipt says of the files that were searched a class, and no figure.',
    source: {
      file: 'electron/keeper/wipe/search-outcome.ts',
      find: 'files: classOf(report.files, LEAST_FILES),',
      // One that a receipt's code has room for: of any other no receipt is made at all.
      replace: 'files: LEAST_FILES * 10 ** (report.files % 5),',
    },
    failing: { [TEN_PEOPLE]: [NO_RECEIPT_FITS, IN_NO_FILE_WHILE_OFF] },
  },
  {
    name: 'classes-of-bytes',
    what: 'A receipt says of the bytes that were searched a class, and no figure.',
    source: {
      file: 'electron/keeper/wipe/search-outcome.ts',
      find: 'bytes: classOf(report.bytes, LEAST_BYTES),',
      replace: 'bytes: LEAST_BYTES * 10 ** (report.files % 5),',
    },
    failing: { [TEN_PEOPLE]: [NO_RECEIPT_FITS, IN_NO_FILE_WHILE_OFF] },
  },
  {
    name: 'outcomes-merged',
    what: 'Where the policy says so, the ledger tells that an application ended, and not how.',
    source: {
      file: 'shared/ledger/ledger-detail.ts',
      find: "if (detail.outcomes === 'each') return [told];",
      replace: 'if (detail.outcomes.length > 0) return [told];',
    },
    failing: {
      [`${RESTING}.test.ts`]: [
        'under a policy whose ledger tells less > an ended application is no more than that, and a refused one has no entry of its own',
      ],
      [TEN_PEOPLE]: [
        'the day on which one of ten was denied and one withdrew > says no more of them than of anybody where the policy has all endings counted as one',
      ],
    },
  },
  {
    name: 'days-merged',
    what: 'Where the policy says so, the ledger tells the week, and waits for its end.',
    source: {
      file: 'shared/ledger/ledger-detail.ts',
      find: "return period === 'week' ? firstOfWeek(day) : day;",
      replace: "return period === 'week' && day.day < 0 ? firstOfWeek(day) : day;",
    },
    failing: {
      [`${RESTING}.test.ts`]: [
        'under a policy whose ledger tells less > an entry is of a week, and waits for its end',
      ],
    },
  },
  {
    name: 'receipt-says-what-may-be-left',
    what: 'Where the file system may keep an earlier key, each receipt says so.',
    source: {
      file: 'electron/keeper/receipt/receipt.ts',
      find: "if (mayOldKeyBeLeft) notDone.push('old-signing-key-may-be-left');",
      replace: '',
    },
    failing: {
      'electron/keeper/receipt/receipt.test.ts': [
        'the receipt > says where an earlier key may be left, and is signed with it',
      ],
    },
  },
];
