// What is in the .vsix: what it needs and nothing else, within its budget.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { vsixPath } from './editor.mjs';

const budget = 2_000_000;
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(?:\.nls(?:\.ja)?)?\.json$/,
  /^extension\/(?:readme|changelog)\.md$/i,
  /^extension\/LICENSE(?:\.txt|\.md)?$/i,
  /^extension\/language-configuration(?:-ignition)?\.json$/,
  /^extension\/l10n\/bundle\.l10n\.ja\.json$/,
  /^extension\/(?:icons|media|images)\/[\w-]+\.(?:svg|png)$/,
  /^extension\/(?:snippets|syntaxes|schemas)\/[\w.-]+\.json$/,
  /^extension\/out\/(?:extension|language-client|browser|server|server-worker|cli|preview)\.js$/,
  /^extension\/out\/preview\.css$/,
];

export async function checkPackage() {
  const path = vsixPath();
  const { size } = statSync(path);
  const listed = spawnSync('python3', ['-m', 'zipfile', '-l', path], { encoding: 'utf8' }).stdout.split('\n').slice(1);
  const names = listed.map((line) => line.replace(/\s+\d{4}-\d\d-\d\d .*$/, '').trim()).filter((name) => name !== '');
  const strange = names.filter((name) => !allowed.some((pattern) => pattern.test(name)));
  const scripts = names.filter((name) => name.startsWith('extension/out/')).length;
  const result = (isFine, text) => `${isFine ? 'ok' : 'not ok'} package: ${text}`;
  return [
    result(size < budget, `${size} bytes of ${budget}`),
    result(
      names.length > 20 && strange.length === 0,
      `${names.length} files, of them strange: ${strange.join(', ') || 'none'}`,
    ),
    result(scripts === 8, `${scripts} bundles`),
  ];
}
