import { beforeAll, expect, test } from 'vitest';
import type { TicketWaits } from '../../../shared/contract/residents/last-ending.ts';
import { speakEnglish } from '../english.test-support.ts';
import { waitsUntilInWords } from './promises.ts';

const ZONE = 'America/New_York';
const TODAY = { year: 2026, month: 11, day: 24 };
/** Half past four in the afternoon there. */
const UNTIL = Date.UTC(2026, 10, 24, 21, 30);
const DAY = 86_400_000;

beforeAll(speakEnglish);

const said = (waits: TicketWaits): readonly string[] => waitsUntilInWords(waits, TODAY, ZONE);

test('a ticket says until when its application waits, and that it is erased then', () => {
  const [today = ''] = said({ until: UNTIL, custody: 'sealed' });
  expect(today).toMatch(/until 4:30\sPM today, and then erases it/);
  // One of another day is told with its day, also across midnight by the clock of the city.
  for (const until of [UNTIL + DAY, Date.UTC(2026, 10, 25, 5)])
    expect(said({ until, custody: 'sealed' })[0]).toMatch(
      /until November 25, \d+:\d\d\s[AP]M, and then erases it/,
    );
  expect(said({ until: Date.UTC(2026, 10, 25, 4, 59), custody: 'sealed' })[0]).toMatch(/11:59\sPM today/);
});

test('a ticket says what ends its application sooner: a power cut only where the key is in memory', () => {
  const [, sealed = ''] = said({ until: UNTIL, custody: 'sealed' });
  const [, memory = ''] = said({ until: UNTIL, custody: 'memory' });
  for (const each of [sealed, memory]) {
    expect(each).toMatch(/sooner/);
    expect(each).toMatch(/stop/);
    expect(each).toMatch(/pack/);
  }
  expect(memory).toMatch(/restarted, or loses power/);
  expect(sealed).not.toMatch(/power|restart/);
});

test('under a legal hold no end is promised, and a key in memory is no safer', () => {
  expect(said({ until: null, custody: 'sealed' })).toEqual([
    'A legal order to erase nothing (a legal hold) is in force. The kiosk keeps what you entered until the hold ends.',
  ]);
  const [, more] = said({ until: null, custody: 'memory' });
  expect(more).toMatch(/restarts or loses power/);
  expect(more).toMatch(/what you entered is gone/);
  // But for the order's own words.
  expect(said({ until: null, custody: 'memory' }).join(' ')).not.toMatch(
    /erase(?! nothing \(a legal hold\))/,
  );
});

test('it is two sentences more at most, and three under a hold', () => {
  for (const until of [UNTIL, UNTIL + DAY, null])
    for (const custody of ['memory', 'sealed'] as const)
      expect(said({ until, custody }).join(' ').split('. ').length).toBeLessThanOrEqual(
        until === null ? 3 : 2,
      );
});
