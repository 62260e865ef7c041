/** Where the settings of a kiosk are. A release and a rehearsal look nowhere else. */
export const SETTINGS_FILE = '/etc/counterfoil/settings.toml';

/** Where the policy is, unless settings say otherwise. A provisioning puts its policy beside the settings. */
export const POLICY_FILE = '/etc/counterfoil/policy.json';
