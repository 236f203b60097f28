// Builds the command line: a launcher, the bundles it chooses from, and V8's compiled code of these for the Node that builds.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';

const launch = 'compiler/cli/launch';

/** Bundles are one function each, whether `require` reads them or the launcher. */
const wrapper = {
  banner: { js: `(run=>typeof module==='object'?module.exports=run:run)((function(require){` },
  footer: { js: '}))' },
};

/** CommonJS has no `import.meta`; a library makes itself a `require` from it, for which any absolute path will do. */
export const metaUrl = { 'import.meta.url': 'process.execPath' };

/** Builds into `outdir`. `common` is what all bundles of the project share. */
export async function buildCommandLine(common, outdir) {
  const define = { ...common.define, ...metaUrl };
  const options = { ...common, define, format: 'cjs', platform: 'node', minify: true, outdir };
  const trainer = 'node_modules/.cache/kindling/train.cjs';
  await Promise.all([
    esbuild.build({ ...options, entryPoints: { kindling: `${launch}/main.ts` } }),
    esbuild.build({
      ...options,
      ...wrapper,
      entryPoints: { program: 'compiler/cli/main.ts', compile: 'compiler/cli/main-compile.ts' },
      outExtension: { '.js': '.cjs' },
      plugins: [lateModules],
    }),
    esbuild.build({ ...options, entryPoints: [`${launch}/train.ts`], outdir: undefined, outfile: trainer }),
  ]);
  // The launcher's name ends in `.js`, and it is no ES module: Node's loader of those takes time of its own.
  writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
  // Code that these do not reach is compiled when it is run, as ever.
  const example = 'node_modules/.cache/kindling/example.bu';
  copyFileSync('examples/home-server/home-server.bu', example);
  train(trainer, `${outdir}/compile.cjs`, ['compile', example]);
  train(trainer, `${outdir}/program.cjs`, ['check', example]);
  train(trainer, `${outdir}/program.cjs`, ['fmt', example]);
}

function train(trainer, bundle, args) {
  const { status, stderr } = spawnSync(process.execPath, [trainer, bundle, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`kindling ${args.join(' ')}: ${stderr}`);
}

/** The bundles in `outdir` and their code, as assets of the executable. */
export function executableAssets(outdir) {
  const names = readdirSync(outdir).filter((name) => /\.cjs(\..*\.code)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name.replace(/\.cjs\..*\.code$/, '.cjs.code'), `${outdir}/${name}`]));
}

/** Modules of Node that load a dozen others and that few runs need, although libraries ask for them at once. */
const lateModules = {
  name: 'late-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(child_process|crypto|zlib)$/ }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const getters = names.map((name) => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };` };
    });
  },
};
