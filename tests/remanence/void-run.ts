/** The suite's own word for "this run proves nothing". */
export class VoidRun extends Error {}
