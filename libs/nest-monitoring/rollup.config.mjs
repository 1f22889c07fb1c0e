import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.keys({ ...dependencies, ...peerDependencies });

/** The private packages of this repository travel inside the module; everything else is the host's, or npm's. */
const isPrivate = (id) => id.startsWith('@scitex/monitoring-');
const external = (id) => !id.startsWith('.') && !id.startsWith('/') && !isPrivate(id);
const bundle = { external, treeshake: { moduleSideEffects: 'no-external' } };

/** What is imported without being declared is there in this repository, and missing in every other. */
const declaredImports = {
  name: 'declared-imports',
  generateBundle(_options, files) {
    for (const id of Object.values(files).flatMap(({ imports = [], dynamicImports = [] }) => [
      ...imports,
      ...dynamicImports,
    ])) {
      const isBuiltin = builtinModules.includes(id.replace(/^node:/, ''));
      if (!isBuiltin && !installed.some((name) => id === name || id.startsWith(`${name}/`)))
        this.error(`${id} is imported but no dependency: add it to libs/nest-monitoring/package.json.`);
    }
  },
};

/** TypeScript's decorator functions ask for the global `this`, which a module does not have, and do without. */
const onwarn = (warning, warn) => warning.code === 'THIS_IS_UNDEFINED' || warn(warning);

export default [
  {
    ...bundle,
    input: '.tsc/index.js',
    output: { file: 'dist/index.js', format: 'es' },
    plugins: [nodeResolve({ resolveOnly: isPrivate }), declaredImports],
    onwarn,
  },
  {
    ...bundle,
    input: '.tsc/capture/process/last-flush.js',
    output: { file: 'dist/last-flush.js', format: 'es' },
    plugins: [nodeResolve({ resolveOnly: isPrivate }), declaredImports],
  },
  {
    ...bundle,
    input: '.tsc/index.d.ts',
    output: { file: 'dist/index.d.ts', format: 'es' },
    plugins: [
      nodeResolve({ resolveOnly: isPrivate, exportConditions: ['types'], extensions: ['.d.ts'] }),
      dts(),
      declaredImports,
    ],
  },
];
