import { expect, it } from 'vitest';
import { userIdIn } from './kiosk-account.ts';

const ACCOUNTS = `root:x:0:0:root:/root:/bin/bash
counterfoil-old:x:997:997::/nonexistent:/usr/sbin/nologin
counterfoil:x:998:998:Counterfoil kiosk:/var/lib/counterfoil:/usr/sbin/nologin
`;

it('an account is found by its whole name', () => {
  expect(userIdIn(ACCOUNTS, 'counterfoil')).toBe(998);
  expect(userIdIn(ACCOUNTS, 'root')).toBe(0);
  expect(userIdIn(ACCOUNTS, 'counter')).toBeNull();
});

it('what is no entry is none', () => {
  expect(userIdIn('', 'counterfoil')).toBeNull();
  // Of another source of names, and damaged.
  expect(userIdIn('+counterfoil::::::\ncounterfoil:x:root:\ncounterfoil', 'counterfoil')).toBeNull();
});
