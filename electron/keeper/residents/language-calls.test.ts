import { expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { err, ok } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { createSnapshots } from '../applications/snapshots.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { type LanguagePort, languageCalls } from './language-calls.ts';

const SEALED = new Uint8Array(9);

/** An application whose photo is taken, on a screen that a resident has, or staff (null). `done`: what came of it, in order. */
function stage(whose: ResidentLanguage | null, refusal: 'not-now' | null = null) {
  const vault = newVault();
  const { id } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.setState(id, reached({ kind: 'photographed' }));
  const occupants = new Map();
  const occupant = newOccupant(occupants);
  occupant.application = id;
  const snapshots = createSnapshots({
    ...{ occupants, vault },
    jobs: { troubles: () => [] },
    denials: { of: () => null },
    screens: { tell: () => undefined },
  });
  const done: unknown[] = [];
  const edit: LanguagePort['edit'] = (sealed) => {
    done.push(['edited', sealed]);
    return refusal === null ? ok(snapshots.of(id)) : err({ kind: refusal });
  };
  const residentScreen = {
    language: () => whose,
    reads: (language: ResidentLanguage) => done.push(['reads', language]),
  };
  const calls = languageCalls({ vault, residentScreen, snapshots, edit }, occupant);
  return {
    done,
    choose: () => calls.chooseLanguage({ language: 'pl', sealed: SEALED }),
    of: () => vault.find(id),
  };
}

it('chosen by staff is stored with the answers, and nothing else of the application changes', async () => {
  const { done, choose, of } = stage(null);
  expect(await choose()).toMatchObject({ ok: true, value: { state: 'photographed' } });
  expect(of()).toMatchObject({ answers: Buffer.from(SEALED), state: 'photographed' });
  // Nobody reads it: what the next screen tells is told to staff.
  expect(done).toEqual([]);
});

it('chosen by a resident is an edit like any other, and only then what they read', async () => {
  const { done, choose, of } = stage('en');
  expect(await choose()).toMatchObject({ ok: true });
  expect(done).toEqual([
    ['edited', SEALED],
    ['reads', 'pl'],
  ]);
  // By the edit alone.
  expect(of()?.answers).toBeNull();
});

it('of an edit that is refused is read by nobody', async () => {
  const { done, choose } = stage('en', 'not-now');
  expect(await choose()).toEqual(err({ kind: 'not-now' }));
  expect(done).toEqual([['edited', SEALED]]);
});
