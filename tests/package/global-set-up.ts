import { reachAdministratorPrograms } from '../../build/machine/command.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';

/** What boots is root's matter, and needs mmdebstrap and systemd-nspawn: root gets them. Everybody else's tests leave it out. */
export default async function setUp(): Promise<void> {
  reachAdministratorPrograms();
  if (process.getuid?.() !== 0 || process.env.COUNTERFOIL_SAMPLE === '1') return;
  const prepared = await prepareMachine({ needs: ['package'] });
  if (!prepared.ok) throw new Error(prepared.error.say);
}
