import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../result.ts';
import { type AuthorizedCalls, authorizeCalls, type CallerState } from './authorize-calls.ts';
import { type CallDeclarations, call } from './declare.ts';
import { keeperCalls } from './keeper.ts';
import { screenCalls } from './screen.ts';
import { supervisionCalls } from './supervision.ts';

const SECRET = 'Zephyrina Vandersloot';

const declared = {
  open: call({
    role: 'anyone',
    moment: 'always',
    input: z.object({ text: z.string().max(5) }),
    output: z.unknown(),
  }),
  staff: call({ role: 'staff', moment: 'application-open', input: z.object({}), output: z.unknown() }),
  chief: call({ role: 'supervisor', moment: 'no-application', input: z.object({}), output: z.unknown() }),
  clerk: call({ role: 'clerk-or-supervisor', moment: 'always', input: z.object({}), output: z.unknown() }),
  pair: call({ role: 'two-supervisors', moment: 'always', input: z.object({}), output: z.unknown() }),
  watch: call({ role: 'supervisor-or-it', moment: 'always', input: z.object({}), output: z.unknown() }),
  first: call({ role: 'anyone', moment: 'before-set-up', input: z.object({}), output: z.unknown() }),
  theirs: call({ role: 'staff-or-nobody', moment: 'always', input: z.object({}), output: z.unknown() }),
  typing: call({ role: 'resident-or-clerk', moment: 'always', input: z.object({}), output: z.unknown() }),
  touch: call({ role: 'resident-or-staff', moment: 'always', input: z.object({}), output: z.unknown() }),
  breaks: call({
    role: 'anyone',
    moment: 'always',
    input: z.object({ how: z.enum(['throw', 'reject']) }),
    output: z.unknown(),
  }),
  trap: call({
    role: 'anyone',
    moment: 'always',
    input: z.string().transform((text): unknown => JSON.parse(text)),
    output: z.unknown(),
  }),
} as const;

/** Real authorized calls whose handlers write down what reaches them. */
function stage(): {
  authorizedCalls: AuthorizedCalls;
  reached: [string, unknown][];
  bugs: [string, unknown][];
} {
  const reached: [string, unknown][] = [];
  const bugs: [string, unknown][] = [];
  const reach = (name: string) => (input: unknown) => {
    reached.push([name, input]);
    return ok('done');
  };
  const authorizedCalls = authorizeCalls(
    declared,
    {
      open: reach('open'),
      staff: reach('staff'),
      chief: reach('chief'),
      clerk: reach('clerk'),
      pair: reach('pair'),
      watch: reach('watch'),
      first: reach('first'),
      theirs: reach('theirs'),
      typing: reach('typing'),
      touch: reach('touch'),
      trap: reach('trap'),
      breaks({ how }) {
        if (how === 'throw') throw new Error(SECRET);
        return Promise.reject(new Error(SECRET));
      },
    },
    (name, error) => bugs.push([name, error]),
  );
  return { authorizedCalls, reached, bugs };
}

const caller = fc.record({
  role: fc.constantFrom('nobody', 'resident', 'handed-back', 'clerk', 'supervisor', 'it'),
  approved: fc.constantFrom(null, 'chief', 'pair', 'open'),
  setUp: fc.boolean(),
  applicationOpen: fc.boolean(),
} satisfies Record<keyof CallerState, unknown>);
const someName = fc.oneof(
  fc.constantFrom(...Object.keys(declared)),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
  fc.string({ size: 'max', maxLength: 200 }),
);
const someInput = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.constant({}),
  fc.constantFrom(
    { text: 'short' },
    { text: 'too long' },
    { how: 'throw' },
    { how: 'reject' },
    '{"a":1}',
    '{',
  ),
  fc.record({ text: fc.string({ size: 'max', maxLength: 2000 }) }),
);

describe('the authorization of calls', () => {
  it('answers whatever comes from whomever, and lets only what was declared through', async () => {
    await fc.assert(
      fc.asyncProperty(someName, someInput, caller, async (name, input, who) => {
        const { authorizedCalls, reached } = stage();
        const answer = await authorizedCalls.answer(name, input, who);
        expect(JSON.stringify(answer)).not.toContain(SECRET);
        if (reached.length === 0) {
          expect(answer.ok).toBe(false);
          if (!answer.ok) expect(Object.keys(answer.error)).toEqual(['kind']);
          return;
        }
        expect(reached).toEqual([[name, expect.anything()]]);
        const isStaff = ['clerk', 'supervisor', 'it'].includes(who.role);
        if (name === 'open') expect(declared.open.input.safeParse(input).success).toBe(true);
        if (name === 'staff') expect([isStaff, who.applicationOpen]).toEqual([true, true]);
        if (name === 'chief') {
          expect(who.applicationOpen).toBe(false);
          expect(who.role === 'supervisor' || (isStaff && who.approved === 'chief')).toBe(true);
        }
        if (name === 'clerk') expect(['clerk', 'supervisor']).toContain(who.role);
        if (name === 'pair') expect([who.role, who.approved]).toEqual(['supervisor', 'pair']);
        if (name === 'first') expect(who.setUp).toBe(false);
        if (name === 'theirs') expect(isStaff || who.role === 'nobody').toBe(true);
        if (name === 'typing') expect(['resident', 'clerk', 'supervisor']).toContain(who.role);
        if (name === 'touch') expect(isStaff || who.role === 'resident').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  const clerk: CallerState = { role: 'clerk', approved: null, setUp: true, applicationOpen: true };

  it('lets a right call through, without what was not declared', async () => {
    const { authorizedCalls, reached } = stage();
    expect(await authorizedCalls.answer('open', { text: 'short', more: SECRET }, clerk)).toEqual(ok('done'));
    expect(reached).toEqual([['open', { text: 'short' }]]);
  });

  it.each(['throw', 'reject'])('answers "broken" and nothing else where a handler %ss', async (how) => {
    const { authorizedCalls, bugs } = stage();
    expect(await authorizedCalls.answer('breaks', { how }, clerk)).toEqual({
      ok: false,
      error: { kind: 'broken' },
    });
    expect(bugs).toEqual([['breaks', new Error(SECRET)]]);
  });

  it('answers also where a schema itself breaks on its input', async () => {
    const { authorizedCalls, reached, bugs } = stage();
    expect(await authorizedCalls.answer('trap', '{', clerk)).toEqual({
      ok: false,
      error: { kind: 'broken' },
    });
    expect([reached, bugs.length]).toEqual([[], 1]);
    expect(await authorizedCalls.answer('trap', '{}', clerk)).toEqual(ok('done'));
  });

  it('asks for the role before it looks at the input', async () => {
    const { authorizedCalls } = stage();
    const nobody: CallerState = { role: 'nobody', approved: null, setUp: true, applicationOpen: false };
    expect(await authorizedCalls.answer('staff', 7, nobody)).toMatchObject({
      error: { kind: 'not-allowed' },
    });
    expect(await authorizedCalls.answer('staff', 7, { ...clerk, applicationOpen: false })).toMatchObject({
      error: { kind: 'not-now' },
    });
    expect(await authorizedCalls.answer('staff', 7, clerk)).toMatchObject({ error: { kind: 'malformed' } });
  });
});

describe('an approved act', () => {
  const states = (role: CallerState['role'], approved: string | null): CallerState => ({
    role,
    approved,
    setUp: true,
    applicationOpen: false,
  });
  it.each([
    ['clerk', null, 'chief', false],
    ['clerk', 'chief', 'chief', true],
    ['it', 'chief', 'chief', true],
    ['clerk', 'other', 'chief', false],
    ['nobody', 'chief', 'chief', false],
    ['supervisor', null, 'chief', true],
    // Two people: a clerk and one supervisor are not enough, and neither is a supervisor alone.
    ['clerk', 'pair', 'pair', false],
    ['supervisor', null, 'pair', false],
    ['supervisor', 'chief', 'pair', false],
    ['supervisor', 'pair', 'pair', true],
    ['it', null, 'watch', true],
    ['clerk', null, 'watch', false],
    ['clerk', 'watch', 'watch', true],
    ['it', null, 'clerk', false],
    ['it', 'clerk', 'clerk', false],
    ['clerk', null, 'clerk', true],
    // What a supervisor had approved on this screen was approved for who stood there before.
    ['resident', 'chief', 'chief', false],
    ['resident', 'watch', 'watch', false],
    ['handed-back', 'chief', 'chief', false],
  ] as const)('of a %s with %s approved, calling %s: %s', async (role, approved, name, allowed) => {
    const { authorizedCalls } = stage();
    expect((await authorizedCalls.answer(name, {}, states(role, approved))).ok).toBe(allowed);
  });
});

describe('what is declared', () => {
  it('asks for somebody signed in, but for what must work without', () => {
    for (const calls of [screenCalls, keeperCalls]) {
      const open = Object.entries(calls).filter(([, { role }]) => role === 'anyone');
      const expected = ['erased', 'getState', 'getStatus', 'policy', 'signIn'];
      expect(open.map(([name]) => name).sort()).toEqual(expected.filter((name) => name in calls));
      const withoutResident = Object.entries(calls).filter(([, { role }]) => role === 'staff-or-nobody');
      const alsoWithout = [
        'changePassphrase',
        'judgePassphrase',
        'recoverStaff',
        'setHoldByPassphrase',
        'setTextSize',
        'setUp',
        'signOut',
        'suggestPassphrase',
      ];
      expect(withoutResident.map(([name]) => name).sort()).toEqual(
        alsoWithout.filter((name) => name in calls),
      );
    }
  });

  /** The calls that somebody may make in some moment. */
  async function mayOf(
    role: CallerState['role'],
    calls: typeof screenCalls | typeof keeperCalls,
  ): Promise<readonly string[]> {
    const names = Object.keys(calls);
    const authorized = authorizeCalls<CallDeclarations>(
      calls,
      Object.fromEntries(names.map((name) => [name, () => ok({})])),
      expect.fail,
    );
    const may: string[] = [];
    for (const name of names) {
      const states = [true, false].map((applicationOpen) =>
        authorized.answer(name, undefined, { role, approved: name, setUp: true, applicationOpen }),
      );
      const answers = await Promise.all(states);
      if (answers.every((answer) => answer.ok || answer.error.kind !== 'not-allowed')) may.push(name);
    }
    return may.sort();
  }

  it('lets whoever stands before a screen that a resident had until now sign in, and do nothing else', async () => {
    expect(await mayOf('handed-back', screenCalls)).toEqual(['getState', 'signIn']);
    // An answer to the keeper's own order is nobody's act.
    expect(await mayOf('handed-back', keeperCalls)).toEqual(['erased', 'getStatus', 'policy', 'signIn']);
  });

  it('lets a resident who has the screen answer, choose and leave, and do nothing else', async () => {
    expect(await mayOf('resident', screenCalls)).toEqual([
      'answer',
      'chooseLanguage',
      'chooseLook',
      'chooseRoute',
      'finishAnswers',
      'forgetEnding',
      'getState',
      'leaveNow',
      'leaveWithTicket',
      'openApplication',
      'printableCharacters',
      'reportActivity',
      'signIn',
      'startApplication',
    ]);
    expect(await mayOf('resident', keeperCalls)).toEqual([
      'chooseLanguage',
      'chooseLook',
      'create',
      'erased',
      'finishAnswers',
      'forgetEnding',
      'getStatus',
      'keepAnswers',
      'leaveNow',
      'leaveWithTicket',
      'open',
      'policy',
      'reportActivity',
      'signIn',
    ]);
  });

  it('touches an application only while one is open', () => {
    const free = Object.entries({ ...screenCalls, ...keeperCalls })
      .filter(([, { moment }]) => moment === 'always')
      .map(([name]) => name);
    // A printer is not changed beside an applicant, no paper is printed, and nobody new takes over; a ribbon is changed, when it runs out in the middle of a card.
    const atRest = Object.entries(supervisionCalls).filter(([, { moment }]) => moment === 'no-application');
    expect(atRest.map(([name]) => name).sort()).toEqual([
      'beginPractice',
      'beginRecordSearch',
      'cancelRecordSearch',
      'carryOutOrder',
      'checkOrderOnStick',
      'checkPolicyOnStick',
      'chooseBuiltInPrinter',
      'chooseOrdinaryPrinter',
      'choosePrinter',
      'clearOrdinaryPrinter',
      'closeDay',
      'confirmTestCard',
      'dayFigures',
      'endPractice',
      'endRecordSearch',
      'identifyPrinter',
      'inspectOrdinaryPrinter',
      'inspectPrinter',
      'installOlderPolicy',
      'installPolicy',
      'lastExamination',
      'listQueues',
      'noteAddedBlanks',
      'openDay',
      'packUp',
      'printDaySheet',
      'printFeeReceipt',
      'printReceipt',
      'printRecordSearch',
      'printStatistics',
      'printTestCard',
      'printTestPage',
      'recoverStaff',
      'runDoctor',
      'saveRecordSearch',
      'setResidentSetting',
    ]);
    const supervision = Object.entries(supervisionCalls)
      .filter(([name, { moment }]) => name !== 'setUp' && moment === 'always')
      .map(([name]) => name);
    expect(free.sort()).toEqual(
      [
        'erased',
        'getState',
        'getStatus',
        'giveToResident',
        'judgePassphrase',
        'policy',
        'suggestPassphrase',
        ...supervision,
      ].sort(),
    );
  });
});
