import { randomBytes } from 'node:crypto';
import type { MemberId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  createRecoveryCode,
  type RecoveryCode,
  readRecoveryCode,
} from '../../../shared/staff/recovery-code.ts';
import { hashCode, isCode } from './hash-code.ts';
import type { HashedCode, HashedCodes } from './recovery-rows.ts';

type Place = 1 | 2;
type NotNow = { readonly kind: 'not-now' };

/** New codes on their way to paper, of one session. `by`: the supervisor who makes them, from the first to the last. */
export interface CodeDraft {
  /** Shown once: what stays here is its hash. The first one begins anew; the second one waits for the first on paper. */
  draw(by: MemberId, place: Place): Promise<Result<RecoveryCode, NotNow>>;
  /** What stands on the paper. Both, once the second one is there as well; then there is no draft any more. */
  confirm(
    by: MemberId,
    place: Place,
    typed: string,
  ): Promise<Result<HashedCodes | null, NotNow | { readonly kind: 'not-the-code' }>>;
}

interface Draft {
  readonly by: MemberId;
  readonly first: HashedCode;
  readonly isFirstOnPaper: boolean;
  readonly second: HashedCode | null;
}

/** In memory only. */
export function createCodeDraft(): CodeDraft {
  let draft: Draft | null = null;
  const notNow = err({ kind: 'not-now' } as const);
  const of = (by: MemberId): Draft | null => (draft?.by === by ? draft : null);

  /** Unless another call has changed it while a code was hashed. */
  function replace(before: Draft | null, after: Draft | null): boolean {
    if (draft !== before) return false;
    draft = after;
    return true;
  }

  return {
    async draw(by, place) {
      const before = draft;
      const own = of(by);
      if (place === 2 && own?.isFirstOnPaper !== true) return notNow;
      const code = createRecoveryCode(randomBytes);
      const hashed = await hashCode(code);
      const after =
        place === 2 && own !== null
          ? { ...own, second: hashed }
          : { by, first: hashed, isFirstOnPaper: false, second: null };
      return replace(before, after) ? ok(code) : notNow;
    },
    async confirm(by, place, typed) {
      const own = of(by);
      const awaited = place === 1 ? own?.first : own?.second;
      if (own === null || awaited === undefined || awaited === null) return notNow;
      const code = readRecoveryCode(typed);
      if (!code.ok || !(await isCode(code.value, awaited))) return err({ kind: 'not-the-code' });
      if (place === 1) return replace(own, { ...own, isFirstOnPaper: true }) ? ok(null) : notNow;
      return replace(own, null) ? ok([own.first, awaited]) : notNow;
    },
  };
}
