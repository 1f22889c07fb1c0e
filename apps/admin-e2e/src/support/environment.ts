/**
 * What `npm test` says about the running product.
 * @throws Error where a variable is missing
 */
export function readEnvironment() {
  return {
    baseUrl: required('E2E_BASE_URL'),
    sampleUrl: required('E2E_SAMPLE_URL'),
    email: required('E2E_ADMIN_EMAIL'),
    password: required('E2E_ADMIN_PASSWORD'),
    chromium: process.env['E2E_CHROMIUM'] || '/usr/bin/chromium',
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run these tests through npm test, which starts what they drive.`);
}
