import { describe, expect, it } from 'vitest';
import { fail, notRun, pass, together, warn } from './finding.ts';

describe('several findings of one check', () => {
  it('are as good as the worst of them, and what is in order is not told beside it', () => {
    expect(
      together(pass('One.'), warn('Two.', 'do two'), notRun('Three.'), fail('Four.', 'do four')),
    ).toEqual(fail('Two. Three. Four.', 'do two', 'do four'));
  });

  it('that all pass tell everything', () => {
    expect(together(pass('One.'), pass('Two.'))).toEqual(pass('One. Two.'));
  });

  it('are no pass where one was not run', () => {
    expect(together(pass('One.'), notRun('Two.'))).toEqual(notRun('Two.'));
  });

  it('name a remedy once', () => {
    expect(together(warn('One.', 'restart'), warn('Two.', 'restart', 'more'))).toEqual(
      warn('One. Two.', 'restart', 'more'),
    );
  });
});
