import { expect, test } from 'vitest';
import { cameraTroubleOf } from './camera-trouble.ts';

test('each way a camera can fail is told apart', () => {
  const troubleOf = (name: string) => cameraTroubleOf(new DOMException('', name));
  expect(troubleOf('NotFoundError')).toBe('no-camera');
  expect(troubleOf('NotAllowedError')).toBe('denied');
  expect(troubleOf('NotReadableError')).toBe('in-use');
  expect(troubleOf('InvalidStateError')).toBe('unknown');
  expect(cameraTroubleOf('odd')).toBe('unknown');
});
