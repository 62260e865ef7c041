import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { applicantEntryInWords } from './applicant-entry.ts';

beforeAll(speakEnglish);

const day = { year: 2026, month: 11, day: 24 };
const wiped = {
  kind: 'wiped',
  day,
  custody: 'memory',
  search: 'not-searched',
  files: 0,
  bytes: 0,
  hits: 0,
  processesEnded: 0,
  spool: 'kept-nothing',
} as const;

test('what a suspension or packing up ended is laid to no office', () => {
  const [ended] = applicantEntryInWords({ ...wiped, outcome: 'called-off' });
  expect(ended).toContain('new applications were suspended, or the kiosk was packed up');
});

test.each(['expired', 'called-off'] as const)(
  '%s without a search is no crash: it may have been set aside',
  (outcome) => {
    expect(applicantEntryInWords({ ...wiped, outcome })[1]).toContain('set aside');
  },
);

test.each(['issued', 'denied', 'withdrawn'] as const)(
  '%s without a search has lost its session',
  (outcome) => {
    expect(applicantEntryInWords({ ...wiped, outcome })[1]).toContain(
      'were lost before the search could start',
    );
  },
);
