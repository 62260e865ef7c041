/** The real print worker as an evaluation package has it, with the built-in printer: its bundler would have filled this in. */
import '../../../tests/support/evaluation-build.ts';

await import(new URL('../../print/worker.ts', import.meta.url).href);
