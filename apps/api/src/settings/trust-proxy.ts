import { isIP } from 'node:net';
import { z } from 'zod';

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** TRUST_PROXY: how many proxies stand in front, or the addresses that they call from. */
export const trustProxySchema = z
  .string()
  .trim()
  .transform((text, context): false | number | string[] => {
    if (text === 'false' || text === '0') return false;
    if (/^\d{1,2}$/.test(text)) return Number(text);
    const sources = text.split(',').map((source) => source.trim());
    if (sources.every(isProxySource)) return sources;
    context.addIssue({
      code: 'custom',
      message:
        'is not a trusted proxy: give how many proxies stand in front, such as 1, or their addresses, such as loopback,10.0.0.0/8',
    });
    return z.NEVER;
  });

function isProxySource(source: string): boolean {
  if (NAMED_RANGES.includes(source)) return true;
  const [address = '', bits, ...rest] = source.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
