import { beforeAll, expect, test } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import { speakEnglish } from '../english.test-support.ts';
import { holdFirstInWords, resumingIntakeInWords, settingAHoldInWords } from './hold-effects.ts';

beforeAll(speakEnglish);

test('where keys cannot be sealed, nobody is told that a power cut destroys nothing', () => {
  for (const scope of ['all', 'tickets'] as const) {
    expect(settingAHoldInWords(scope, false, 'complete').join(' ')).toContain('a power cut destroys nothing');
    const unsealed = settingAHoldInWords(scope, true, 'complete').join(' ');
    expect(unsealed).not.toContain('a power cut destroys nothing');
    expect(unsealed).toContain('A power cut would destroy what is held');
  }
});

test('what begins later is told as the scope has it', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('New ones are then kept too');
  expect(settingAHoldInWords('tickets', false, 'complete').join(' ')).toContain('erased at handoff as usual');
  expect(resumingIntakeInWords('all').join(' ')).toContain('tells each applicant');
  expect(resumingIntakeInWords('tickets').join(' ')).toContain('erased at handoff, as usual');
});

test('an erasure that has begun is told as the policy has decided', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('runs to its end');
  expect(settingAHoldInWords('all', false, 'stop').join(' ')).toContain('what is left stays');
});

test('what began under a hold is named with the way to produce it', () => {
  const [one, other] = [ticket.parse(12), ticket.parse(14)];
  expect(holdFirstInWords([one])).toMatch(/^Ticket 12 .* set a legal hold on its ticket\.$/);
  expect(holdFirstInWords([one, other])).toMatch(/^Tickets 12 and 14 /);
});
