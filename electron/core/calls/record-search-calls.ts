import { createHash, randomBytes } from 'node:crypto';
import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import { recordSearchId } from '../../../shared/contract/ids.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { checkAskedName, digestedText } from '../../../shared/record-search/terms.ts';
import { err, ok } from '../../../shared/result.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type RecordSearchCalls = Pick<Handlers<typeof screenCalls>, 'askForName' | 'searchRecords'>;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const SEARCH_ID_BYTES = 16;

/** A name that is asked for leaves this process sealed, under a key that nothing else has. */
export function recordSearchCalls({ keeper, status }: ApplicantSession): RecordSearchCalls {
  let asked: { readonly name: SealedName; readonly digest: string } | null = null;

  return {
    askForName({ typed }) {
      // In no other session: this one ends with what was typed in it.
      if (status().recordSearch === null) return err({ kind: 'not-now' });
      const name = checkAskedName(typed);
      if (!name.ok) return err({ kind: 'no-asked-name', why: name.error.kind });
      asked?.name.key.fill(0);
      const salt = randomBytes(SALT_BYTES).toString('hex');
      const digest = createHash('sha256').update(digestedText(salt, name.value)).digest('hex');
      const search = recordSearchId.parse(randomBytes(SEARCH_ID_BYTES).toString('hex'));
      const key = randomBytes(KEY_BYTES);
      const sealed = sealContent(key, search, 'asked-name', { name: name.value, salt });
      asked = { name: { search, key, sealed }, digest };
      return ok({ name: name.value, digest });
    },
    searchRecords({ reason }) {
      return asked === null ? err({ kind: 'not-now' }) : keeper.call('searchRecords', { ...asked, reason });
    },
  };
}
