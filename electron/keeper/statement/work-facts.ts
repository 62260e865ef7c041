import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { wipeSteps } from '../../../shared/contract/refusals.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** What open work is counted from. */
export interface WorkFactsPort {
  readonly vault: {
    open(): readonly OpenApplicationRow[];
    readonly wipes: { all(): readonly WipeRow[] };
  };
  readonly custody: {
    kindOf(application: ApplicationId): CustodyKind | null;
    applications(): readonly ApplicationId[];
  };
}

/** Open applications by custody and state, their keys, and wipes that are not proven. */
export function workFacts({
  vault,
  custody,
}: WorkFactsPort): Pick<Statement, 'applications' | 'keys' | 'wipes'> {
  const counts = new Map<string, Statement['applications'][number]>();
  for (const { id, state } of vault.open()) {
    const parsed = parseApplicationState(state);
    if (!parsed.ok) throw new Error('an application in the vault has no known state');
    const of = { custody: custody.kindOf(id) ?? 'no-key', state: parsed.value.kind } as const;
    const name = `${of.custody} ${of.state}`;
    counts.set(name, { ...of, applications: (counts.get(name)?.applications ?? 0) + 1 });
  }
  const kinds = custody.applications().map((application) => custody.kindOf(application));
  const wipes = vault.wipes.all();
  return {
    applications: [...counts.values()],
    keys: {
      inMemory: kinds.filter((kind) => kind === 'memory').length,
      inSlots: kinds.filter((kind) => kind === 'sealed').length,
    },
    wipes: {
      notProven: wipes.length,
      openSteps: wipeSteps.flatMap((step) => {
        const open = wipes.filter(({ done }) => !done.includes(step)).length;
        return open === 0 ? [] : [{ step, wipes: open }];
      }),
    },
  };
}
