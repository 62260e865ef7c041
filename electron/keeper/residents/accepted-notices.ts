import { z } from 'zod';
import { type MemberId, memberId, type PolicyHash } from '../../../shared/contract/ids.ts';
import { residentLanguage } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import type { Database } from '../database/open-database.ts';

/** Which texts a supervisor answers for: another release, or another policy, may have other ones. */
export interface NoticeTexts {
  readonly release: string;
  readonly policy: PolicyHash;
}

/** Who answers for the legal notices in a language, and since when (epoch milliseconds: an act of staff). */
interface AcceptedNotice {
  readonly language: ResidentLanguage;
  readonly by: MemberId;
  readonly since: number;
}

const noticeRow = z.object({ language: residentLanguage, accepted_by: memberId, since: z.number().int() });

/** Tells for which languages somebody answers. */
export interface AcceptedNoticesReader {
  /** Of these texts, in the order in which they were accepted. */
  of(texts: NoticeTexts): readonly AcceptedNotice[];
}

/** The languages whose legal notices a supervisor accepted by name. */
export interface AcceptedNotices extends AcceptedNoticesReader {
  /** In the place of earlier texts in this language. */
  accept(language: ResidentLanguage, texts: NoticeTexts, by: MemberId, since: number): void;
}

/** The texts that residents read now, as a supervisor answers for them. */
export function textsNow(now: {
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly facts: { readonly version: string };
}): NoticeTexts {
  return { release: now.facts.version, policy: now.policies.inForce.hash };
}

/** Those kept in the vault's file. */
export function createAcceptedNotices(database: Database): AcceptedNotices {
  // Every status asks for them.
  const select = database.prepare(
    'SELECT language, accepted_by, since FROM accepted_notice WHERE release = ? AND policy = ? ORDER BY rowid',
  );
  const insert = database.prepare(
    'INSERT OR REPLACE INTO accepted_notice (language, release, policy, accepted_by, since) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    of: ({ release, policy }) =>
      z
        .array(noticeRow)
        .parse(select.all(release, policy))
        .map(({ language, accepted_by: by, since }) => ({ language, by, since })),
    accept(language, { release, policy }, by, since) {
      insert.run(language, release, policy, by, since);
    },
  };
}
