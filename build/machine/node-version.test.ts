import { describe, expect, it } from 'vitest';
import { complaintAboutNode } from './node-version.mjs';

describe('the Node that runs', () => {
  it('is accepted when it is any 24', () => {
    expect(complaintAboutNode('24.21.0')).toBeNull();
  });

  it.each(['20.20.2', '22.18.0', '240.1.0'])('is refused by name when it is %s', (version) => {
    expect(complaintAboutNode(version)).toContain(`this is Node ${version}`);
  });
});
