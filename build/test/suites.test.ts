import { describe, expect, it } from 'vitest';
import type { Plan } from './run-all.ts';
import type { Suite } from './suite.ts';
import { suitesOf, suitesOnSecond } from './suites.ts';

function suitesIn(plan: Plan): readonly Suite[] {
  if ('sideBySide' in plan) return plan.sideBySide.flatMap(suitesIn);
  return 'inTurn' in plan ? plan.inTurn.flatMap(suitesIn) : [plan];
}

const named = (plan: Plan): readonly string[] => suitesIn(plan).map(({ name }) => name);

const EVERYWHERE = [
  ...['crash', 'e2e', 'packages', 'parts', 'print', 'rehearsal', 'remanence', 'remanence-at-queue', 'unit'],
];

describe('the suites', () => {
  it.each([false, true])('are the same ones, long or short (all: %s), each once', (all) => {
    const long = all ? ['clerk', 'sabotages'] : [];
    expect(named(suitesOf({ all })).toSorted()).toEqual([...long, ...EVERYWHERE].toSorted());
  });

  it('has the machine to itself while it times a clerk, and no test twice', () => {
    const plans = [
      suitesOf({ all: true }),
      suitesOnSecond({ wish: 'electron-25', electronVersion: '25.1.1' }),
    ];
    for (const plan of plans) {
      if (!('inTurn' in plan)) throw new Error('suites that run in turn were expected');
      const last = plan.inTurn.at(-1);
      if (last === undefined) throw new Error('there is no last suite');
      expect(named(last).map((name) => name.replace(/-electron.*/, ''))).toEqual(['clerk']);
      const wordsOf = (name: string) =>
        suitesIn(plan)
          .find((suite) => suite.name.startsWith(name))
          ?.command('report.json')
          .words.join(' ');
      expect(wordsOf('clerk')).toContain('--grep @alone --workers 1');
      expect(wordsOf('e2e')).toContain('--grep-invert @alone');
    }
  });

  it('boot a machine with the package alone, and only where they are long', () => {
    const packaged = (all: boolean) => suitesIn(suitesOf({ all })).find(({ name }) => name === 'packages');
    expect(packaged(false)?.command('report.json').environment).toEqual({ COUNTERFOIL_SAMPLE: '1' });
    expect(packaged(true)?.command('report.json').environment).toEqual({ COUNTERFOIL_SAMPLE: '' });
    const long = suitesOf({ all: true });
    if (!('inTurn' in long)) throw new Error('suites that run in turn were expected');
    expect(long.inTurn.map(named)).toContainEqual(['packages']);
  });

  it('are as long as they are asked to be', () => {
    const isLong = (all: boolean) =>
      Object.fromEntries(
        suitesIn(suitesOf({ all })).map(({ name, command }) => {
          const { words, environment } = command('report.json');
          return [name, words.includes('--all') || environment?.COUNTERFOIL_ALL === '1'];
        }),
      );
    expect(Object.values(isLong(false))).not.toContain(true);
    const sampled = suitesIn(suitesOf({ all: false })).filter(
      ({ command }) => command('report.json').environment?.COUNTERFOIL_SAMPLE === '1',
    );
    expect(sampled.map(({ name }) => name)).toEqual(expect.arrayContaining(['unit', 'print', 'e2e']));
    expect(isLong(true)).toMatchObject({ unit: true, parts: true, e2e: true, crash: true, remanence: true });
  });
});

describe('on the second runtime', () => {
  const second = suitesIn(suitesOnSecond({ wish: 'electron-25', electronVersion: '25.1.1' }));

  it('runs what starts a kiosk, in its long version and on that runtime', () => {
    expect(second.map(({ name }) => name).toSorted()).toEqual([
      'clerk-electron-25.1.1',
      'e2e-electron-25.1.1',
      'rehearsal-electron-25.1.1',
      'remanence-electron-25.1.1',
    ]);
    for (const { command } of second)
      expect(command('report.json').environment?.COUNTERFOIL_RUNTIME).toBe('electron-25');
    for (const { command, name } of second) {
      const { words, environment } = command('report.json');
      const isLong = words.includes('--all') || environment?.COUNTERFOIL_ALL === '1';
      expect(isLong || name.startsWith('rehearsal'), name).toBe(true);
    }
  });

  it('is kept under names of its own: what passed on one runtime says nothing of the other', () => {
    const first = new Set(named(suitesOf({ all: true })));
    for (const { name } of second) expect(first).not.toContain(name);
  });
});
