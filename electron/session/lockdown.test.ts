import { describe, expect, it } from 'vitest';
import { SWITCHES } from './lockdown.ts';

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
});
