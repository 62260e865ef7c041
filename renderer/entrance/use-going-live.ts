import { type ReactNode, useEffect, useState } from 'react';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import type { Answer } from '../../shared/contract/declare.ts';
import type { Examination, ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { CheckId } from '../../shared/doctor/check-id.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useApproval } from '../parts/approval/approval.tsx';
import { checkInWords } from '../wording/doctor/check.ts';
import { examiningInWords } from '../wording/doctor/examining.ts';

/** The act with which a kiosk goes live, and what stops it. */
export interface GoingLive {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** What the last look at this computer found that stops it, also before anybody tries. Empty: nothing is known that does. */
  readonly stopping: readonly ExaminedCheck[];
  /** When that look was (ISO 8601); null: nobody has looked, or nobody could. */
  readonly checkedAt: string | null;
  /** A second supervisor is asked: keys of the screen below are not for the question. */
  readonly asking: boolean;
  decide(custody: CustodyKind): Promise<void>;
  /** In spite of these, once another supervisor has approved exactly them. */
  decideInSpiteOf(custody: CustodyKind, ids: readonly CheckId[]): Promise<void>;
  /** Belongs into the screen, anywhere. */
  readonly dialog: ReactNode;
}

/**
 * `onDeciding`: the decision is on its way (`true`), or was refused (`false`). `isStoppable`: what is wrong with the computer stops it.
 * Then what was found last is shown when the screen comes up: a supervisor who was away to add another one need not try once more
 * for it.
 */
export function useGoingLive(onDeciding: (deciding: boolean) => void, isStoppable: boolean): GoingLive {
  const { client } = useCore();
  const act = useAct();
  const approval = useApproval();
  const [examination, setExamination] = useState<Examination | null>(null);
  const report = examination?.kind === 'ran' ? examination.report : null;
  useEffect(() => {
    if (!isStoppable) return undefined;
    let isWanted = true;
    void client.lastExamination({}).then((answer) => {
      // Somebody may have tried meanwhile, and been told what was found then.
      if (isWanted && answer.ok) setExamination((now) => now ?? answer.value.examination);
    });
    return () => {
      isWanted = false;
    };
  }, [client, isStoppable]);

  const send = async (custody: CustodyKind, inSpiteOf: readonly CheckId[]): Promise<Answer<unknown>> => {
    onDeciding(true);
    const answer = await client.decideCustody({ custody, inSpiteOf: [...inSpiteOf] });
    if (answer.ok) return answer;
    onDeciding(false);
    // A refusal has names of checks alone: what was found is the kiosk’s to tell.
    if (answer.error.kind === 'doctor-stops') {
      const last = await client.lastExamination({});
      setExamination(last.ok ? last.value.examination : null);
    }
    return answer;
  };
  return {
    busy: act.busy || approval.busy,
    refusal: approval.refusal ?? act.refusal,
    stopping: report?.checks.filter(({ stopsGoLive }) => stopsGoLive) ?? [],
    checkedAt: report?.utc ?? null,
    asking: approval.asking,
    async decide(custody) {
      approval.clear();
      await act.run(() => send(custody, []));
    },
    async decideInSpiteOf(custody, ids) {
      await approval.run(
        { act: 'decideCustody', custody, inSpiteOf: [...ids] },
        () => send(custody, ids),
        ids.map((id) => checkInWords(id).title),
        examiningInWords(),
      );
    },
    dialog: approval.dialog,
  };
}
