import type { ReactNode } from 'react';
import { MEMBERS } from '../../../build/dev/fixtures/fixture.ts';
import { MembersTable } from '../../../renderer/supervisor/staff/members-table.tsx';
import { useHeard } from './heard.tsx';

const members = MEMBERS.map((member, index) => (index === 0 ? { ...member, lockedOutMinutes: 12 } : member));

/** A table whose rows have buttons: the first row has one more. */
export function MembersTableStage(): ReactNode {
  const { hear, heard } = useHeard();
  return (
    <>
      <MembersTable
        members={members}
        onLetIn={({ name }) => hear(`let in ${name}`)}
        onReset={({ name }) => hear(`reset ${name}`)}
        onRemove={({ name }) => hear(`remove ${name}`)}
        onConfirm={({ name }) => hear(`confirm ${name}`)}
      />
      {heard}
    </>
  );
}
