import { expect, it } from 'vitest';
import { closing, type DayStage, dayStage, issue } from './day.test-support.ts';

const DAY = 86_400_000;

function figuresOf(on: DayStage) {
  const answer = on.calls.dayFigures({});
  if (!('ok' in answer) || !answer.ok) throw new Error('no day is open');
  return answer.value;
}

it('a day counts what rests since it was opened, and once, also when that is written meanwhile', () => {
  const on = dayStage();
  // After the day before was closed: it is no blank of this one.
  issue(on, 'paid');
  expect(on.calls.openDay({ blanks: 480 })).toEqual({ ok: true, value: {} });
  expect(figuresOf(on).blanks).toMatchObject({ issued: 0, expected: 480 });
  issue(on);
  issue(on, 'waived');
  const then = { blanks: { issued: 2, expected: 478 }, fees: { paid: 0, waived: 1 } };
  expect(figuresOf(on)).toMatchObject(then);
  // Nobody closes it, and midnight passes.
  on.clock.advance(DAY);
  on.outbox.flush();
  expect(on.outbox.resting()).toEqual([]);
  expect(figuresOf(on)).toMatchObject(then);
});

it('a day that is closed again counts whoever came since, and the ledger has them when it is over', () => {
  const on = dayStage();
  on.calls.openDay({ blanks: 480 });
  issue(on);
  on.calls.closeDay({ ...closing, blanks: 479, expected: 479 });
  on.calls.openDay({ blanks: 479 });
  issue(on);
  expect(figuresOf(on).blanks).toMatchObject({ issued: 1, expected: 478 });
  expect(on.calls.closeDay({ ...closing, blanks: 478, expected: 478 })).toMatchObject({ ok: true });
  const handedOver = () => on.written().filter(({ kind }) => kind === 'handoff').length;
  expect([handedOver(), on.outbox.resting().length]).toEqual([1, 1]);
  on.clock.advance(DAY);
  on.outbox.flush();
  expect([handedOver(), on.outbox.resting()]).toEqual([2, []]);
});

it('the closing has all that was counted before its own entry', () => {
  const on = dayStage();
  on.calls.openDay({ blanks: 480 });
  issue(on);
  expect(on.calls.closeDay({ ...closing, blanks: 479, expected: 479 })).toMatchObject({ ok: true });
  const kinds = on.written().map(({ kind }) => kind);
  expect(kinds.slice(-3)).toEqual(['handoff', 'day-closed', 'checkpoint-taken']);
});
