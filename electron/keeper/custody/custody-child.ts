import { applicationId } from '../../../shared/contract/ids.ts';
import { createMemoryCustody } from './memory-custody.ts';

/**
 * A process that holds a custody, for a test that searches its memory. It tells its keys inverted, so that
 * the telling leaves no copy of what is searched for.
 */
const custody = createMemoryCustody();
const wiped = applicationId.parse('a'.repeat(32));
const kept = applicationId.parse('b'.repeat(32));
custody.create(wiped);
custody.create(kept);
const told = Buffer.alloc(64);
for (const [index, application] of [wiped, kept].entries()) {
  const opened = custody.open(application);
  if (!opened.ok) throw new Error('no key');
  for (const [at, byte] of opened.value.entries()) told[index * 32 + at] = ~byte;
}
process.stdout.write(told);
process.stdin.once('data', () => {
  custody.destroy(wiped);
  process.stdout.write('destroyed');
});
