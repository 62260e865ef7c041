import type { ReactNode } from 'react';
import { goOnInWords, stillThereInWords } from '../../wording/resident/still-there.ts';
import { onward } from '../flow/flow.ts';
import { Bar } from '../page/bar.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { StaffButton } from '../parts/staff-button.tsx';
import { StillThere } from '../parts/still-there.tsx';
import { useResident } from '../resident-context.ts';

/**
 * Where a page begins that found an application of a page before it. It looks like no start, so that nobody takes it for
 * their own beginning, and names nothing of the application: somebody else may stand before it by now.
 */
export function ReopenedScreen(): ReactNode {
  const { flow, questions, goTo } = useResident();
  return (
    <ResidentScreen
      name="resident-reopened"
      heading={stillThereInWords()}
      bar={<Bar />}
      foot={
        <>
          <PressButton kind="main" onPress={() => goTo(onward(flow, questions))}>
            {goOnInWords()}
          </PressButton>
          <StaffButton />
        </>
      }
    >
      <StillThere isHeading />
    </ResidentScreen>
  );
}
