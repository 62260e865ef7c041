import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS } from './catalogue.ts';
import { remedy, remedyInGeneral } from './check.ts';

const checks = CHECK_GROUPS.flatMap((group) => group.checks);

describe('every check', () => {
  it('has an id of its own, in kebab-case', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it.each(checks)('$id says in one sentence why it matters', ({ why }) => {
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(why.split(' ').length).toBeLessThanOrEqual(25);
    expect(why.match(/[.?!](?:\s|$)/g)).toHaveLength(1);
  });

  it.each(checks)('$id names no remedy that is no sentence', ({ remedies }) => {
    for (const template of Object.values(remedies)) expect(template).toMatch(/^[A-Z].*\.$/);
  });

  it('names invariants only where nobody overrides it', () => {
    const breaking = checks.filter(({ goLive }) => goLive.kind === 'breaks').map(({ id }) => id);
    expect(breaking).toEqual([
      ...['swap', 'hibernation', 'core-dumps', 'kernel-dumps', 'session-memory', 'cups', 'clipboard'],
      ...['sandbox', 'fuses', 'package-files', 'package-owner', 'crash-handler'],
    ]);
  });

  it('that nobody overrides is not overridden by knowing nothing', () => {
    for (const { id, goLive } of checks.filter((check) => check.goLive.kind === 'breaks'))
      expect(goLive, id).toMatchObject({ whenUnknown: 'stops' });
    const tolerated = checks.filter(
      ({ goLive }) => 'whenUnknown' in goLive && goLive.whenUnknown === 'tolerated',
    );
    // Each has its reason beside it.
    expect(tolerated.map(({ id }) => id)).toEqual([
      ...['data-folder', 'unit-writes', 'clock', 'camera', 'unit-sandbox', 'package-database'],
    ]);
  });
});

/** Programs that a fresh Debian 13 doesn't have, and the packages that bring them. A counter has no network to fetch them from. */
const NOT_INSTALLED = [
  ['hwclock', 'util-linux-extra'],
  ['v4l2-ctl', 'v4l-utils'],
  ['smartctl', 'smartmontools'],
] as const;

/** The first of these programs that a text has without its package; undefined: it has none. */
function lackingIn(text: string): string | undefined {
  return NOT_INSTALLED.find(([program, brings]) => text.includes(program) && !text.includes(brings))?.[0];
}

describe('a remedy', () => {
  it('needs no program that a fresh Debian lacks, or says which package brings it', () => {
    expect(lackingIn('Run `hwclock --systohc` as root.')).toBe('hwclock');
    expect(lackingIn('Run `smartctl -a DEVICE` (package `smartmontools`).')).toBeUndefined();
    const lacking = checks.flatMap(({ id, remedies }) =>
      Object.values(remedies).flatMap((template) => {
        const program = lackingIn(template);
        return program === undefined ? [] : [`${id}: ${program}`];
      }),
    );
    expect(lacking).toEqual([]);
    // The control: one of them is told of with its package.
    expect(checks.some(({ remedies }) => Object.values(remedies).join().includes('smartctl'))).toBe(true);
  });

  it('is told with what was found, and in general with its name', () => {
    expect(remedy('Run `umount {path}` in {folder}.', { path: '/a', folder: '/b' })).toBe(
      'Run `umount /a` in /b.',
    );
    expect(remedyInGeneral('Run `umount {mountPoint}`.')).toBe('Run `umount MOUNT_POINT`.');
  });

  it('takes what was found as it is, also what looks like a pattern', () => {
    expect(remedy('Look at {path}.', { path: '/a$&{path}' })).toBe('Look at /a$&{path}.');
  });
});
