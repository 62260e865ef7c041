import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicantPatterns } from '../../electron/core/application/values.ts';
import { searchFiles } from '../../electron/core/search/search-files.ts';
import { emptyAnswers } from '../../shared/application/answers.ts';
import { parseCardNumber } from '../../shared/card/number/card-number.ts';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { applicationId, ticket } from '../../shared/contract/ids.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { FINGERPRINT_BYTES } from '../../shared/remanence/fingerprints.ts';
import type { Comparison } from './statistics.ts';

const FILES = 128;
const FILE_BYTES = 8 * 1024 * 1024;
/** Of the photo, the faces, the code and the tray. */
const FINGERPRINTS = 200;
const GOAL = 1.5;
const WARM_UP = 1;
const EVERY = 16;
const PLANTED_AT = 4_000_000;

const TODAY = { year: 2031, month: 1, day: 2 };
const NAME = 'Wilhelmina Featherstone-Okonkwo';

/** All that the search of a wipe looks for, for somebody who filled in every field. */
function patternsOfSomebody(): ReturnType<typeof applicantPatterns> {
  const number = parseCardNumber(SAMPLE_CARD.number);
  if (!number.ok) throw new Error('the sample card has no number');
  const fingerprints = Array.from({ length: FINGERPRINTS }, () => randomBytes(FINGERPRINT_BYTES));
  return applicantPatterns(
    {
      application: applicationId.parse('0'.repeat(32)),
      ticket: ticket.parse(1),
      key: randomBytes(32),
      lookUpKey: randomBytes(32),
      policy: harborCity,
      practice: false,
      began: 0,
      state: { kind: 'printed' },
      answers: {
        ...emptyAnswers,
        name: NAME,
        chosenName: 'Billie Quillfeather',
        gender: 'Non-binary',
        birthDay: '14',
        birthMonth: '03',
        birthYear: '1990',
        emergencyName: 'Barnaby Quillfeather',
        emergencyPhone: '555 0142 778',
        libraryNumber: '2904 1177 3302',
      },
      photo: null,
      cardNumber: number.value,
      tray: null,
      stage: null,
      troubles: [],
      ending: null,
      cardSent: true,
      cardIdentified: true,
      revision: 1,
      denial: null,
      finishing: false,
      made: [],
    },
    { registered: fingerprints, names: [16, 16, 32, 32].map((count) => randomBytes(count).toString('hex')) },
    TODAY,
    [],
  );
}

/** Files of random bytes; the name stands in some, so that a search that sees nothing shows. */
function writeFiles(folder: string): readonly string[] {
  mkdirSync(folder);
  return Array.from({ length: FILES }, (_nothing, index) => {
    const bytes = randomBytes(FILE_BYTES);
    if (index % EVERY === 0) bytes.write(NAME, PLANTED_AT);
    const path = join(folder, `file-${index}`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Milliseconds of `grep -c` for one word, by bytes as everything here is. */
function timeGrep(paths: readonly string[]): number {
  const began = performance.now();
  const { stdout, error } = spawnSync('grep', ['-c', '-F', '-h', NAME, ...paths], {
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - began;
  if (error !== undefined) throw error;
  const found = stdout.split('\n').filter((line) => line === '1').length;
  if (found !== FILES / EVERY) throw new Error(`grep found ${found} files of ${FILES / EVERY}`);
  return milliseconds;
}

/** Searches 1 GB of files for everything of one applicant, against `grep` for one word of it. The cache is warm. */
export async function measureScan(folder: string, rounds: number): Promise<Comparison> {
  const root = join(folder, 'scan');
  const paths = writeFiles(root);
  const { patterns } = patternsOfSomebody();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const began = performance.now();
    const { hits, bytes } = await searchFiles({ roots: [root], changedSince: 0, patterns });
    const our = performance.now() - began;
    if (hits.length !== FILES / EVERY || bytes !== FILES * FILE_BYTES)
      throw new Error(`the search found ${hits.length} of ${FILES / EVERY} names in ${bytes} bytes`);
    const their = timeGrep(paths);
    if (round < 0) continue;
    ours.push(our);
    theirs.push(their);
  }
  return {
    what: `search of ${(FILES * FILE_BYTES) / 1024 ** 3} GiB for ${patterns.length} patterns`,
    baseline: 'grep -c for one word over the same files, cache warm',
    goal: GOAL,
    ours,
    theirs,
  };
}
