import { beforeAll, expect, test } from 'vitest';
import type { FilesMisfit } from '../../../shared/misfit/misfit.ts';
import { speakEnglish } from '../english.test-support.ts';
import { acceptedInWords, endedCodesInWords, endsInWords, goingOnInWords } from './going-on.ts';
import { misfitInWords, misfitReasonInWords } from './misfit.ts';

beforeAll(speakEnglish);

const OLDER = { kind: 'vault-older', applications: 2 } as const;
const given: FilesMisfit = { since: 1, misfits: [OLDER], fitsNow: false, wayOn: 'two-supervisors', ends: 2 };

test('whoever approves that the kiosk goes on reads what is erased by it', () => {
  const reason = misfitReasonInWords('copy-restored');
  expect(acceptedInWords(given, 'copy-restored')).toEqual([
    misfitInWords(OLDER),
    endsInWords(2),
    endedCodesInWords(['vault-older']),
    reason,
  ]);
  // The control: nothing ends.
  const none: FilesMisfit = { ...given, misfits: [{ kind: 'policy' }], ends: 0 };
  expect(acceptedInWords(none, 'copy-restored')).toEqual([misfitInWords({ kind: 'policy' }), reason]);
});

test('a hold that was missing and was lifted since is not said to stay in force', () => {
  const [lifted, missing] = [0, 1].map((holds) => ({ kind: 'holds', holds }) as const);
  if (lifted === undefined || missing === undefined) throw new Error('there are two');
  expect(goingOnInWords(lifted)).toBeNull();
  expect(misfitInWords(lifted)).toContain('No legal hold is in force now');
  expect(goingOnInWords(missing)).toContain('stays in force');
  expect(misfitInWords(missing)).toContain('keeps everything');
});
