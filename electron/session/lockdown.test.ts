import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, SWITCHES } from './lockdown.ts';

describe('the lockdown of a session', () => {
  it('gives each switch once, each with its reason', () => {
    const names = SWITCHES.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [, , reason] of SWITCHES) expect(reason.length).toBeGreaterThan(10);
    // Several layers stop the network, each on its own.
    expect(names).toEqual(
      expect.arrayContaining([
        'host-resolver-rules',
        'proxy-server',
        'proxy-bypass-list',
        'disable-breakpad',
      ]),
    );
  });

  it('forbids every kind of content that is not named, and names no other origin', () => {
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
});
