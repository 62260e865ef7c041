import { expect, test } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import { checkHoldDraft } from './hold-draft.ts';

const one = ticket.parse(1);
const two = ticket.parse(2);

test('without a reason nothing can be set, whatever it covers', () => {
  for (const scope of ['all', 'tickets'] as const) {
    expect(checkHoldDraft({ scope, reason: null, tickets: [one] }, [one])).toEqual({
      ok: false,
      problem: 'no-reason',
    });
  }
});

test('a hold on everything names no ticket, even if some were ticked before', () => {
  expect(checkHoldDraft({ scope: 'all', reason: 'subpoena', tickets: [one] }, [one])).toEqual({
    ok: true,
    hold: { reason: 'subpoena', tickets: null },
  });
});

test('a hold on tickets names those that are still open, and never falls back to everything', () => {
  const draft = { scope: 'tickets', reason: 'court-order', tickets: [one, two] } as const;
  expect(checkHoldDraft(draft, [two])).toEqual({
    ok: true,
    hold: { reason: 'court-order', tickets: [two] },
  });
  expect(checkHoldDraft(draft, [])).toEqual({ ok: false, problem: 'no-ticket' });
});
