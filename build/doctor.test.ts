import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CHECK_GROUPS } from '../shared/doctor/catalogue.ts';
import { doctorPage } from '../shared/doctor/page.ts';
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
