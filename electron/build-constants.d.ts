/** Replaced when the session is bundled: `false` removes every evaluation-only line from a release. */
declare const __EVALUATION__: boolean;
