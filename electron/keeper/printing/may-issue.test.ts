import { expect, test } from 'vitest';
import { mayIssueOn } from './may-issue.ts';

test('a release refuses to issue on the built-in printer; an evaluation build may show how it would be', () => {
  expect(mayIssueOn('release', 'virtual')).toBe(false);
  expect(mayIssueOn('evaluation', 'virtual')).toBe(true);
});
