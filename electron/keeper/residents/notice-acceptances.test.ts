import { expect, it } from 'vitest';
import { memberId, policyHash } from '../../../shared/contract/ids.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createAcceptedNotices } from './accepted-notices.ts';
import { noticeAcceptances } from './notice-acceptances.ts';

const [MARISOL, GONE] = [memberId.parse('a'.repeat(32)), memberId.parse('b'.repeat(32))];
const [POLICY, OTHER] = [policyHash.parse('1'.repeat(64)), policyHash.parse('2'.repeat(64))];

/** A kiosk with this release and policy, where two languages were accepted under 1.2.0 and `POLICY`. */
function stage(version: string, hash: typeof POLICY) {
  const acceptedNotices = createAcceptedNotices(newVault().database);
  const texts = { release: '1.2.0', policy: POLICY };
  acceptedNotices.accept('pl', texts, MARISOL, 1_000);
  acceptedNotices.accept('ar', texts, GONE, 2_000);
  return noticeAcceptances({
    acceptedNotices,
    policies: { inForce: { hash } },
    facts: { version },
    staff: { members: () => [{ member: MARISOL, name: 'Marisol Tidewater' }] },
  });
}

it('says who accepted the notices, by the name that they have, and when', () => {
  expect(stage('1.2.0', POLICY).readAcceptances({})).toEqual({
    ok: true,
    value: {
      acceptances: [
        { language: 'pl', by: 'Marisol Tidewater', since: 1_000 },
        { language: 'ar', by: null, since: 2_000 },
      ],
    },
  });
});

it.each([
  ['1.3.0', POLICY],
  ['1.2.0', OTHER],
] as const)('knows of nobody in another release, or under another policy: %s', (version, hash) => {
  expect(stage(version, hash).readAcceptances({})).toEqual({ ok: true, value: { acceptances: [] } });
});
