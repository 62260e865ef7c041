import { describe, expect, it } from 'vitest';
import { AGAIN, pageHtml } from './page-html.ts';

const problem = { kind: 'not-writable', path: '/srv/<b onload="alert(1)">&\'' } as const;

describe('the front page', () => {
  it('says on every page what it is not for, and nothing of it where it is for residents', () => {
    for (const page of [
      { kind: 'problem', problem, tries: 0, again: true },
      { kind: 'restarting' },
    ] as const) {
      expect(pageHtml(page, 'evaluation')).toContain('Evaluation runtime: not for residents’ data');
      expect(pageHtml(page, 'rehearsal')).toContain('Rehearsal: not for residents’ data');
      expect(pageHtml(page, 'residents')).not.toContain('not for residents');
    }
  });

  it('takes every value as text', () => {
    const html = pageHtml({ kind: 'problem', problem, tries: 0, again: true }, 'residents');
    expect(html).toContain('/srv/&lt;b onload=&quot;alert(1)&quot;&gt;&amp;&#39;');
    expect(html).not.toContain('<b ');
  });

  it('has a language, one heading, no script and no style of its own', () => {
    for (const page of [
      { kind: 'problem', problem, tries: 3, again: true },
      { kind: 'restarting' },
      { kind: 'trying' },
    ] as const) {
      const html = pageHtml(page, 'residents');
      expect(html).toContain('<html lang="en-US">');
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toMatch(/<title>.+<\/title>/);
      expect(html).not.toMatch(/<script|style=|<style/);
    }
  });

  it.each([
    ['restarting', 'The kiosk stopped and is starting again.'],
    ['trying', 'The kiosk is trying to start again.'],
  ] as const)('%s: says what the kiosk does meanwhile', (kind, sentence) => {
    expect(pageHtml({ kind }, 'residents')).toContain(sentence);
  });

  it('says the code, what happened, what to do and whom to call; and offers the key only where it helps', () => {
    const html = pageHtml({ kind: 'problem', problem, tries: 2, again: true }, 'residents');
    for (const part of [
      'CF-30',
      'isn’t allowed to read and write',
      'Give this account',
      'Call your IT staff',
      'Tried again 2 times',
    ])
      expect(html).toContain(part);
    expect(html).toContain(AGAIN);
    expect(pageHtml({ kind: 'problem', problem, tries: 0, again: false }, 'residents')).not.toContain(AGAIN);
  });

  it('says when the key comes back, and only where it does', () => {
    const later = 'You can try again within 10 minutes';
    expect(pageHtml({ kind: 'problem', problem, tries: 20, again: false }, 'residents')).toContain(later);
    expect(pageHtml({ kind: 'problem', problem, tries: 2, again: true }, 'residents')).not.toContain(later);
    const fixed = { kind: 'root' } as const;
    expect(pageHtml({ kind: 'problem', problem: fixed, tries: 0, again: false }, 'residents')).not.toContain(
      later,
    );
  });
});
