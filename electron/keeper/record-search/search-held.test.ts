import { expect, it } from 'vitest';
import type {
  ApplicationToSearch,
  RecordSearchReport,
} from '../../../shared/contract/command/record-search.ts';
import {
  type ApplicationId,
  applicationId,
  policyHash,
  recordSearchId,
  ticket,
} from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { createHeldApplications } from './held-applications.ts';
import { type SearchHeldPort, searchHeld } from './search-held.ts';

const DIGEST = 'ab'.repeat(32);
const name = {
  search: recordSearchId.parse('e'.repeat(32)),
  key: new Uint8Array(32),
  sealed: new Uint8Array(9),
};
const POLICY = policyHash.parse('0'.repeat(64));
const asked = { name, digest: DIGEST };
const idOf = (number: number): ApplicationId => applicationId.parse(number.toString(16).padStart(32, '0'));
const searched = (found: Extract<RecordSearchReport, { kind: 'searched' }>['found'] = [], digest = DIGEST) =>
  ({ kind: 'searched', digest, found }) as const;

/** What the kiosk has of an application. `key`: lent; none; or waiting for a passphrase. */
interface Given {
  readonly number: number;
  readonly key: 'there' | 'none' | 'locked';
  /** Its wipe has begun; `row`: the record is still there. */
  readonly wiped?: boolean;
  readonly row?: boolean;
  readonly report?: RecordSearchReport | null;
  /** Its slot could not be proven overwritten. */
  readonly remnant?: boolean;
  readonly day?: string;
  /** It is open when the search begins, and nothing of it is left when the search comes to it. */
  readonly erased?: boolean;
}

const STAFF_TEXT = { source: 'staff-name', text: 'Marisol Tidewater' } as const;
/** What the process says that is given the texts of staff. */
const noneOfStaff = { kind: 'staff-texts-searched', digest: DIGEST, found: [] } as const;

function stage(given: readonly Given[], ofStaff: RecordSearchReport | null = { ...noneOfStaff, found: [] }) {
  const of = (id: ApplicationId): Given | undefined => given.find(({ number }) => idOf(number) === id);
  const applications: ApplicationToSearch[] = [];
  const texts: unknown[] = [];
  const inFlight = { now: 0, most: 0 };
  const held = createHeldApplications({
    vault: {
      open: () => given.flatMap(({ number, wiped }) => (wiped === true ? [] : [{ id: idOf(number) }])),
      find(id) {
        const one = of(id);
        if (one === undefined || one.row === false || one.erased === true) return null;
        return {
          ...{
            id,
            ticket: ticket.parse(one.number % 100),
            day: one.day ?? '2026-11-24',
            began: 0,
            began_elapsed: 0,
          },
          ...{ state: 'draft', policy: POLICY, look_up: null, job: null, attempts: 0, stage: null },
          ...{ ending: null, wipe: null, answers: new Uint8Array(3), card: null },
          ...{ photo: new Uint8Array(5), tray: new Uint8Array(6) },
        };
      },
      wipes: {
        all: () =>
          given.flatMap(({ number, wiped }) => (wiped === true ? [{ application: idOf(number) }] : [])),
      },
    },
    custody: {
      open(id) {
        const key = of(id)?.key ?? 'none';
        if (key === 'there') return ok(new Uint8Array(32));
        return err({ kind: key === 'locked' ? 'locked' : 'no-key' });
      },
      has: (id) => of(id)?.key !== 'none' || of(id)?.remnant === true,
    },
  });
  const port: SearchHeldPort = {
    held,
    staffTexts: () => [STAFF_TEXT],
    processes: {
      async run({ where }) {
        if (where.kind === 'name-alone') throw new Error('the name was looked at before');
        if (where.kind === 'staff-texts') {
          texts.push(where.texts);
          return ofStaff;
        }
        applications.push(where.application);
        inFlight.now += 1;
        inFlight.most = Math.max(inFlight.most, inFlight.now);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight.now -= 1;
        const one = of(where.application.id);
        return one?.report === undefined ? searched() : one.report;
      },
      endAll: () => Promise.resolve(true),
    },
  };
  return { port, applications, texts, inFlight };
}

async function findingsOf(given: readonly Given[], ofStaff?: RecordSearchReport | null) {
  const { port } = stage(given, ofStaff);
  return searchHeld(port, asked, new AbortController().signal, () => undefined);
}

it('everything that is held is counted, and none that was not opened is said not to be there', async () => {
  expect(await findingsOf([])).toEqual({
    ...{
      verdict: 'not-found',
      searched: 0,
      unsearchable: 0,
      failed: 0,
      beingErased: 0,
      erasedMeanwhile: 0,
      matches: [],
      staffTexts: [],
    },
  });
  expect(await findingsOf([{ number: 1, key: 'there' }])).toMatchObject({
    verdict: 'not-found',
    searched: 1,
  });
  for (const unsearchable of [
    { number: 2, key: 'none' },
    { number: 2, key: 'locked' },
    { number: 2, key: 'there', report: { kind: 'unreadable' } },
    // Its wipe has begun, and its key may still lie in its slot.
    { number: 2, key: 'none', wiped: true, remnant: true },
  ] as const) {
    expect(await findingsOf([{ number: 1, key: 'there' }, unsearchable])).toMatchObject({
      ...{ verdict: 'not-known', searched: 1, unsearchable: 1, failed: 0, beingErased: 0 },
    });
  }
  // It died, or searched for another name: that is told apart from what nobody can open here.
  for (const report of [null, searched([], 'cd'.repeat(32))]) {
    const findings = await findingsOf([
      { number: 1, key: 'there' },
      { number: 2, key: 'there', report },
    ]);
    expect(findings).toMatchObject({
      ...{ verdict: 'not-known', searched: 1, unsearchable: 0, failed: 1, beingErased: 0 },
    });
  }
});

it('what a hold stopped in its erasure is opened; what has lost its key is being erased', async () => {
  const found = [{ input: 'name', match: 'as-typed' }] as const;
  expect(
    await findingsOf([
      { number: 9, key: 'there', wiped: true, report: searched([...found]) },
      { number: 3, key: 'there', report: searched([...found]) },
      { number: 4, key: 'none', wiped: true },
      { number: 5, key: 'none', wiped: true, row: false },
    ]),
  ).toEqual({
    ...{ verdict: 'found', searched: 2, unsearchable: 0, failed: 0, beingErased: 2, erasedMeanwhile: 0 },
    matches: [
      { ticket: 3, day: '2026-11-24', found },
      { ticket: 9, day: '2026-11-24', found },
    ],
    staffTexts: [],
  });
});

it('what staff typed is given to one process, which alone can compare it with the name', async () => {
  const found = [{ source: 'staff-name', match: 'as-typed' }] as const;
  const { port, texts } = stage([{ number: 1, key: 'there' }], { ...noneOfStaff, found: [...found] });
  expect(await searchHeld(port, asked, new AbortController().signal, () => undefined)).toMatchObject({
    ...{ verdict: 'found', searched: 1, matches: [], staffTexts: found },
  });
  expect(texts).toEqual([[STAFF_TEXT]]);
  // It died, or searched for another name.
  for (const report of [null, { ...noneOfStaff, found: [], digest: 'cd'.repeat(32) }])
    expect(await findingsOf([{ number: 1, key: 'there' }], report)).toMatchObject({
      ...{ verdict: 'not-known', searched: 1, failed: 0, staffTexts: null },
    });
});

it('while anything is being erased, or was erased since the search began, nobody says that a name is not held', async () => {
  expect(await findingsOf([{ number: 4, key: 'none', wiped: true }])).toMatchObject({
    ...{ verdict: 'not-known', beingErased: 1, erasedMeanwhile: 0 },
  });
  expect(await findingsOf([{ number: 4, key: 'none', erased: true }])).toMatchObject({
    ...{ verdict: 'not-known', beingErased: 0, erasedMeanwhile: 1 },
  });
});

it('two applications with one number are told apart by their days', async () => {
  const found = [{ input: 'name', match: 'as-typed' }] as const;
  const findings = await findingsOf([
    { number: 103, key: 'there', report: searched([...found]) },
    { number: 3, key: 'there', day: '2026-11-23', report: searched([...found]) },
  ]);
  expect(findings?.matches).toMatchObject([
    { ticket: 3, day: '2026-11-23' },
    { ticket: 3, day: '2026-11-24' },
  ]);
});

it('what is to be opened, and what has no key, is counted without opening anything', () => {
  const { port, applications, texts } = stage([
    { number: 1, key: 'there' },
    { number: 2, key: 'there', wiped: true },
    { number: 3, key: 'none' },
    { number: 4, key: 'locked' },
    { number: 5, key: 'none', wiped: true, remnant: true },
    { number: 6, key: 'none', wiped: true },
  ]);
  expect(port.held.count()).toEqual({ applications: 2, unsearchable: 3 });
  expect([applications, texts]).toEqual([[], []]);
});

it('what is opened is what was typed and what was printed, and no picture', async () => {
  const { port, applications } = stage([{ number: 1, key: 'there' }]);
  await searchHeld(port, asked, new AbortController().signal, () => undefined);
  expect(applications.map((application) => Object.keys(application).toSorted())).toEqual([
    ['answers', 'card', 'id', 'key'],
  ]);
});

it('a few processes at a time, each told, until it is stopped', async () => {
  const many = Array.from({ length: 40 }, (_, place): Given => ({ number: place + 1, key: 'there' }));
  const { port, applications, inFlight } = stage(many);
  const told: number[] = [];
  const all = await searchHeld(port, asked, new AbortController().signal, ({ done, of }) => {
    expect(of).toBe(40);
    told.push(done);
  });
  expect(all).toMatchObject({ searched: 40 });
  expect(told).toEqual(Array.from({ length: 41 }, (_, place) => place));
  expect(new Set(applications.map(({ id }) => id)).size).toBe(40);
  expect(inFlight.most).toBe(3);

  const stop = new AbortController();
  const stopped = stage(many);
  const nothing = await searchHeld(stopped.port, asked, stop.signal, ({ done }) => {
    if (done === 10) stop.abort();
  });
  expect(nothing).toBeNull();
  expect(stopped.applications.length).toBeLessThan(15);
});
