import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS } from '../shared/doctor/catalogue.ts';
import { doctorPage } from '../shared/doctor/page.ts';
import { judgeUnitSandbox } from '../shared/doctor/program/unit-sandbox.ts';
import { beginsWithOne, NOT_TAKEN } from '../tests/package/lockdown/other-lines.ts';
import { serviceLines } from '../tests/package/lockdown/unit-lines.ts';
import { fillIn, templatesFolder } from './packaging/deb/templates.ts';

it('docs/it/doctor.md is what the declarations generate: npm run doctor -- page writes it', () => {
  const written = readFileSync(fileURLToPath(new URL('../docs/it/doctor.md', import.meta.url)), 'utf8');
  expect(written).toBe(doctorPage(CHECK_GROUPS));
});

it('the page has every check with why and all that can be done', () => {
  const page = doctorPage(CHECK_GROUPS);
  for (const { id, why, remedies } of CHECK_GROUPS.flatMap(({ checks }) => checks)) {
    const section = page.split(`### \`${id}\`\n`)[1]?.split('\n#')[0] ?? '';
    expect(section).toContain(why);
    expect(section.match(/^- /gm) ?? []).toHaveLength(Object.keys(remedies).length);
  }
});

/** What the files that a release puts on a computer besides the application are called. */
function shippedFiles(): readonly string[] {
  const entries = readdirSync(join(templatesFolder, 'root'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => fillIn(entry.name, { slug: 'counterfoil', product: 'Counterfoil' }));
}

it('no remedy writes a file in /etc that is called like one of the package’s: it would replace that whole', () => {
  const shipped = new Set(shippedFiles());
  // What one was once called, and would still be found by.
  expect(shipped).toContain('60-counterfoil.conf');
  const named = CHECK_GROUPS.flatMap(({ checks }) => checks).flatMap(({ id, remedies }) =>
    Object.values(remedies).flatMap((template) =>
      [...template.matchAll(/\/etc\/[^\s`'"]+/g)].map(([path]) => ({ id, path })),
    ),
  );
  expect(named.map(({ path }) => path)).toContain('/etc/sysctl.d/90-counterfoil-local.conf');
  // The profile is the package's own, put where the package puts it.
  const others = named.filter(({ path }) => path !== '/etc/apparmor.d/counterfoil');
  expect(others).toHaveLength(named.length - 1);
  expect(others.filter(({ path }) => shipped.has(basename(path)))).toEqual([]);
});

describe.each(['@slug@.service', '@slug@-display.service'])('%s', (template) => {
  const unit = template.replace('@slug@', 'counterfoil');
  const path = join(templatesFolder, 'root/usr/lib/systemd/system', template);
  const text = fillIn(readFileSync(path, 'utf8'), { slug: 'counterfoil', product: 'Counterfoil' });
  const shipped = { name: unit, path: `/usr/lib/systemd/system/${unit}`, text };
  const judge = (dropIn: string) => {
    const file = { name: 'x.conf', path: `/etc/systemd/system/${unit}.d/x.conf`, text: dropIn };
    return judgeUnitSandbox({ units: [{ unit, shipped, main: shipped, dropIns: [file] }], writable: [] });
  };

  it('is opened by a drop-in that takes back any of its lines, but those that say what is started and how', () => {
    expect(judge('').verdict).toBe('pass');
    const lines = serviceLines(text).filter((line) => !beginsWithOne(line, NOT_TAKEN));
    expect(lines).toContain('ProtectSystem=strict');
    const keys = new Set(lines.map((line) => line.slice(0, line.indexOf('='))));
    // What is empty is opened by whatever is put in.
    const value = (key: string): string => (lines.includes(`${key}=`) ? 'CAP_SYS_ADMIN' : '');
    const unseen = [...keys].filter((key) => judge(`[Service]\n${key}=${value(key)}\n`).verdict !== 'fail');
    expect(unseen).toEqual([]);
  });
});
