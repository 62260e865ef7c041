import { beforeAll, expect, test } from 'vitest';
import type { Receipt, SearchReport } from '../../../shared/contract/receipt.ts';
import type { BecameOf } from '../../../shared/contract/residents/last-ending.ts';
import { speakEnglish } from '../english.test-support.ts';
import { becameInWords } from './ending.ts';
import * as promises from './promises.ts';

beforeAll(speakEnglish);

function ended(search: SearchReport): BecameOf {
  const receipt: Receipt = {
    ...{ version: 2, practice: false, day: '2026-11-24', kiosk: 'City Hall', signature: '', publicKey: '' },
    erased: { outcome: 'withdrawn', custody: 'memory', search, spool: 'kept-nothing' },
    ended: { processesEnded: 6, foldersRemoved: 1 },
    notDone: [],
  };
  return { kind: 'ended', receipt, milliseconds: null, fee: null };
}

const SEARCHED: Extract<SearchReport, { kind: 'searched' }> = {
  kind: 'searched',
  ...{
    values: 11,
    tooShort: 0,
    alsoOwn: 0,
    windows: 0,
    files: 214,
    bytes: 3_100_000,
    hits: 0,
    unreadable: 0,
  },
};

test('that something is erased is claimed only where a search went through and found nothing', () => {
  const refuted: readonly SearchReport[] = [
    { kind: 'void' },
    { kind: 'not-searched' },
    { ...SEARCHED, hits: 1 },
    { ...SEARCHED, unreadable: 1 },
  ];
  for (const search of refuted) {
    const said = becameInWords(ended(search));
    expect(said).toMatch(/couldn’t check/);
    expect(said).not.toMatch(/^Everything you entered is erased/);
  }
  // The plural's own form is not compiled here; it is another message than all of these.
  const claimed = becameInWords(ended(SEARCHED));
  expect(refuted.map((search) => becameInWords(ended(search)))).not.toContain(claimed);
});

test('under a legal hold nothing that a resident reads promises an end', () => {
  const held = [
    promises.whatHappensInWords(true),
    promises.cityKeepsInWords(true),
    promises.leavingInWords('held'),
    promises.idleEndInWords('held'),
  ];
  for (const said of held) {
    expect(said).toMatch(/legal hold/);
    expect(said).toMatch(/keeps|is kept/);
    expect(said).not.toMatch(/erase/);
  }
  // The control: without one they say that it is erased.
  expect(promises.whatHappensInWords(false)).toMatch(/erases/);
  expect(promises.leavingInWords('erased')).toMatch(/erases/);
  expect(promises.idleEndInWords('erased')).toMatch(/erases/);
  expect(promises.idleEndInWords('locked')).not.toMatch(/erase/);
});
