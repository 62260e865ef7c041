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

/** Both codes, and who was the second person. */
interface MadeCodes {
  readonly codes: HashedCodes;
  readonly second: MemberId;
}

/** New codes on their way to paper, of one session. `by`: the supervisor who makes them, from the first to the last. */
export interface CodeDraft {
  /** Begins anew. Each is shown once: what stays here is its hash. */
  drawFirst(by: MemberId): Promise<Result<RecoveryCode, NotNow>>;
  /** Once the first is on paper. `second`: another supervisor, who is there for it. */
  drawSecond(by: MemberId, second: MemberId): Promise<Result<RecoveryCode, NotNow>>;
  /** What stands on the paper. Both, once the second one is there as well; then there is no draft any more. */
  confirm(
    by: MemberId,
    place: Place,
    typed: string,
  ): Promise<Result<MadeCodes | null, NotNow | { readonly kind: 'not-the-code' }>>;
}

interface Draft {
  readonly by: MemberId;
  readonly first: HashedCode;
  readonly isFirstOnPaper: boolean;
  readonly second: { readonly code: HashedCode; readonly by: MemberId } | null;
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

  async function draw(after: (hashed: HashedCode) => Draft): Promise<Result<RecoveryCode, NotNow>> {
    const before = draft;
    const code = createRecoveryCode(randomBytes);
    const hashed = await hashCode(code);
    return replace(before, after(hashed)) ? ok(code) : notNow;
  }

  return {
    drawFirst: (by) => draw((first) => ({ by, first, isFirstOnPaper: false, second: null })),
    async drawSecond(by, second) {
      const own = of(by);
      if (own?.isFirstOnPaper !== true) return notNow;
      return draw((code) => ({ ...own, second: { code, by: second } }));
    },
    async confirm(by, place, typed) {
      const own = of(by);
      const awaited = place === 1 ? own?.first : own?.second?.code;
      if (own === null || awaited === undefined) return notNow;
      const code = readRecoveryCode(typed);
      if (!code.ok || !(await isCode(code.value, awaited))) return err({ kind: 'not-the-code' });
      if (place === 1) return replace(own, { ...own, isFirstOnPaper: true }) ? ok(null) : notNow;
      if (own.second === null) return notNow;
      const made: MadeCodes = { codes: [own.first, awaited], second: own.second.by };
      return replace(own, null) ? ok(made) : notNow;
    },
  };
}
