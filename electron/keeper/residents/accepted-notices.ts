import { z } from 'zod';
import type { MemberId, PolicyHash } from '../../../shared/contract/ids.ts';
import { residentLanguage } from '../../../shared/contract/residents.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import type { Database } from '../database/open-database.ts';

/** Which texts a supervisor answers for: another release, or another policy, may have other ones. */
export interface NoticeTexts {
  readonly release: string;
  readonly policy: PolicyHash;
}

/** The languages whose legal notices a supervisor accepted by name. */
export interface AcceptedNotices {
  /** Of these texts, in the order in which they were accepted. */
  of(texts: NoticeTexts): readonly ResidentLanguage[];
  /** In the place of earlier texts in this language. */
  accept(language: ResidentLanguage, texts: NoticeTexts, by: MemberId): void;
}

/** Those kept in the vault's file. */
export function createAcceptedNotices(database: Database): AcceptedNotices {
  return {
    of: ({ release, policy }) =>
      z
        .array(residentLanguage)
        .parse(
          database
            .prepare('SELECT language FROM accepted_notice WHERE release = ? AND policy = ? ORDER BY rowid')
            .pluck()
            .all(release, policy),
        ),
    accept(language, { release, policy }, by) {
      database
        .prepare(
          'INSERT OR REPLACE INTO accepted_notice (language, release, policy, accepted_by) VALUES (?, ?, ?, ?)',
        )
        .run(language, release, policy, by);
    },
  };
}
