import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compileConsumer, type ConsumerKind } from './driver/compile-consumer.js';
import { installPackedModule, type PackReport } from './driver/pack-module.js';
import { builtHost, CONSUMER } from './driver/paths.js';

const NESTS = [11, 12] as const;
const MEGABYTE = 1_000_000;

const KINDS: readonly (readonly [string, ConsumerKind])[] = [
  ['an ES module, or CommonJS', { extensions: ['mts', 'cts'], compilerOptions: { module: 'nodenext' } }],
  [
    'CommonJS, with types resolved as of old',
    {
      extensions: ['ts'],
      compilerOptions: {
        module: 'commonjs',
        moduleResolution: 'node10',
        esModuleInterop: true,
        ignoreDeprecations: '6.0',
      },
    },
  ],
];

const consumerOn = (nest: number): string => join(builtHost(nest), 'consumer');
const installed = (nest: number): string =>
  join(consumerOn(nest), 'node_modules', '@scitex', 'nest-monitoring');

describe('the package', () => {
  let report: PackReport;
  let manifest: Record<string, Record<string, string> | undefined>;
  const read = (file: string): string => readFileSync(join(installed(12), file), 'utf8');

  beforeAll(async () => {
    for (const nest of NESTS) {
      await rm(consumerOn(nest), { recursive: true, force: true });
      await mkdir(consumerOn(nest), { recursive: true });
      report = await installPackedModule(installed(nest));
    }
    manifest = JSON.parse(read('package.json')) as typeof manifest;
  }, 60_000);

  it('holds what a host needs, and nothing else', () => {
    expect(report.files.map(({ path }) => path).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/last-flush.js',
      'package.json',
    ]);
  });

  it('is below a megabyte', () => {
    expect(report.unpackedSize).toBeLessThan(MEGABYTE);
  });

  it('runs nothing when it is installed', () => {
    const scripts = Object.keys(manifest['scripts'] ?? {});
    expect(scripts.filter((name) => /install|prepare|prepublish|postpack/.test(name))).toEqual([]);
  });

  it('brings along PostgreSQL’s client and ids, and asks of the host for Nest and what Nest asks for', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['pg', 'uuidv7']);
    const peers = Object.keys(manifest['peerDependencies'] ?? {});
    const optional = Object.keys(manifest['peerDependenciesMeta'] ?? {});
    expect(peers.filter((peer) => !optional.includes(peer))).toEqual([
      '@nestjs/common',
      '@nestjs/core',
      'reflect-metadata',
      'rxjs',
    ]);
    expect(optional.filter((peer) => !peer.startsWith('@nestjs/'))).toEqual([]);
    expect(Object.keys(manifest)).not.toContain('optionalDependencies');
  });

  it('explains every option in its README', () => {
    const types = read('dist/index.d.ts');
    const rows = read('README.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const named = (option: string) =>
      rows.some((row) => row.startsWith(`| \`${option}\``) || row.startsWith(`| \`${option}.`));
    const groups = { BufferOptions: 'buffer', SpoolOptions: 'spool', ScrubOptions: 'scrub' };
    const nested = Object.entries(groups).flatMap(([type, group]) =>
      keysOf(types, type).map((key) => `${group}.${key}`),
    );
    const options = [...keysOf(types, 'MonitoringModuleOptions'), ...nested];
    expect(options).toContain('serviceName');
    expect(options.filter((option) => !named(option))).toEqual([]);
    const inline = { transport: 'PostgresTransportOptions', activities: 'ActivityRule' };
    for (const [option, type] of Object.entries(inline)) {
      const row = rows.find((each) => each.startsWith(`| \`${option}\``));
      expect(keysOf(types, type).filter((key) => !row?.includes(key))).toEqual([]);
    }
  });

  it('has its version in the changelog', () => {
    expect(read('CHANGELOG.md')).toContain(`\n## ${String(manifest['version'])}\n`);
  });

  it('has a type for every export, all of which the consumer uses', () => {
    const exports = [...read('dist/index.d.ts').matchAll(/^export (?:type )?\{ (.*) \};$/gm)].flatMap(
      ([, names]) => names?.split(', ').map((name) => name.split(' as ').at(-1)) ?? [],
    );
    const consumer = readFileSync(CONSUMER, 'utf8');
    expect(exports).toContain('MonitoringModule');
    expect(exports.filter((name) => !new RegExp(`^  (?:type )?${name},$`, 'm').test(consumer))).toEqual([]);
  });

  describe.each(NESTS)('on Nest %d', (nest) => {
    it.each(KINDS)(
      'compiles in a host that is %s',
      async (_name, kind) => {
        expect(await compileConsumer(consumerOn(nest), kind)).toBe('');
      },
      120_000,
    );
  });
});

/** The properties and methods of an interface. */
function keysOf(types: string, name: string): string[] {
  const body = new RegExp(`^interface ${name} \\{\n([^]*?)^\\}`, 'm').exec(types)?.[1] ?? '';
  return [...body.matchAll(/^ {4}(?:readonly )?(\w+)\??[:(]/gm)].map(([, key]) => key ?? '');
}
