import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { firstStop, move, type Position, positionOf, type Stop, select, settle } from './scan.ts';

const control = (item: string): Stop<string> => ({ item, within: null });
const group = (item: string, within: readonly Stop<string>[]): Stop<string> => ({ item, within });

const screen = [
  control('language'),
  group('keyboard', [group('row 1', [control('q'), control('w')]), group('row 2', [control('a')])]),
  control('continue'),
];

/** Where a row of presses leads from the first stop, and what is pressed on the way. */
function after(stops: readonly Stop<string>[], presses: string) {
  let position = firstStop(stops);
  const pressed: string[] = [];
  for (const press of presses) {
    if (press === 'm') position = move(stops, position);
    else {
      const selection = select(stops, position);
      position = selection.position;
      if (selection.pressed !== null) pressed.push(selection.pressed);
    }
  }
  return { at: position?.at.kind === 'stop' ? position.at.item : (position?.at.kind ?? null), pressed };
}

it('moves from stop to stop, and begins again behind the last one', () => {
  expect(after(screen, '').at).toBe('language');
  expect(after(screen, 'mm').at).toBe('continue');
  expect(after(screen, 'mmm').at).toBe('language');
});

it('goes into a group, and out of it by the way behind its last stop', () => {
  expect(after(screen, 'ms').at).toBe('row 1');
  expect(after(screen, 'mss').at).toBe('q');
  expect(after(screen, 'mssmm').at).toBe('way-out');
  expect(after(screen, 'mssmmm').at).toBe('q');
  expect(after(screen, 'mssmms')).toEqual({ at: 'row 2', pressed: [] });
  expect(after(screen, 'msmms')).toEqual({ at: 'continue', pressed: [] });
});

it('presses a control, and begins with the rows of a keyboard again', () => {
  expect(after(screen, 'mssms')).toEqual({ at: 'row 1', pressed: ['w'] });
  expect(after(screen, 's')).toEqual({ at: 'language', pressed: ['language'] });
  const settings = [group('size', [control('small'), control('large')])];
  expect(after(settings, 'sms')).toEqual({ at: 'large', pressed: ['large'] });
});

it('begins anew in what is left of where it was', () => {
  const inRow: Position<string> = { groups: ['keyboard', 'row 1'], at: { kind: 'stop', item: 'q' } };
  expect(settle(screen, inRow)).toBe(inRow);
  const accents = [control('language'), group('keyboard', [group('á', [control('à')])])];
  expect(settle(accents, inRow)).toEqual({ groups: ['keyboard'], at: { kind: 'stop', item: 'á' } });
  expect(settle([control('yes')], inRow)).toEqual({ groups: [], at: { kind: 'stop', item: 'yes' } });
  expect(settle([], inRow)).toBeNull();
});

it('finds a control in whatever groups it is', () => {
  expect(positionOf(screen, 'continue')).toEqual({ groups: [], at: { kind: 'stop', item: 'continue' } });
  expect(positionOf(screen, 'a')).toEqual({
    groups: ['keyboard', 'row 2'],
    at: { kind: 'stop', item: 'a' },
  });
  expect(positionOf(screen, 'nowhere')).toBeNull();
});

it('presses nothing that came under it while nobody looked', () => {
  const was: Position<string> = { groups: [], at: { kind: 'stop', item: 'gone' } };
  expect(select([control('leave now')], was)).toEqual({
    position: firstStop([control('leave now')]),
    pressed: null,
  });
  expect(select([control('leave now')], null).pressed).toBeNull();
});

/** Screens of controls and groups, each with a name of its own. */
const screens = fc
  .array(
    fc.oneof(
      fc.constant(0),
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((shape) => {
    let made = 0;
    const named = (): string => {
      made += 1;
      return String(made);
    };
    const controls = (count: number) => Array.from({ length: count }, () => control(named()));
    return shape.map((each) =>
      typeof each === 'number'
        ? control(named())
        : group(
            named(),
            each.map((row) => (row === 0 ? control(named()) : group(named(), controls(row)))),
          ),
    );
  });

function controlsOf(stops: readonly Stop<string>[]): readonly string[] {
  return stops.flatMap(({ item, within }) => (within === null ? [item] : controlsOf(within)));
}

test('two switches reach every control of any screen, from wherever they are', () => {
  fc.assert(
    fc.property(screens, (stops) => {
      const all = controlsOf(stops);
      const seen = new Map<string, Position<string>>();
      const open: (Position<string> | null)[] = [firstStop(stops)];
      const pressed = new Set<string>();
      while (open.length > 0) {
        const position = open.pop();
        if (position == null || seen.has(JSON.stringify(position))) continue;
        seen.set(JSON.stringify(position), position);
        const selection = select(stops, position);
        open.push(move(stops, position), selection.position);
        if (selection.pressed !== null) pressed.add(selection.pressed);
      }
      expect([...pressed].sort()).toEqual([...all].sort());
      // Back to the first stop from everywhere: nobody is caught in a group.
      for (const from of seen.values()) {
        let position: Position<string> | null = from;
        for (let left = from.groups.length; left > 0; left -= 1) {
          for (let tries = 0; position?.at.kind !== 'way-out' && tries < 50; tries += 1)
            position = move(stops, position);
          position = select(stops, position).position;
        }
        expect(position?.groups).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('moving presses nothing and always moves on, where there is more than one stop', () => {
  fc.assert(
    fc.property(screens, fc.array(fc.boolean(), { maxLength: 40 }), (stops, presses) => {
      let position = firstStop(stops);
      for (const isMove of presses) {
        const next = isMove ? move(stops, position) : select(stops, position).position;
        expect(next).not.toBeNull();
        expect(settle(stops, next)).toBe(next);
        if (isMove && (stops.length > 1 || (position?.groups.length ?? 0) > 0))
          expect(next).not.toEqual(position);
        position = next;
      }
    }),
  );
});
