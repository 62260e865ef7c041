/** What a suite wants a packaged kiosk to be told. */
export interface SettingsOfSuite {
  readonly dataFolder: string;
  readonly policyFile?: string;
  readonly secondsPerFace?: number;
}

/** A settings file that says so. JSON's texts are TOML's as well. */
export function settingsText({ dataFolder, policyFile, secondsPerFace }: SettingsOfSuite): string {
  return [
    `data-folder = ${JSON.stringify(dataFolder)}`,
    ...(policyFile === undefined ? [] : [`policy-file = ${JSON.stringify(policyFile)}`]),
    ...(secondsPerFace === undefined ? [] : ['[built-in-printer]', `seconds-per-face = ${secondsPerFace}`]),
    '',
  ].join('\n');
}
