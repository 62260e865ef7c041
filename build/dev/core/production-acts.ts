import { recipient } from '../../../shared/contract/command/production.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { ok } from '../../../shared/result.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type ProductionActs = Pick<
  Handlers<typeof screenCalls>,
  'checkRecipient' | 'produceRecord' | 'acknowledgeProduction'
>;

const SHA256 = '9f1c'.repeat(16);
const FINGERPRINT = '0f3a 99c1 7be2 40d8 5a61 e2bb 13c7 90fe';

/** Calls about producing a held application: the drive has a recipient's key. */
export function productionActs({ changeStatus, status }: FixtureKiosk): ProductionActs {
  return {
    checkRecipient: () =>
      ok({
        recipient: recipient.parse('age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'),
        fingerprint: FINGERPRINT,
      }),
    produceRecord: ({ ticket }) =>
      ok({
        ticket,
        file: `counterfoil-record-0f1e2d3c-${SHA256.slice(0, 12)}.age`,
        manifest: `counterfoil-record-0f1e2d3c-${SHA256.slice(0, 12)}.json`,
        sha256: SHA256,
        fingerprint: FINGERPRINT,
      }),
    acknowledgeProduction: ({ package: hash }) =>
      changeStatus({
        unfinishedProductions: status().unfinishedProductions.filter((each) => each.package !== hash),
      }),
  };
}
