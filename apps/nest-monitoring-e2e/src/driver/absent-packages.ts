import { registerHooks } from 'node:module';

// Loaded ahead of a host: it is one that has not installed these packages. As it ends it says what was asked of them,
// as a proof that there was nothing to be had.
const ABSENT = /^@nestjs\/(?:microservices|websockets)(?:\/|$)/;
const asked = new Set<string>();

registerHooks({
  resolve(specifier, context, next) {
    if (!ABSENT.test(specifier)) return next(specifier, context);
    asked.add(specifier);
    const code = context.conditions.includes('require') ? 'MODULE_NOT_FOUND' : 'ERR_MODULE_NOT_FOUND';
    throw Object.assign(new Error(`Cannot find module '${specifier}'`), { code });
  },
});

process.once('exit', () => console.log([...asked].sort().join('\n')));
