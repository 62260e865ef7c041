import { describe, expect, it } from 'vitest';
import { statementPaper } from '../contract/paper.ts';
import { checkIds } from '../doctor/check-id.ts';
import { row } from './figures.ts';
import { limitInWords, limits } from './limits.ts';
import { statementOnPaper } from './on-paper.ts';
import {
  SAMPLE_CODE,
  SAMPLE_STATEMENT,
  SAMPLE_STATEMENT_PAPER,
  SMALLEST_STATEMENT,
} from './sample-statement.test-support.ts';
import { type Statement, type StatementSearch, statementSchema } from './statement.ts';
import { isVoid } from './void.ts';

const proof = { digest: 'c0ffee42'.repeat(8), code: SAMPLE_CODE };
const papers = [SAMPLE_STATEMENT_PAPER, statementOnPaper(SMALLEST_STATEMENT, proof)];

/** Conclusions are a person's, under oath; and which rule a paper is for is counsel's. */
const FORBIDDEN = [
  /nothing\s+(?:exists|was|is|remains|else)/i,
  /no\s+(?:records?|copies|copy|data)\b/i,
  /diligen/i,
  /destr(?:oy|uct)/i,
  /eras(?:ed|ing)\b/i,
  /certif/i,
  /guarantee|proves? that|complete(?:ly)?\b|all records/i,
  /\b(?:FRE|CPLR|USC|U\.S\.C|ISO|NIST|FIPS|RFC|rule|standard|section)\b/i,
  /\b(?:803|902|4521|1519)\b/,
];

function sentencesOf(value: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(value, (key, each: unknown) => {
    if (typeof each === 'string' && key !== 'text') texts.push(each);
    return each;
  });
  return texts;
}

describe('a statement on paper', () => {
  it.each([SAMPLE_STATEMENT, SMALLEST_STATEMENT])('keeps to its own format', (statement) => {
    expect(statementSchema.parse(statement)).toEqual(statement);
  });

  it.each(papers)('fits what a paper may say', (paper) => {
    expect(statementPaper.parse(paper)).toEqual(paper);
  });

  it('concludes nothing, and names no rule of evidence', () => {
    const sentences = papers.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(150);
    for (const forbidden of FORBIDDEN) {
      expect(sentences.filter((sentence) => forbidden.test(sentence))).toEqual([]);
    }
    // The same look finds such a sentence where there is one.
    const bad = ['Nothing exists here.', 'A diligent search was made.', 'Nothing was destroyed.'];
    for (const sentence of bad) expect(FORBIDDEN.some((each) => each.test(sentence))).toBe(true);
  });

  it('has no sentence of more than 25 words', () => {
    const words = (sentence: string) => sentence.split(/\s+/).length;
    const sentences = papers.flatMap(({ lines, sections, code }) =>
      [...lines, ...sections.flatMap((section) => section.lines), code.says].flatMap((line) =>
        line.split(/(?<=[.?])\s+/),
      ),
    );
    expect(Math.max(...sentences.map(words))).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => words(sentence) > 25)).toEqual([]);
  });

  it('says first of all that its search is void, where it is', () => {
    expect(papers[1]?.lines[0]).toMatch(/^VOID/);
    expect(papers.map(isVoid)).toEqual([false, true]);
    expect(papers[0]?.lines.some((line) => line.includes('VOID'))).toBe(false);
  });

  it('says how far it looked in which kind of folder, and that the control overwrote the journal', () => {
    const sentences = papers.flatMap(sentencesOf);
    for (const said of [
      /data folder and in the folder in memory, and none elsewhere/,
      /^Shared memory, .*first 65,536 bytes.*at most 2,000/,
      /figures were taken.*journal was then overwritten/,
      /overwrote the journal.*also under a legal hold/,
      /nothing about the figures on this paper/,
      /too many, not opened/,
    ]) {
      expect([said, sentences.some((sentence) => said.test(sentence))]).toEqual([said, true]);
    }
  });

  it('says that the entry for it overwrote the journal only where no entry waits: it is given out although its own may wait', () => {
    const journalOf = (pending: number) => {
      const ledger = { ...SAMPLE_STATEMENT.ledger, pending };
      const { sections } = statementOnPaper({ ...SAMPLE_STATEMENT, ledger }, proof);
      return sections.find(({ label }) => label === 'How this kiosk searched')?.lines.at(-1);
    };
    const each =
      /The journal was then overwritten\. Each ledger entry overwrites it again when it is written\. /;
    expect([journalOf(0), journalOf(1)]).toEqual([expect.stringMatching(each), expect.stringMatching(each)]);
    expect(journalOf(0)).toMatch(
      /The entry for this statement was written before anyone had the statement\.$/,
    );
    expect(journalOf(1)).toMatch(
      /The entry for this statement does so only when the entries that wait are written\.$/,
    );
  });

  it('does not say of a search that is void that it overwrote the journal', () => {
    const saidOf = (search: StatementSearch) =>
      statementOnPaper({ ...SAMPLE_STATEMENT, search }, proof).sections.flatMap(({ lines }) =>
        lines.flatMap((line) => /^Making this statement (.*?) the journal/.exec(line)?.[1] ?? []),
      );
    expect(saidOf({ kind: 'void', control: 'row-not-planted' })).toEqual(['may have overwritten']);
    expect(saidOf(SAMPLE_STATEMENT.search)).toEqual(['overwrote']);
  });

  it('has figures that can be read, and says in words where an application is', () => {
    expect(papers[0]?.lines.at(-1)).toContain('(1,712,128 bytes)');
    const rows = papers[0]?.sections.flatMap((section) =>
      section.rows.map(({ label, value }) => [label, value]),
    );
    expect(rows).toContainEqual(['Bytes read', '1,712,128']);
    expect(rows).toContainEqual(['Being filled in, key in memory', '1']);
    expect(rows).toContainEqual(['Journal of the vault', '524,288 bytes, 0 other than zero']);
    expect(rows?.filter(([, value]) => /\d{4} (bytes?|files?|rows?|entries)\b/.test(value ?? ''))).toEqual(
      [],
    );
  });

  it('says in its first lines how much was not read, and where test files were', () => {
    const first = papers[0]?.lines.at(-1);
    expect(first).toMatch(
      /Opened and read 34 files .*3 of them only at their beginning.*21 files and folders were not opened/,
    );
    expect(first).toMatch(/two test files \(data folder, folder in memory\)/);
  });

  it('calls nothing paper that may have been on the screen only, and says which files show a face', () => {
    const labels = papers.flatMap(({ sections }) =>
      sections.flatMap(({ rows }) => rows.map(({ label }) => label)),
    );
    expect(labels.filter((label) => /paper/.test(label))).toEqual([]);
    expect(labels).toContain('Checkpoints on day sheets, shown or printed');
    expect(labels).toContainEqual(expect.stringMatching(/Finished cards.*name and face, not encrypted/));
    expect(labels.filter((label) => /court/i.test(label))).toEqual([]);
  });

  it('tells what a legal hold stopped from what waits for a printer, and from what is not proven, with the keys of the first', () => {
    const said = papers[0]?.sections.find(({ label }) => label === 'Unfinished erasures');
    expect(said?.rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Stopped by a legal hold: 4',
      'Stopped, key in memory only: 1',
      'Stopped, key on disk, encrypted: 2',
      'Stopped, no key found: 1',
      'Stopped, still open: removal of the key: 4 erasures',
      'Waiting only for a printer: 2',
      'Others, not proven: 1',
      ...Array.from({ length: 7 }, () => expect.stringMatching(/^Others, still open: .*: 1 erasure$/)),
    ]);
    const holds = papers[0]?.sections.find(({ label }) => label === 'Legal holds in force');
    expect(holds?.rows.filter(({ label }) => /kept when|stops now/.test(label))).toEqual([
      row('Open applications it kept when it was set', '3, of which 1 then had a key in memory only'),
      row('Erasures it stops now', '4, of which 1 have a key in memory only'),
      row('Open applications it kept when it was set', '1, of which 0 then had a key in memory only'),
      row('Erasures it stops now', '0, of which 0 have a key in memory only'),
    ]);
    expect(holds?.lines[0]).toMatch(/counts open applications and stopped erasures together/);
    // A later hold may have sealed one, and a power cut may have taken one: nothing of that moment is told as if it were so now.
    expect(holds?.lines[1]).toMatch(
      /counted as of then\. .*The open applications and keys of this paper are those of now\.$/,
    );
  });

  it('says each moment by the clock at the counter, and in UTC beside it; where nobody knows the zone, in UTC alone', () => {
    const saidIn = (timeZone: string) => {
      const settings = { ...SAMPLE_STATEMENT.settings, timeZone };
      const { lines, sections } = statementOnPaper({ ...SAMPLE_STATEMENT, settings }, proof);
      const rows = sections.flatMap((section) => section.rows);
      return { made: rows.find(({ label }) => label === 'Made')?.value, said: sentencesOf([lines, rows]) };
    };
    const { made, said } = saidIn('America/Chicago');
    expect(made).toBe('November 28, 2026 at 12:30:05 PM (2026-11-28 18:30:05 UTC)');
    const moments = said.filter((sentence) => sentence.includes('UTC'));
    // Made (twice), in force, hold (two), checkpoint, suspended, codes, ribbons (two), computer.
    expect(moments.length).toBeGreaterThanOrEqual(11);
    const both = / [AP]M \(\d{4}-\d\d-\d\d [\d:]{8} UTC\)/;
    expect(moments.filter((sentence) => !both.test(sentence))).toEqual([]);
    // A file may say anything, and is read all the same.
    expect(saidIn('Nowhere/At_All').made).toBe('2026-11-28 18:30:05 UTC');
  });

  it('says what was found of the computer, each check that did not pass by its name, and what nobody looked at as such', () => {
    const saidOf = (doctor: Statement['doctor']) =>
      statementOnPaper({ ...SAMPLE_STATEMENT, doctor }, proof).sections.find(
        ({ label }) => label === 'This computer',
      );
    expect(saidOf(SAMPLE_STATEMENT.doctor)?.rows.slice(1)).toEqual([
      row('Checks passed', String(checkIds.length - 3)),
      row('Check swap', 'failed'),
      row('Check flash', 'passed with a warning'),
      row('Check tpm', 'not known'),
    ]);
    for (const doctor of [{ kind: 'not-run' }, { kind: 'could-not', utc: 0 }] as const) {
      const said = saidOf(doctor);
      expect(said?.rows.map(({ value }) => value)).toEqual([
        expect.stringMatching(
          /^not since the program started$|^tried .*\(1970-01-01 00:00:00 UTC\), without a result$/,
        ),
      ]);
      expect(said?.lines).toEqual([expect.stringMatching(/swaps memory to its disk.* isn’t known\.$/)]);
    }
  });

  it('says what it can’t know, and how many unknown files are not on it', () => {
    const unknown = papers[0]?.sections.find(({ label }) => label === 'What can’t be known from here');
    expect(unknown?.lines).toHaveLength(SAMPLE_STATEMENT.cannotSay.length);
    for (const limit of limits) expect(unknown?.lines).toContain(limitInWords(limit));
    const foreign = papers[0]?.sections.find(({ label }) => label.includes('did not make'));
    expect(foreign?.rows.map(({ value }) => value)).toContainEqual(
      expect.stringContaining('a vault, of this or another kiosk'),
    );
    expect(foreign?.lines.at(-1)).toBe('44 more are counted here by kind, and are not listed one by one.');
  });
});
