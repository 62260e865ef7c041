import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findJobTraces } from './find-job-traces.ts';
import { asOrdinaryUser, memoryFolder, placesBelow } from './spool.test-support.ts';

const job = { number: 21, name: 'b7f3c0d2-random' };

describe('the look for what is left of a job', () => {
  it('finds control file, documents and every file with its name, and nothing of other jobs', () => {
    const places = placesBelow(memoryFolder());
    const here = (folder: string, name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    mkdirSync(join(places.temp, 'deep'));
    const left = [
      here(places.spool, 'c00021', 'x'),
      here(places.spool, 'c00021.N', ''),
      here(places.spool, 'd00021-001', '%PDF'),
      here(places.spool, 'd00021-012', '%PDF'),
      here(places.spool, '0000000a', `bytes ${job.name} bytes`),
      here(places.temp, `${job.name}.pdf`, ''),
      here(join(places.temp, 'deep'), 'gs_1', `\0\xff${job.name}`),
      here(places.cache, 'feed.rss', job.name),
    ];
    here(places.spool, 'c00022', 'another');
    here(places.spool, 'd00210-001', 'another');
    here(places.spool, 'd000212-001', 'another');
    here(places.cache, 'job.cache', `<Job 21> ${job.name}`);
    here(places.cache, 'job.cache.O', `<Job 21> ${job.name}`);
    symlinkSync(join(places.cache, 'job.cache'), join(places.temp, 'link'));
    expect(findJobTraces(places, job)).toEqual({ files: left.sort(), unreadable: [] });
    for (const file of left) rmSync(file);
    expect(findJobTraces(places, job)).toEqual({ files: [], unreadable: [] });
  });

  it('knows numbers of more than five digits', () => {
    const places = placesBelow(memoryFolder());
    writeFileSync(join(places.spool, 'd123456-001'), 'x');
    expect(findJobTraces(places, { ...job, number: 123456 }).files).toEqual([
      join(places.spool, 'd123456-001'),
    ]);
    expect(findJobTraces(places, { ...job, number: 12345 }).files).toEqual([]);
  });

  it('says what it may not look into, and finds what else there is', () => {
    const places = placesBelow(memoryFolder());
    const closedFile = join(places.cache, 'closed');
    writeFileSync(closedFile, job.name);
    writeFileSync(join(places.cache, 'open'), job.name);
    chmodSync(closedFile, 0o000);
    chmodSync(places.spool, 0o000);
    const found = asOrdinaryUser(() => findJobTraces(places, job));
    chmodSync(places.spool, 0o755);
    expect(found).toEqual({
      files: [join(places.cache, 'open')],
      unreadable: [closedFile, places.spool, places.temp].sort(),
    });
  });

  it('takes a place that is not there for one that was not looked at', () => {
    const places = placesBelow(memoryFolder());
    rmSync(places.cache, { recursive: true });
    expect(findJobTraces(places, job)).toEqual({ files: [], unreadable: [places.cache] });
  });
});
