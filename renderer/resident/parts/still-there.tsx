import type { ReactNode } from 'react';
import { idleEndInWords } from '../../wording/resident/promises.ts';
import { startedAgainInWords, stillThereInWords } from '../../wording/resident/still-there.ts';
import { switchStartInWords } from '../../wording/resident/switch-access.ts';
import { whatIdleEnds } from '../overlays/what-ends.ts';
import { useResident } from '../resident-context.ts';

/** A page died in the middle of an application: whoever it is of is asked whether they are there, and told what happens if not. */
export function StillThere({ isHeading = false }: { isHeading?: boolean }): ReactNode {
  const { status } = useResident();
  const now = whatIdleEnds(true, 'none', status);
  return (
    <>
      <p>{startedAgainInWords()}</p>
      {isHeading ? null : <p>{stillThereInWords()}</p>}
      {idleEndInWords(now).map((said) => (
        <p key={said} data-still-there={now}>
          {said}
        </p>
      ))}
      <p>{switchStartInWords()}</p>
    </>
  );
}
