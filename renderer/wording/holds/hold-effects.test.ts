import { beforeAll, expect, test } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import { speakEnglish } from '../english.test-support.ts';
import { holdFirstInWords, resumingIntakeInWords, settingAHoldInWords } from './hold-effects.ts';

beforeAll(speakEnglish);

test('where keys cannot be sealed, nobody is told that a power outage destroys no keys', () => {
  for (const scope of ['all', 'tickets'] as const) {
    expect(settingAHoldInWords(scope, false, 'complete').join(' ')).toContain(
      'a power outage doesn’t destroy them',
    );
    const unsealed = settingAHoldInWords(scope, true, 'complete').join(' ');
    expect(unsealed).not.toContain('a power outage doesn’t destroy them');
    expect(unsealed).toContain('A power outage would destroy what is on legal hold');
  }
});

test('of both scopes it is told that a card that is being printed is finished, and its job deleted at the printer', () => {
  for (const scope of ['all', 'tickets'] as const)
    expect(settingAHoldInWords(scope, false, 'stop').join(' ')).toContain(
      'A card that’s already being printed, or waiting for its printer, is still printed. The kiosk records how that ends, and removes the job from the printer.',
    );
});

test('what begins later is told as the scope has it', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('After that, they’re kept too');
  expect(settingAHoldInWords('tickets', false, 'complete').join(' ')).toContain('erased at handoff as usual');
  expect(resumingIntakeInWords('all').join(' ')).toContain('tells each applicant');
  expect(resumingIntakeInWords('tickets').join(' ')).toContain('erased at handoff, as usual');
});

test('an erasure that has begun is told as the policy has decided', () => {
  expect(settingAHoldInWords('all', false, 'complete').join(' ')).toContain('runs to its end');
  const stopping = settingAHoldInWords('all', false, 'stop').join(' ');
  expect(stopping).toContain('stops, and what is left stays, unless its key or its details are already gone');
  expect(settingAHoldInWords('tickets', false, 'complete').join(' ')).toContain('runs to its end');
});

test('a hold on chosen tickets is not said to stop an erasure, whatever the policy', () => {
  for (const wipeBegun of ['complete', 'stop'] as const)
    expect(settingAHoldInWords('tickets', false, wipeBegun).join(' ')).not.toContain('what is left stays');
  expect(settingAHoldInWords('tickets', false, 'stop').join(' ')).toContain(
    'This legal hold doesn’t stop an erasure that has already started',
  );
});

test('what began under a hold is named with the way to produce it', () => {
  const [one, other] = [ticket.parse(12), ticket.parse(14)];
  expect(holdFirstInWords([one])).toMatch(/^Ticket 12 .* set a legal hold on its ticket\.$/);
  expect(holdFirstInWords([one, other])).toMatch(/^Tickets 12 and 14 /);
});
