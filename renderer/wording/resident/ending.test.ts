import { beforeAll, expect, test } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import type { ProvenSearch, Receipt } from '../../../shared/contract/receipt.ts';
import type { BecameOf } from '../../../shared/contract/residents/last-ending.ts';
import { speakEnglish } from '../english.test-support.ts';
import { longest } from '../papers/longest-receipt.test-support.ts';
import { receiptOnPaper } from '../papers/receipt-paper.ts';
import { beforeStartInWords } from './before-start.ts';
import { becameInWords, howItEndedInWords, whatNextInWords } from './ending.ts';
import * as promises from './promises.ts';
import { checkInWords } from './review.ts';

beforeAll(speakEnglish);

const SEARCHED: Extract<ProvenSearch, { kind: 'searched' }> = {
  ...{ kind: 'searched', tooShort: 0, alsoOwn: 0 },
  ...{ files: 100, bytes: 10_000_000, hits: 0, unreadable: 0 },
};

const SEARCHES: readonly ProvenSearch[] = [
  SEARCHED,
  { ...SEARCHED, tooShort: 1, alsoOwn: 1 },
  { ...SEARCHED, unreadable: 1 },
  { kind: 'not-searched' },
];
const FOUND_NOTHING = SEARCHES.slice(0, 2);

function receiptOf(search: ProvenSearch, more: Partial<Receipt['erased']> = {}): Receipt {
  return {
    ...{ version: 3, practice: false, day: '2026-11-24', kiosk: 'City Hall' },
    ...{ signature: '', publicKey: '', code: '' },
    erased: { outcome: 'withdrawn', custody: 'memory', search, spool: 'kept-nothing', ...more },
    notDone: [...longest.notDone, 'search-was-not-possible'],
  };
}

function ended(receipt: Receipt): BecameOf {
  return { kind: 'ended', receipt, milliseconds: null, fee: null };
}

function waiting(search: ProvenSearch): BecameOf {
  const result = { search, custody: 'memory', notDone: receiptOf(search).notDone } as const;
  return { kind: 'print-side-open', result };
}

test('that it is erased is claimed only where a search found nothing and no printer is waited for', () => {
  for (const search of SEARCHES) {
    const { lead } = becameInWords(ended(receiptOf(search)));
    expect(lead).toMatch(FOUND_NOTHING.includes(search) ? /^The kiosk erased/ : /^The kiosk couldn’t check/);
  }
});

test('while a printer is waited for nothing is claimed to be erased, and what was searched is said', () => {
  for (const search of SEARCHES) {
    const { lead, result } = becameInWords(waiting(search));
    expect(lead).toMatch(FOUND_NOTHING.includes(search) ? /can’t say yet/ : /couldn’t check/);
    expect([lead, ...(result?.done ?? [])].join(' ')).not.toMatch(/erased here|kiosk erased/);
    expect(result?.done.at(-1)).toMatch(/printer must still confirm/);
    expect(result?.done[0]).toBe(becameInWords(ended(receiptOf(search))).result?.done[0]);
  }
});

test('the screen tells whoever left all that the receipt tells, and all that it leaves open', () => {
  for (const search of SEARCHES)
    for (const custody of ['memory', 'sealed'] as const)
      for (const spool of ['kept-nothing', 'purged', 'not-proven'] as const) {
        const receipt = receiptOf(search, { custody, spool });
        const paper = receiptOnPaper(receipt);
        const { result } = becameInWords(ended(receipt));
        // All but where and when it was printed.
        expect(result).toEqual({ done: paper.lines.slice(1), notProven: paper.notProven });
        expect(result?.notProven?.lines).toHaveLength(receipt.notDone.length);
      }
  // The control: qualifications are sentences of their own, and none is said of a search that needs none.
  const [plain, qualified] = FOUND_NOTHING.map((search) => becameInWords(ended(receiptOf(search))));
  expect(qualified?.result?.done[0]).not.toBe(plain?.result?.done[0]);
  expect(plain?.result?.done[0]).not.toMatch(/too short|own files/);
});

/** But for the order's own words, and for what it forbids. */
const ERASES = /(?<!isn’t allowed to )erase(?! nothing \(a legal hold\))/;

test('under a legal hold nothing that a resident reads promises an end, nor that anything is kept until then', () => {
  const held = [
    promises.whatHappensInWords(true),
    promises.leavingInWords('held').join(' '),
    promises.idleEndInWords('held').join(' '),
    promises.readBackNoticeInWords().join(' '),
    becameInWords({ kind: 'held', ticket: ticket.parse(12) }).lead,
    promises.keptByHoldInWords(),
  ];
  for (const said of held) {
    expect(said).toMatch(/legal hold/);
    // What the hold forbids, and no more: where its key is in memory a power cut takes it, and not every screen knows where it is.
    expect(said).toMatch(/Until (the hold|it) ends, the kiosk isn’t allowed to erase/);
    expect(said).not.toMatch(/keeps|kept/);
    expect(said).not.toMatch(ERASES);
  }
  // The control: without one they say that it is erased.
  expect(promises.whatHappensInWords(false)).toMatch(ERASES);
  expect(promises.leavingInWords('erased').join()).toMatch(/erases/);
  expect(promises.idleEndInWords('erased').join()).toMatch(/erases/);
  expect(promises.idleEndInWords('locked').join()).not.toMatch(/erase/);
});

test('under a legal hold whoever begins, and whoever is about to have a card printed, reads that none can be given yet', () => {
  const said = promises.noCardUnderHoldInWords();
  expect(said).toMatch(/can’t give you a card before the legal hold ends/);
  expect(beforeStartInWords(true)).toContain(said);
  expect(promises.readBackNoticeInWords()).toContain(said);
  // The control.
  expect(beforeStartInWords(false)).not.toContain(said);
});

test('what a legal hold keeps is never said to end or to have ended, however it was left', () => {
  const ENDS = /has ended|application ends|ends here/;
  const outcomes = ['withdrawn', 'expired', 'called-off'] as const;
  const kept: BecameOf = { kind: 'held', ticket: ticket.parse(12) };
  const ofKept = outcomes.map((outcome) => howItEndedInWords({ outcome, became: kept }));
  const asked = [promises.leavingInWords('held'), promises.idleEndInWords('held')].flat();
  for (const said of [...ofKept, ...asked, becameInWords(kept).lead]) expect(said).not.toMatch(ENDS);
  // The control: what no hold keeps ends, and is said to.
  for (const outcome of outcomes)
    expect(howItEndedInWords({ outcome, became: ended(receiptOf(SEARCHED)) })).toMatch(ENDS);
  for (const said of [promises.leavingInWords('erased'), promises.idleEndInWords('erased')])
    expect(said.join()).toMatch(ENDS);
});

test('whoever left reads what they can do now, and nothing that only a clerk can do', () => {
  const next = (outcome: 'withdrawn' | 'expired' | 'called-off', mayStart: boolean): string | null =>
    whatNextInWords({ outcome, became: ended(receiptOf(SEARCHED)) }, mayStart);
  // By the button that leads there.
  expect(next('expired', true)).toBe('If you still want a card, press “Close” and start again.');
  expect(next('expired', false)).toBeNull();
  for (const mayStart of [true, false]) {
    expect(next('withdrawn', mayStart)).toBeNull();
    expect(next('called-off', mayStart)).toMatch(/Ask a clerk why/);
  }
});

test('nobody is invited to start again before all is erased and proven, and beside a word to ask staff', () => {
  const invited = (became: BecameOf): boolean =>
    whatNextInWords({ outcome: 'expired', became }, true)?.includes('start again') ?? false;
  for (const search of SEARCHES) {
    expect(invited(ended(receiptOf(search)))).toBe(FOUND_NOTHING.includes(search));
    expect(invited(waiting(search))).toBe(false);
  }
  const notYet: readonly BecameOf[] = [
    { kind: 'erasing' },
    { kind: 'closed' },
    { kind: 'held', ticket: ticket.parse(12) },
  ];
  for (const became of notYet) expect(invited(became)).toBe(false);
});

test('a legal hold leaves a number, and what it is for, however the screen was left', () => {
  const became: BecameOf = { kind: 'held', ticket: ticket.parse(12) };
  for (const outcome of ['withdrawn', 'expired', 'called-off'] as const)
    expect(whatNextInWords({ outcome, became }, true)).toBe(
      'Your number is 12. A clerk needs it to find your application.',
    );
});

test('under a legal hold neither the notice nor the review says that a card is made', () => {
  const MADE = /makes your card|card is printed/;
  for (const said of [(held: boolean) => beforeStartInWords(held).join(' '), checkInWords]) {
    expect(said(true)).not.toMatch(MADE);
    // The control.
    expect(said(false)).toMatch(MADE);
  }
  expect(checkInWords(true)).toMatch(/Is every letter right/);
});
