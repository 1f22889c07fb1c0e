import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';

/** The private packages of this repository travel inside the module; everything else is the host's, or npm's. */
const isPrivate = (id) => id.startsWith('@scitex/monitoring-');
const external = (id) => !id.startsWith('.') && !id.startsWith('/') && !isPrivate(id);
const bundle = { external, treeshake: { moduleSideEffects: 'no-external' } };

/** TypeScript's decorator functions ask for the global `this`, which a module does not have, and do without. */
const onwarn = (warning, warn) => warning.code === 'THIS_IS_UNDEFINED' || warn(warning);

export default [
  {
    ...bundle,
    input: '.tsc/index.js',
    output: { file: 'dist/index.js', format: 'es', sourcemap: true },
    plugins: [nodeResolve({ resolveOnly: (id) => isPrivate(id) })],
    onwarn,
  },
  {
    ...bundle,
    input: '.tsc/index.d.ts',
    output: { file: 'dist/index.d.ts', format: 'es' },
    plugins: [
      nodeResolve({
        resolveOnly: (id) => isPrivate(id),
        exportConditions: ['types'],
        extensions: ['.d.ts'],
      }),
      dts(),
    ],
  },
];
