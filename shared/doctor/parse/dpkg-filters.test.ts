import { expect, it } from 'vitest';
import { isLeftOut } from './dpkg-filters.ts';

/** As images for containers have it. */
const slim = `# No documents, but for who wrote what.
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/man/*
`;

it.each([
  ['/usr/share/doc/counterfoil/changelog.Debian.gz', [slim], true],
  ['/usr/share/man/man1/counterfoil.1.gz', [slim], true],
  ['/usr/share/doc/counterfoil/copyright', [slim], false],
  ['/opt/counterfoil/resources/app.asar', [slim], false],
  ['/usr/share/doc/counterfoil/copyright', [slim, 'path-exclude /usr/share/doc/*'], true],
  ['/usr/share/doc/a', ['#path-exclude=/usr/share/doc/*'], false],
  ['/a+(b)', ['path-exclude=/a+(b)'], true],
  ['/aab', ['path-exclude=/a+b'], false],
  ['/usr/share/doc/a', [], false],
  ['/usr/share/doc/a', ['path-exclude='], false],
])('%s by %j: %j', (path, settings, isOut) => expect(isLeftOut(path, settings)).toBe(isOut));
