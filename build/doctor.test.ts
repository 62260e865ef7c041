import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CHECK_GROUPS } from '../shared/doctor/catalogue.ts';
import { doctorPage } from '../shared/doctor/page.ts';

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
