import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endingCount } from '../../../shared/contract/ending-count.ts';
import { checkpointOfCode } from '../ledger/checkpoint-code.ts';
import { isCheckpointValid } from '../ledger/signatures.ts';
import { A_SUPERVISOR } from '../staff/actor.test-support.ts';
import { wipingApplication } from '../vault/vault.test-support.ts';
import { closing, dayStage, issue, opened } from './day.test-support.ts';

const done = { ok: true, value: {} };
const refused = (why: string) => ({ ok: false, error: { kind: 'day-refused', why } });
const HOUR = 3_600_000;

function figures({ calls }: ReturnType<typeof dayStage>) {
  const answer = calls.dayFigures({});
  if (!('ok' in answer) || !answer.ok) throw new Error('no figures');
  return answer.value;
}

describe('the counter’s day', () => {
  it('is opened once, with the blanks that were counted, and the ledger has it', () => {
    const on = opened(480);
    expect(on.entries()).toEqual([
      {
        ...{ kind: 'day-opened', utc: '2026-11-24T13:00:00.000Z', by: A_SUPERVISOR.member },
        ...{ counterDay: '2026-11-24', blanks: 480 },
      },
    ]);
    expect(on.calls.openDay({ blanks: 480 })).toEqual(refused('already-open'));
  });

  it('expects what is left by cards issued and spoiled and by test cards; a reprint is no further blank', () => {
    const on = dayStage();
    issue(on);
    on.calls.openDay({ blanks: 100 });
    // A card spoiled and reprinted, and handed over: two attempts, two blanks.
    on.outbox.record(({ day }) => [
      { kind: 'spoiled', day, reason: 'smudged' },
      { kind: 'issued', day, printer: 'virtual', attempts: 2 },
    ]);
    issue(on, 'paid');
    issue(on, 'waived');
    on.dayRows.addTestCards(1);
    on.dayRows.addTestCards(1);
    // The printer says that it made none.
    on.dayRows.addTestCards(-1);
    on.calls.noteAddedBlanks({ added: 7 });
    on.calls.noteAddedBlanks({ added: 50 });
    expect(figures(on)).toMatchObject({
      blanks: { atOpening: 100, added: 50, issued: 3, spoiled: 1, testCards: 1, expected: 145 },
      fees: { paid: 1, waived: 1 },
    });
  });

  it('takes off cards that the ledger counts later, and no blank of a card that was made before', () => {
    const on = dayStage();
    const before = on.applicationIn({ kind: 'printed' });
    on.calls.openDay({ blanks: 100 });
    expect(figures(on).blanks).toMatchObject({ expected: 100, waiting: 1, printedBefore: 1 });
    on.vault.remove(before);
    issue(on);
    expect(figures(on).blanks).toMatchObject({ issued: 1, expected: 100, waiting: 0 });
    on.applicationIn({ kind: 'printed' });
    wipingApplication(on.vault, 'issued');
    expect(figures(on).blanks).toMatchObject({ waiting: 2, expected: 98 });
  });

  it('counts fees of handed-over cards whose printer is waited for', () => {
    const on = opened();
    wipingApplication(on.vault, 'issued');
    const counted = endingCount.parse({ again: null, fee: 'paid', denied: null });
    on.vault.database.prepare('UPDATE wipe SET counted = ?').run(JSON.stringify(counted));
    expect(figures(on).fees).toMatchObject({ paid: 1, waived: 0 });
  });

  it('tells of fees a range by their number alone, and nothing where the policy is another one', () => {
    const on = opened();
    const none = figures(on).fees.expected;
    expect([none?.leastCents, none?.mostCents]).toEqual([0, 0]);
    for (let card = 0; card < 3; card += 1) issue(on, 'paid');
    const three = figures(on).fees.expected;
    expect(three?.leastCents).toBeGreaterThan(0);
    expect(three?.mostCents).toBeGreaterThanOrEqual(three?.leastCents ?? 0);
    on.outbox.record(({ utc }) => ({ kind: 'policy-in-force', utc, policy: 'ab'.repeat(32) }));
    expect(figures(on).fees.expected).toBeNull();
    expect(
      on.calls.closeDay({ ...closing, expected: 477, blanks: 477, paid: 3, drawerCents: 5 }),
    ).toMatchObject({
      ok: true,
    });
    expect(on.entries()).toContainEqual(expect.objectContaining({ drawer: 'not-counted' }));
  });

  it('is closed with a sheet whose code is the ledger’s signed head; nothing of the drawer but how it stands is kept', () => {
    const on = opened();
    issue(on, 'paid');
    const answer = on.calls.closeDay({
      blanks: 478,
      expected: 479,
      paid: 1,
      blanksDifference: 'missing',
      drawerCents: 987_654,
      drawerDifference: 'not-known',
    });
    expect(on.entries().slice(-2)).toMatchObject([
      {
        ...{ kind: 'day-closed', counterDay: '2026-11-24', blanks: 478, expected: 479 },
        ...{ blanksDifference: 'missing', drawer: 'over', drawerDifference: 'not-known' },
      },
      { kind: 'checkpoint-taken', way: 'day-sheet' },
    ]);
    if (!('ok' in answer) || !answer.ok) throw new Error('not closed');
    const { sheet } = answer.value;
    if (sheet === null) throw new Error('no sheet');
    const checkpoint = checkpointOfCode(sheet.paper.code.text);
    if (checkpoint === null) throw new Error('no code');
    expect([checkpoint.sequence, isCheckpointValid(checkpoint)]).toEqual([sheet.sequence, true]);
    expect(on.ledger.verify({ checkpoint }).ok).toBe(true);
    expect(JSON.stringify([sheet, on.entries()])).not.toMatch(/9,?876|987654/);
    expect(on.dayRows.day()).toBeNull();
    expect(on.calls.closeDay(closing)).toEqual(refused('not-open'));
    expect(on.calls.dayFigures({})).toEqual(refused('not-open'));
    expect(on.calls.noteAddedBlanks({ added: 1 })).toEqual(refused('not-open'));
  });

  it('has no sheet before the ledger has its closing; the sheet that is made then is its own', () => {
    const on = opened();
    on.fault.full = true;
    expect(on.calls.closeDay({ ...closing, blanks: 479, blanksDifference: 'missing' })).toEqual({
      ok: true,
      value: { sheet: null },
    });
    expect([on.daySheets.last(), on.dayRows.day(), readdirSync(on.drive)]).toEqual([null, null, []]);
    on.fault.full = false;
    on.outbox.flush();
    on.clock.advance(25 * HOUR);
    const counts = { issued: 0, spoiled: 0, wiped: 0 };
    const { paper, sequence } = on.daySheets.make({ kind: 'not-counted', counts });
    expect(paper.rows).toContainEqual({
      label: 'Day',
      value: expect.stringMatching(/^November 24, 2026, \d+:\d\d [AP]M$/),
    });
    expect(JSON.stringify(paper)).toContain('479, 1 too few (missing)');
    expect([on.entries().at(-1)?.kind, checkpointOfCode(paper.code.text)?.sequence]).toEqual([
      'day-closed',
      sequence,
    ]);
    expect(sequence).toBe(on.ledger.head()?.sequence);
    // Its record is as late as the sheet, and of the same day.
    const [file = ''] = readdirSync(on.drive);
    expect(JSON.parse(readFileSync(join(on.drive, file), 'utf8'))).toMatchObject({
      blanks: { day: '2026-11-24', closed: { counted: 479, difference: 'missing' } },
      head: { sequence },
    });
    expect(on.daySheets.make({ kind: 'not-counted', counts }).paper.heading).toContain('no day open');
  });

  it('that is opened again says on its sheet that its figures are since then; between the two no day is open', () => {
    const on = opened();
    issue(on);
    const sheetOf = (answer: unknown): string => JSON.stringify(answer);
    const first = on.calls.closeDay({ ...closing, blanks: 479, expected: 479 });
    expect(sheetOf(first)).toContain('"Day sheet"');
    const counts = { issued: 1, spoiled: 0, wiped: 0 };
    expect(on.daySheets.make({ kind: 'not-counted', counts }).paper.heading).toBe('Day sheet, no day open');
    on.clock.advance(HOUR);
    expect(on.calls.openDay({ blanks: 479 })).toEqual(done);
    issue(on);
    issue(on);
    expect(figures(on)).toMatchObject({ opening: 2, blanks: { issued: 2, expected: 477 } });
    const second = sheetOf(on.calls.closeDay({ ...closing, blanks: 477, expected: 477 }));
    expect(second).toContain('Day sheet, opening 2 of the day');
    expect(second).toContain('2 issued');
    // Another day's first opening is none of this day's.
    on.clock.advance(24 * HOUR);
    on.calls.openDay({ blanks: 477 });
    expect(figures(on).opening).toBe(1);
  });

  it('leaves in the ledger how many blanks came in', () => {
    const on = opened();
    on.calls.noteAddedBlanks({ added: 50 });
    on.calls.closeDay({ ...closing, blanks: 530, expected: 530 });
    expect(on.entries()).toContainEqual(expect.objectContaining({ kind: 'day-closed', added: 50 }));
  });

  it.each([
    ['a difference without a reason', { blanks: 479 }],
    ['a reason without a difference', { blanksDifference: 'missing' }],
    ['a drawer without a reason', { drawerCents: 100 }],
    ['a reason for a drawer that nobody counted', { drawerDifference: 'missing' }],
  ] as const)('is not closed with %s', (_what, change) => {
    const on = opened();
    expect(on.calls.closeDay({ ...closing, ...change })).toEqual(refused('reason-missing'));
    expect(on.dayRows.day()).not.toBeNull();
  });

  it.each([
    ['over', 987_654],
    ['short', 1],
  ] as const)('is closed with a drawer that is %s by a fee of another day’s card', (drawer, drawerCents) => {
    const on = opened();
    issue(on, 'paid');
    const counted = { ...closing, blanks: 479, expected: 479, paid: 1, drawerCents };
    const answer = on.calls.closeDay({ ...counted, drawerDifference: 'paid-another-day' });
    expect(on.entries()).toContainEqual(
      expect.objectContaining({ drawer, blanksDifference: 'none', drawerDifference: 'paid-another-day' }),
    );
    expect(JSON.stringify(answer)).toContain('(a fee paid on another day than its handoff)');
  });

  it('is not closed against other figures than were on the screen', () => {
    const on = opened();
    issue(on);
    expect(on.calls.closeDay(closing)).toEqual(refused('figures-changed'));
  });

  it('is not closed against fewer fees than were paid by now', () => {
    const on = opened();
    issue(on, 'paid');
    const shown = { ...closing, blanks: 479, expected: 479 };
    expect(on.calls.closeDay({ ...shown, paid: 0 })).toEqual(refused('figures-changed'));
    expect(on.calls.closeDay({ ...shown, paid: 1 })).toMatchObject({ ok: true });
  });

  it('has a reason for more cards used than were counted and added, also where none is left', () => {
    const on = opened(1);
    for (let card = 0; card < 3; card += 1) issue(on);
    expect(figures(on).blanks.expected).toBe(-2);
    const none = { ...closing, blanks: 0, expected: -2 };
    expect(on.calls.closeDay(none)).toEqual(refused('reason-missing'));
    const answer = on.calls.closeDay({ ...none, blanksDifference: 'miscounted' });
    expect(JSON.stringify(answer)).toContain('1 at opening, 0 added, 2 more used than these');
    expect(on.entries()).toContainEqual(
      expect.objectContaining({ kind: 'day-closed', blanks: 0, expected: 0, blanksDifference: 'miscounted' }),
    );
  });

  it('goes on past midnight, and over a restart, and is closed late', () => {
    const on = opened();
    issue(on);
    // A night of 25 hours is one of other figures for no count.
    on.clock.advance(25 * HOUR);
    issue(on);
    const { isLate, blanks, counterDay } = figures(on);
    expect([isLate, blanks.issued, counterDay.day]).toEqual([true, 2, 24]);
    const answer = on.calls.closeDay({ ...closing, blanks: 478, expected: 478 });
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer)).toContain(
      'November 24, 2026. Closed late, on November 25, 2026, 2:00 PM.',
    );
    expect(on.calls.openDay({ blanks: 478 })).toEqual(done);
  });

  it.each([
    ['card-printing', (on: ReturnType<typeof dayStage>) => on.applicationIn({ kind: 'queued' })],
    ['card-printing', (on) => on.applicationIn({ kind: 'printing', card: 'doubtful' })],
    ['card-printing', (on) => (on.is.testing = true)],
    ['erasing', (on) => (on.is.erasing = true)],
    ['in-practice', (on) => on.vault.kiosk.setPracticing(true)],
    ['not-live', (on) => on.vault.database.prepare('UPDATE kiosk SET custody = NULL').run()],
    [
      'not-written',
      (on) => {
        on.fault.full = true;
        issue(on);
        on.outbox.endDay();
      },
    ],
  ] as const satisfies readonly (readonly [string, (on: ReturnType<typeof dayStage>) => unknown])[])(
    'is not closed now: %s',
    (why, trouble) => {
      const on = opened();
      trouble(on);
      expect(on.calls.closeDay(closing)).toEqual(refused(why));
      expect(on.dayRows.day()).not.toBeNull();
    },
  );

  it('has no date that nobody believes: it is neither opened nor closed, and nothing is packed up', () => {
    const on = opened();
    on.is.doubted = true;
    const unconfirmed = { ok: false, error: { kind: 'date-unconfirmed' } };
    expect(on.calls.closeDay(closing)).toEqual(unconfirmed);
    expect(on.calls.openDay({ blanks: 1 })).toEqual(unconfirmed);
    expect(on.calls.packUp({ applications: 0 })).toEqual(unconfirmed);
  });

  it('closes under a legal hold with cards that were damaged and thrown away', () => {
    const on = opened();
    on.holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 1, by: 'Marisol Tidewater', applications: [] },
    });
    const counted = { ...closing, blanks: 478, blanksDifference: 'damaged' } as const;
    expect(on.calls.closeDay(counted)).toMatchObject({ ok: true });
  });

  it('closes beside an application under a hold, and says of practice that its cards are in no figure', () => {
    const on = opened();
    const held = on.applicationIn({ kind: 'printed' });
    on.holds.set({
      ...{ scope: 'tickets', reason: 'subpoena', since: 1, by: 'Marisol Tidewater' },
      applications: [held],
    });
    const { member: by } = A_SUPERVISOR;
    on.outbox.record(({ utc }) => ({ kind: 'practice-began', utc, by }));
    on.outbox.record(({ utc }) => ({ kind: 'practice-ended', utc, by }));
    expect(figures(on)).toMatchObject({ practiced: true, blanks: { expected: 479 } });
    expect(on.calls.closeDay({ ...closing, blanks: 479, expected: 479 })).toMatchObject({ ok: true });
  });
});
