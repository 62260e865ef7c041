import { expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

it('the page’s policy forbids every kind of content that is not named, and names no other origin', () => {
  const policy = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((line) => {
      const [directive = '', ...sources] = line.split(' ');
      return [directive, sources] as const;
    }),
  );
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('form-action')).toEqual(["'none'"]);
  // Whatever else a sandbox may be allowed, no dialog, download or window is.
  expect(policy.get('sandbox')).toEqual(['allow-scripts', 'allow-same-origin', 'allow-forms']);
  policy.delete('sandbox');
  const allowed = new Set([...policy.values()].flat());
  expect([...allowed].sort()).toEqual(["'none'", "'self'", 'blob:']);
});
