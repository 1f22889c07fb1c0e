import { transformFile, type ModuleConfig } from '@swc/core';
import { glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HOST } from './paths.js';

/** The two kinds of modules that hosts are written in. */
export const FORMATS = ['esm', 'cjs'] as const;
export type Format = (typeof FORMATS)[number];

const KINDS: Readonly<Record<Format, { swc: ModuleConfig; type: string }>> = {
  esm: { swc: { type: 'nodenext' }, type: 'module' },
  cjs: { swc: { type: 'commonjs' }, type: 'commonjs' },
};

/** Compiles the host into `folder`, as a package of that kind. */
export async function compileHost(folder: string, format: Format): Promise<void> {
  const { swc, type } = KINDS[format];
  await rm(folder, { recursive: true, force: true });
  for await (const file of glob('**/*.ts', { cwd: HOST })) {
    const { code } = await transformFile(join(HOST, file), {
      swcrc: false,
      module: swc,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    const target = join(folder, file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type }));
}
