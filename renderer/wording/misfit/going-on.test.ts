import { beforeAll, expect, test } from 'vitest';
import type { FilesMisfit } from '../../../shared/misfit/misfit.ts';
import { speakEnglish } from '../english.test-support.ts';
import { approvedGoingOnInWords } from './going-on.ts';

beforeAll(speakEnglish);

const misfit = (ends: number): FilesMisfit => ({
  ...{ since: 1, fitsNow: false, wayOn: 'two-supervisors', ends },
  misfits: [{ kind: 'keys-missing', applications: 2 }, { kind: 'ledger-altered' }],
});
const about = (ends: number) => approvedGoingOnInWords(misfit(ends), 'copy-restored');

test('the second supervisor reads that open applications end and are erased, before the reason', () => {
  const ending = about(2);
  expect(ending).toHaveLength(4);
  expect(ending[2]).toContain('erased. This can’t be undone.');
  // The control: where none ends, nothing is said of it, and all else is the same.
  expect(about(0)).toEqual(ending.toSpliced(2, 1));
  expect(about(0).join(' ')).not.toContain('erased');
});
