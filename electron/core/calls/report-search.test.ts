import { expect, it } from 'vitest';
import { parseOutput } from '../../../shared/contract/declare.ts';
import { keeperCalls } from '../../../shared/contract/keeper.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { ok } from '../../../shared/result.ts';
import { createApplicantSession } from '../applicant-session.ts';
import { recordWith } from '../application/record.test-support.ts';
import { reportSearch } from './report-search.ts';

it('whoever is being erased is gone from the screen before the search begins', async () => {
  const happened: string[] = [];
  const session = createApplicantSession(
    {
      async call(name) {
        happened.push(`to the keeper: ${name}`);
        return ok(parseOutput(keeperCalls, name, {}));
      },
    },
    { status: NOTHING_YET, policy: harborCity },
    { sessionFolder: '/nowhere', fontFolder: '/nowhere' },
    ({ kind }) => void happened.push(`to the screen: ${kind}`),
    () => undefined,
  );
  const record = recordWith();
  session.occupy(record);
  record.finishing = true;
  const searchRehearsed = async (): Promise<void> => void happened.push('the search begins');
  await reportSearch({ ...session, searchRehearsed }, record, [], { roots: [], names: [], days: [] });
  expect(happened.slice(-4)).toEqual([
    'to the screen: application',
    'to the screen: ended',
    'the search begins',
    'to the keeper: erased',
  ]);
});
