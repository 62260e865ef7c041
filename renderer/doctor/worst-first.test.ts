import { expect, test } from 'vitest';
import { examinedWith } from '../../shared/contract/doctor/examination.test-support.ts';
import { fail, notRun, warn } from '../../shared/doctor/finding.ts';
import { worstFirst } from './worst-first.ts';

test('what nobody overrides comes first, then what stops, is warned of, is not known, and last what is in order', () => {
  const { checks } = examinedWith({
    network: warn('A route.', 'Take it out.'),
    clock: fail('It is 1970.', 'Set it.'),
    tpm: notRun('There is none.'),
    'package-files': fail('One was changed.', 'Install the package again.'),
    account: fail('It is root.', 'Take another one.'),
  });
  const ids = worstFirst(checks).map(({ id }) => id);
  expect(ids.slice(0, 5)).toEqual(['package-files', 'clock', 'account', 'network', 'tpm']);
  const inOrder = checks.map(({ id }) => id).filter((id) => !ids.slice(0, 5).includes(id));
  expect(ids.slice(5)).toEqual(inOrder);
  expect(ids).toHaveLength(checks.length);
});
