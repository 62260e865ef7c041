import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closing, issue, opened } from './day.test-support.ts';

it('a day is closed with a health record on the drive, whose head is the sheet’s', () => {
  const on = opened();
  issue(on);
  const answer = on.calls.closeDay({ ...closing, blanks: 479, expected: 479 });
  const [file = ''] = readdirSync(on.drive);
  expect(answer).toMatchObject({ ok: true, value: { sheet: { health: { kind: 'saved', file } } } });
  const record = JSON.parse(readFileSync(join(on.drive, file), 'utf8'));
  expect(record).toMatchObject({
    blanks: { day: '2026-11-24', expected: 479, issued: 1, closed: { counted: 479, difference: 'none' } },
    doctor: { kind: 'not-run' },
    head: on.ledger.checkpoint(),
  });
});

it('a day is closed all the same where no drive is there for the health record', () => {
  const on = opened();
  rmSync(on.drive, { recursive: true });
  expect(on.calls.closeDay(closing)).toMatchObject({
    ok: true,
    value: { sheet: { health: { kind: 'not-saved', why: 'no-drive' } } },
  });
  expect(on.dayRows.day()).toBeNull();
});

it('a day is closed with its sheet where the health record can’t be told, and the sheet can be printed', () => {
  const on = opened();
  on.is.unreadable = true;
  expect(on.calls.closeDay(closing)).toMatchObject({
    ok: true,
    value: { sheet: { health: { kind: 'not-saved', why: 'failed' } } },
  });
  expect(on.dayRows.day()).toBeNull();
  expect(on.daySheets.last()?.paper.heading).toBe('Day sheet');
  expect(on.failed).toEqual(['Error: disk I/O error']);
});
