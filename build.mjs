// Builds everything into dist/ with esbuild, or runs the generator: `node build.mjs [generate | package]`.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import { buildCommandLine, executableAssets } from './compiler/cli/build.mjs';
import { buildExtension } from './vscode-extension/build.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  define: { kindlingVersion: JSON.stringify(version) },
};

const commandLine = 'dist/cli';

// A bundled CommonJS library asks for Node's modules by `require`, which ES modules lack.
const requireBanner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

async function generate() {
  const outfile = 'node_modules/.cache/kindling/generate.mjs';
  await esbuild.build({ ...common, platform: 'node', entryPoints: ['spec/generate.ts'], outfile });
  run(process.execPath, [outfile]);
}

async function build() {
  rmSync('dist', { recursive: true, force: true });
  await generate();
  await Promise.all([
    buildCommandLine(common, commandLine),
    esbuild.build({
      ...common,
      platform: 'node',
      entryPoints: { index: 'compiler/src/index.ts', node: 'compiler/node/index.ts' },
      outdir: 'dist/lib',
      splitting: true,
    }),
    esbuild.build({
      ...common,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2022',
      entryPoints: { index: 'compiler/src/index.ts' },
      outdir: 'dist/browser',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      minify: true,
    }),
    esbuild.build({
      ...common,
      platform: 'node',
      entryPoints: { node: 'lsp/main.ts' },
      outdir: 'dist/lsp',
      splitting: true,
      minify: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: requireBanner },
    }),
    // A classic script: not every host of web extensions starts module workers.
    esbuild.build({
      ...common,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      entryPoints: { worker: 'lsp/browser.ts' },
      outdir: 'dist/lsp',
      minify: true,
    }),
  ]);
  chmodSync(`${commandLine}/kindling.js`, 0o755);
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json']);
}

/** The npm tarball, the editor's extension, and one executable file that needs no Node: dist/packages/. */
async function packageAll() {
  await build();
  mkdirSync('dist/packages', { recursive: true });
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', 'dist/packages']);
  await buildExtension();
  await buildExecutable(`dist/packages/kindling-${process.platform}-${process.arch}`);
}

/** Node's single executable application: this Node with the command line inside. */
async function buildExecutable(target) {
  const folder = 'node_modules/.cache/kindling/sea';
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    ...common,
    format: 'cjs',
    platform: 'node',
    minify: true,
    entryPoints: ['compiler/cli/launch/executable.ts'],
    outfile: `${folder}/kindling.cjs`,
  });
  const config = {
    main: `${folder}/kindling.cjs`,
    output: `${folder}/kindling.blob`,
    assets: executableAssets(commandLine),
    disableExperimentalSEAWarning: true,
  };
  writeFileSync(`${folder}/config.json`, JSON.stringify(config));
  run(process.execPath, ['--experimental-sea-config', `${folder}/config.json`]);
  copyFileSync(process.execPath, target);
  const { inject } = createRequire(import.meta.url)('postject');
  await inject(target, 'NODE_SEA_BLOB', readFileSync(config.output), {
    sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
  });
  chmodSync(target, 0o755);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const tasks = { generate, package: packageAll };
await (tasks[process.argv[2]] ?? build)();
