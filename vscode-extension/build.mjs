// Builds the extension for `npm run package`: bundles and static files in a folder of their own, and the .vsix of that folder.
// By itself, `node vscode-extension/build.mjs` makes the folder only, as the tests and a development host use it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { metaUrl } from '../compiler/cli/build.mjs';

const home = 'vscode-extension';
export const folder = 'node_modules/.cache/kindling/extension';
const packaging = `${home}/packaging`;

/** What of the extension's folder is shipped as it is. */
const statics = [
  'README.md',
  'images',
  'icons',
  'l10n',
  'language-configuration.json',
  'language-configuration-ignition.json',
  'media',
  'package.nls.ja.json',
  'package.nls.json',
  'snippets',
  'syntaxes',
];

/** Makes the folder of the extension. The project's schema has to be in `dist/schemas` (`npm run generate`). */
export async function stageExtension({ target = folder } = {}) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(`${target}/out`, { recursive: true });
  await generateManifest();
  await bundleAll(`${target}/out`, version);
  for (const name of statics) {
    if (existsSync(`${home}/${name}`)) cpSync(`${home}/${name}`, `${target}/${name}`, { recursive: true });
  }
  for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(name, `${target}/${name}`);
  mkdirSync(`${target}/schemas`);
  cpSync('dist/schemas/kindling-project.json', `${target}/schemas/kindling.schema.json`);
  writeFileSync(`${target}/package.json`, `${JSON.stringify(shippedManifest(version), null, 2)}\n`);
}

/** The manifest without what is of use only in this repository; its version is the compiler's. */
function shippedManifest(version) {
  const { devDependencies, private: _, ...manifest } = JSON.parse(readFileSync(`${home}/package.json`, 'utf8'));
  return { ...manifest, version };
}

/** Settings from their one source into the manifest: written only when they have changed. */
async function generateManifest() {
  const outfile = 'node_modules/.cache/kindling/generate-extension.mjs';
  const entryPoints = [`${home}/generate.ts`];
  await esbuild.build({ bundle: true, format: 'esm', platform: 'node', logLevel: 'warning', entryPoints, outfile });
  run(process.execPath, [outfile]);
}

async function bundleAll(outdir, version) {
  const common = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    define: { kindlingVersion: JSON.stringify(version) },
  };
  const define = { ...common.define, ...metaUrl };
  const node = { ...common, define, format: 'cjs', platform: 'node', target: 'node20', external: ['vscode'] };
  const page = { ...common, format: 'iife', platform: 'browser', target: 'es2022' };
  const bundle = (options, entry, name) =>
    esbuild.build({ ...options, entryPoints: [entry], outfile: `${outdir}/${name}` });
  await Promise.all([
    bundle({ ...node, ...clientApart }, `${home}/src/extension.ts`, 'extension.js'),
    bundle(node, 'vscode-languageclient/node', 'language-client.js'),
    bundle(node, 'lsp/main.ts', 'server.js'),
    bundle(node, 'compiler/cli/main.ts', 'cli.js'),
    // Hosts of web extensions hand over `require` and `exports` as for CommonJS.
    bundle({ ...page, format: 'cjs', external: ['vscode'] }, `${home}/src/browser.ts`, 'browser.js'),
    bundle(page, 'lsp/browser.ts', 'server-worker.js'),
    bundle(page, `${home}/webview/main.ts`, 'preview.js'),
    bundle(page, `${home}/webview/preview.css`, 'preview.css'),
  ]);
}

/**
 * Nine tenths of the extension are the library of the client. In a file of its own it is read with the first document that needs
 * the server, and not while the editor waits for the extension to be active.
 */
const clientApart = {
  // A module of CommonJS does not tell an `import` the names that it exports, and the editor gives `vscode` to `require` only.
  supported: { 'dynamic-import': false },
  plugins: [
    {
      name: 'client-apart',
      setup({ onResolve }) {
        const path = './language-client.js';
        onResolve({ filter: /^vscode-languageclient(\/node)?$/ }, () => ({ path, external: true }));
      },
    },
  ],
};

/** Makes dist/packages/kindling-vscode-<version>.vsix; installs what packs it when it is not there. */
export async function buildExtension(outdir = 'dist/packages') {
  await stageExtension();
  if (!existsSync(`${packaging}/node_modules/@vscode/vsce`)) {
    run('npm', ['install', '--prefix', packaging, '--ignore-scripts', '--no-fund', '--no-audit', '--no-package-lock']);
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  mkdirSync(outdir, { recursive: true });
  const vsix = resolve(outdir, `kindling-vscode-${version}.vsix`);
  const vsce = resolve(packaging, 'node_modules/@vscode/vsce/vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  run(process.execPath, [vsce, 'package', ...options], folder);
  return vsix;
}

function run(command, args, cwd = '.') {
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'package') await buildExtension(process.argv[3]);
  else await stageExtension();
}
