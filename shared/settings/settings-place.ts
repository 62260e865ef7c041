/** Where the settings of a kiosk are. A release and a rehearsal look nowhere else. */
export const SETTINGS_FILE = '/etc/counterfoil/settings.toml';
