// Builds everything into dist/ with esbuild, or runs the generator: `node build.mjs [generate]`.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import * as esbuild from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  define: { kindlingVersion: JSON.stringify(version) },
};

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
    esbuild.build({
      ...common,
      platform: 'node',
      entryPoints: { kindling: 'compiler/cli/main.ts' },
      outdir: 'dist/cli',
      splitting: true,
      minify: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: requireBanner },
    }),
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
      target: 'es2022',
      entryPoints: { index: 'compiler/src/index.ts' },
      outdir: 'dist/browser',
      minify: true,
    }),
  ]);
  chmodSync('dist/cli/kindling.js', 0o755);
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json']);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await (process.argv[2] === 'generate' ? generate() : build());
