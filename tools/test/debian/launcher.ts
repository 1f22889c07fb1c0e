import { chmodSync, globSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launcherOf, unpackedFolder, type Program } from './program.ts';

/** Writes a script that starts the unpacked program with the unpacked libraries and fonts. */
export function writeLauncher(program: Program): void {
  const folder = unpackedFolder(program);
  const libraries = libraryFolders(folder).join(':');
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<fontconfig><dir>${folder}/usr/share/fonts</dir><dir>/usr/share/fonts</dir></fontconfig>\n`,
  );
  const launcher = launcherOf(program);
  writeFileSync(
    launcher,
    `#!/bin/sh
export LD_LIBRARY_PATH='${libraries}' FONTCONFIG_FILE='${fonts}'
exec '${join(folder, program.path)}' "$@"
`,
  );
  chmodSync(launcher, 0o755);
}

/** Those of private libraries too, which a distribution's own are built to find at one place alone. */
function libraryFolders(folder: string): string[] {
  const libraries = globSync(`${folder}/{usr/lib,lib}/*-linux-gnu*/{,*/}*.so*`);
  return [...new Set(libraries.map((library) => dirname(library)))];
}
