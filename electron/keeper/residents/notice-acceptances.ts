import type { Handlers } from '../../../shared/contract/declare.ts';
import type { MemberId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { ok } from '../../../shared/result.ts';
import { type AcceptedNotices, textsNow } from './accepted-notices.ts';

type AcceptanceCalls = Pick<Handlers<typeof keeperCalls>, 'readAcceptances'>;

/** What telling who accepted the legal notices needs of the kiosk. */
export interface NoticeAcceptancesPort {
  readonly acceptedNotices: Pick<AcceptedNotices, 'of'>;
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly facts: { readonly version: string };
  readonly staff: { members(): readonly { readonly member: MemberId; readonly name: string }[] };
}

/** Who answers for the legal notices as they are now, by the names that staff have now. */
export function noticeAcceptances(port: NoticeAcceptancesPort): AcceptanceCalls {
  return {
    readAcceptances() {
      const { acceptedNotices, staff } = port;
      const members = staff.members();
      return ok({
        acceptances: acceptedNotices.of(textsNow(port)).map(({ language, by, since }) => ({
          ...{ language, since },
          by: members.find(({ member }) => member === by)?.name ?? null,
        })),
      });
    },
  };
}
