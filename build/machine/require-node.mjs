// `node --import ./build/machine/require-node.mjs some.ts`: an old Node says in one sentence what is wrong,
// where it would otherwise fail with "Unknown file extension .ts" before any line of ours runs.
import { complaintAboutNode } from './node-version.mjs';

const complaint = complaintAboutNode(process.versions.node);
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
