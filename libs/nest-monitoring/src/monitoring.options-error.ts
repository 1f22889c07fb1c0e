/** An option of `MonitoringModule.forRoot` that cannot be worked with; thrown while the app starts. */
export class MonitoringOptionsError extends Error {
  override readonly name = 'MonitoringOptionsError';

  constructor(option: string, problem: string, example: string) {
    super(`MonitoringModule: the option "${option}" ${problem}. For example: ${example}`);
  }
}
