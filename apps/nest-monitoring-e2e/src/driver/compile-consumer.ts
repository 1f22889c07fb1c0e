import { execFile } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CONSUMER } from './paths.js';

const run = promisify(execFile);
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** How a host may be set up for TypeScript; a file's extension says what kind of module it is. */
export interface ConsumerKind {
  readonly extensions: readonly ('mts' | 'cts' | 'ts')[];
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/**
 * Compiles the consumer in `folder`, whose node_modules has the packed module.
 * @returns what the compiler complains about
 */
export async function compileConsumer(
  folder: string,
  { extensions, compilerOptions }: ConsumerKind,
): Promise<string> {
  const files = extensions.map((extension) => `consumer.${extension}`);
  const config = join(folder, `tsconfig.${extensions.join('-')}.json`);
  for (const file of files) await copyFile(CONSUMER, join(folder, file));
  const all = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    types: ['node'],
    ...compilerOptions,
  };
  await writeFile(config, JSON.stringify({ compilerOptions: all, files }));
  return run(process.execPath, [TSC, '-p', config]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}
