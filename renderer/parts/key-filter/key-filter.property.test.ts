import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOUBLE_STRIKES, type KeyFilterSettings, REPEAT_DELAYS } from '../../../shared/residents/hands.ts';
import { createKeyFilter } from './key-filter.ts';

interface Heard {
  readonly key: string;
  readonly kind: 'press' | 'repeat' | 'release';
  readonly at: number;
  readonly verdict: 'pass' | 'ignore';
}

const settingsOf = fc.record({
  repeatDelay: fc.constantFrom(...REPEAT_DELAYS),
  doubleStrike: fc.constantFrom(...DOUBLE_STRIKES),
});

/** Keys that go down, stay down and come up again, with pauses of up to a second between. */
const acts = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c'), isDown: fc.boolean(), pause: fc.nat(1_000) }),
  {
    maxLength: 60,
  },
);

function hear(
  settings: KeyFilterSettings,
  done: typeof acts extends fc.Arbitrary<infer Acts> ? Acts : never,
) {
  const filter = createKeyFilter<string>(() => settings);
  const isHeld = new Set<string>();
  const heard: Heard[] = [];
  let at = 0;
  for (const { key, isDown, pause } of done) {
    at += pause;
    if (isDown) {
      heard.push({ key, kind: isHeld.has(key) ? 'repeat' : 'press', at, verdict: filter.down(key, at) });
      isHeld.add(key);
    } else if (isHeld.delete(key)) heard.push({ key, kind: 'release', at, verdict: filter.up(key, at) });
  }
  return heard;
}

test('a repeat passes only after the delay, and never of a press that was ignored', () => {
  fc.assert(
    fc.property(settingsOf, acts, (settings, done) => {
      const heard = hear(settings, done);
      for (const [place, { key, kind, at, verdict }] of heard.entries()) {
        if (kind !== 'repeat' || verdict === 'ignore') continue;
        const press = heard.slice(0, place).findLast((each) => each.key === key && each.kind === 'press');
        expect(press?.verdict).toBe('pass');
        expect(settings.repeatDelay).not.toBeNull();
        expect(at - (press?.at ?? at)).toBeGreaterThanOrEqual(
          settings.repeatDelay ?? Number.POSITIVE_INFINITY,
        );
      }
    }),
  );
});

test('a press is ignored exactly where the last release was of the same key, a moment ago', () => {
  fc.assert(
    fc.property(settingsOf, acts, (settings, done) => {
      const heard = hear(settings, done);
      for (const [place, { key, kind, at, verdict }] of heard.entries()) {
        if (kind !== 'press') continue;
        const release = heard.slice(0, place).findLast((each) => each.kind === 'release');
        const isSoon = release?.key === key && at - release.at < settings.doubleStrike;
        expect(verdict).toBe(isSoon ? 'ignore' : 'pass');
      }
    }),
  );
});

test('a release is ignored with its press, and no other', () => {
  fc.assert(
    fc.property(settingsOf, acts, (settings, done) => {
      const heard = hear(settings, done);
      for (const [place, { key, kind, verdict }] of heard.entries()) {
        if (kind !== 'release') continue;
        const press = heard.slice(0, place).findLast((each) => each.key === key && each.kind === 'press');
        expect(verdict).toBe(press?.verdict);
      }
    }),
  );
});
