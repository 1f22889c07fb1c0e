const NAMES: Readonly<Record<string, string>> = {
  avgResponseTime: 'Average response time',
  errorRate: 'Error rate',
  apiSuccessRate: 'API success rate',
};

/** A health check in words. @example checkName('errorRate') // 'Error rate' */
export function checkName(name: string): string {
  return NAMES[name] ?? name;
}
