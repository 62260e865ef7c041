import { encodeFrame } from '../../lib/frames/frame.ts';

/** Stands in the place of a print worker with a defect: whatever it is asked, it says that the printer has shown a light. */
process.stdout.write(encodeFrame({ kind: 'identified' }), () => process.exit(0));
