import type { Answer } from '../../shared/contract/declare.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const RETRY_MILLISECONDS = 500;

/** Sends every change of every field to the core, and knows what is not there yet. */
export interface CommitQueue<Field extends string> {
  /** Notes what the field now holds. While one commit of the field is under way, only the latest waits. */
  commit(field: Field, typed: string): void;
  /**
   * Waits until the core holds everything that was typed. Error: the refusal that stands in the way. The
   * text is kept and, where that can help, tried again in the meantime.
   */
  settled(): Promise<Result<null, Refusal>>;
  /** What was typed and is not known to be kept: it outranks what the core tells. */
  unkept(): ReadonlyMap<Field, string>;
}

interface Lane {
  typed: string;
  inFlight: boolean;
  refusal: Refusal | null;
}

/** Whether the same commit may succeed later without anybody typing. */
function mayPass({ kind }: Refusal): boolean {
  return (
    kind === 'broken' ||
    // The screen is locked: whoever opens it lets the text go on.
    kind === 'not-allowed' ||
    kind === 'custody-locked' ||
    kind === 'not-written' ||
    kind === 'not-read'
  );
}

/** A queue over one way of sending. `onTrouble` hears whenever the first refusal comes or the last one goes. */
export function createCommitQueue<Field extends string>(
  send: (field: Field, typed: string) => Promise<Answer<unknown>>,
  onTrouble: (refusal: Refusal | null) => void,
): CommitQueue<Field> {
  const lanes = new Map<Field, Lane>();
  const waiting = new Set<() => void>();

  const trouble = (): Refusal | null => {
    for (const lane of lanes.values()) if (lane.refusal !== null) return lane.refusal;
    return null;
  };
  const idle = (): boolean => ![...lanes.values()].some((lane) => lane.inFlight);
  const tell = (): void => {
    onTrouble(trouble());
    for (const wake of [...waiting]) wake();
  };

  const drive = async (field: Field, lane: Lane): Promise<void> => {
    lane.inFlight = true;
    for (;;) {
      const sent = lane.typed;
      const answer = await send(field, sent);
      const newer = lane.typed !== sent;
      if (answer.ok) {
        lane.refusal = null;
        if (newer) continue;
        lanes.delete(field);
        break;
      }
      lane.refusal = answer.error;
      if (newer) continue;
      if (mayPass(answer.error)) setTimeout(() => retry(field, lane), RETRY_MILLISECONDS);
      break;
    }
    lane.inFlight = false;
    tell();
  };

  const retry = (field: Field, lane: Lane): void => {
    if (lanes.get(field) === lane && !lane.inFlight && lane.refusal !== null) void drive(field, lane);
  };

  return {
    commit(field, typed) {
      const lane = lanes.get(field);
      if (lane === undefined) {
        const fresh: Lane = { typed, inFlight: false, refusal: null };
        lanes.set(field, fresh);
        void drive(field, fresh);
        return;
      }
      lane.typed = typed;
      if (!lane.inFlight) void drive(field, lane);
    },
    async settled() {
      while (!idle()) {
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
      const refusal = trouble();
      return refusal === null ? ok(null) : err(refusal);
    },
    unkept() {
      return new Map([...lanes].map(([field, lane]) => [field, lane.typed]));
    },
  };
}
