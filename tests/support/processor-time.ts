/**
 * Milliseconds of processor time that this thread has had: what a computation costs, however much else the machine
 * does meanwhile. Waiting costs nothing.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
