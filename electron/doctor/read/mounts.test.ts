import { expect, it } from 'vitest';
import { isOfPrivateTmp } from './mounts.ts';

it.each([
  ['/var/tmp/systemd-private-3f0e9c5e2f0b4e5e8f5d6c7b8a990011-counterfoil.service-iKlfQv/tmp', true],
  // Where /var/tmp is a file system of its own.
  ['/systemd-private-3f0e9c5e2f0b4e5e8f5d6c7b8a990011-counterfoil-display.service-Zq1XkY/tmp', true],
  ['/', false],
  ['/var/tmp', false],
  // Somebody’s folder of that name is mounted elsewhere.
  ['/var/tmp/systemd-private-3f0e9c5e-counterfoil.service-iKlfQv', false],
])('%s is a unit’s own folder: %s', (root, isOwn) => expect(isOfPrivateTmp(root)).toBe(isOwn));
