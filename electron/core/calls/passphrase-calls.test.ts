import { createHash } from 'node:crypto';
import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { NEEDED_STRENGTH } from '../../../shared/staff/passphrase.ts';
import { passphraseCalls } from './passphrase-calls.ts';
import { suggestedWords } from './suggested-words.ts';
import { unsaidWords } from './unsaid-words.ts';

const { suggestPassphrase, judgePassphrase } = passphraseCalls();

async function suggestion(): Promise<string> {
  const answer = await suggestPassphrase({});
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.passphrase;
}

describe('a suggested passphrase', () => {
  const words = suggestedWords;

  it('is drawn from so many different words that four of them have more than 50 bits', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(4 * Math.log2(words.length)).toBeCloseTo(50.4, 1);
    for (const word of words) expect(word).toMatch(/^[a-z]+(-[a-z]+)?$/);
  });

  it('has no word that can be taken for a remark on a person', () => {
    const all = new Set(dictionary['diceware-common']);
    // Each of them would be drawn otherwise.
    expect([...unsaidWords].filter((word) => !all.has(word))).toEqual([]);
    expect(words).toHaveLength(all.size - unsaidWords.size);
    const ofEachKind = [
      ...['caucasian', 'islamist', 'democrat', 'chubby', 'autistic', 'obituary', 'masculine', 'handgun'],
      ...['deport', 'cannabis', 'imbecile'],
    ];
    expect(ofEachKind.filter((word) => words.includes(word))).toEqual([]);
  });

  it.each([
    ['a people', /racis|caucas|eskimo/],
    ['a religion', /islam|buddh|preach|worship/],
    ['a body', /breast|obes|wrinkl|skinny/],
    ['an illness', /autis|epilep|diabet|paraly|virus/],
    ['violence', /slave|murder|weapon|mutilat|strangl/],
    ['sex or gender', /sex|pregnan|masculin|femini/],
    ['drugs', /drug|cannab|opium|junkie/],
    ['police or immigration', /police|prison|jail|arrest|deport|alien|^visa/],
  ])('has no word with a stem of %s either', (_what, pattern) => {
    // The positive control: the list itself has such words.
    expect(dictionary['diceware-common'].filter((word) => pattern.test(word))).not.toEqual([]);
    expect(words.filter((word) => pattern.test(word))).toEqual([]);
  });

  it('comes from the list that was read for this: another one has to be read first', () => {
    const list = dictionary['diceware-common'].join('\n');
    expect(createHash('sha256').update(list).digest('hex')).toBe(
      '3a9f479e47d982dbf90bfa42619cd1946f11b122bbccbec22e316104187cf401',
    );
  });

  it('is four words of the list, each time others', async () => {
    const suggestions = await Promise.all(Array.from({ length: 200 }, suggestion));
    expect(new Set(suggestions).size).toBe(200);
    const drawn = suggestions.map((passphrase) => passphrase.split(' '));
    for (const four of drawn) expect(four).toHaveLength(4);
    const places = drawn.flat().map((word) => words.indexOf(word));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    // 800 draws: every tenth of the list has 80 of them, give or take 9; none is left out.
    const tenths = new Set(places.map((place) => Math.floor((place * 10) / words.length)));
    expect(tenths.size).toBe(10);
  });

  it('is strong enough', async () => {
    const answer = await judgePassphrase({ passphrase: await suggestion(), names: ['Anselm'] });
    if (!answer.ok) throw new Error(answer.error.kind);
    expect(answer.value.strength).toBeGreaterThanOrEqual(NEEDED_STRENGTH);
  });
});

describe('judging', () => {
  it('takes anything up to the size that a call may have', async () => {
    const judged = await judgePassphrase({ passphrase: '4@5$0'.repeat(2048), names: ['x'.repeat(200), ''] });
    expect(judged.ok).toBe(true);
    expect(await judgePassphrase({ passphrase: '', names: [] })).toEqual({
      ok: true,
      value: { strength: 0 },
    });
  });
});
