// Lints of a config together with what it is merged with: units and Quadlets of the other configs count as defined.
import { describe, expect, test } from 'vitest';
import type { Host } from '../../compiler/src/host.ts';
import { readDocument } from '../../compiler/src/index.ts';
import { lintDocument } from '../../compiler/src/lint/lint-document.ts';
import { type Neighbour, neighbourOf } from '../../compiler/src/lint/neighbour.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';

const head = 'variant: fcos\nversion: 1.8.0-experimental\n';
const units = (text: string) => `${head}systemd:\n  units:\n${text}`;
const unit = (name: string, contents: string) => `    - name: ${name}\n      contents: ${JSON.stringify(contents)}\n`;
const dropin = (name: string, contents: string) =>
  `    - name: ${name}\n      dropins: [{name: 10.conf, contents: ${JSON.stringify(contents)}}]\n`;
const service = '[Service]\nExecStart=/bin/x\n';

function neighbour(text: string, host: Host = {}, name = 'other.bu'): readonly Neighbour[] {
  return readFragments(text, name, host).flatMap(({ content }) => {
    const config = content?.source ?? content?.config;
    const found = config && neighbourOf(config, host);
    return found ? [found] : [];
  });
}

async function codes(text: string, ...around: readonly (readonly Neighbour[])[]): Promise<readonly string[]> {
  const { diagnostics } = await lintDocument(readDocument(text, 'a.bu'), {}, { around });
  return diagnostics.map(({ code }) => code);
}

describe('neighbours', () => {
  const references = units(
    dropin('app.service', '[Unit]\nRequires=db.service\n') +
      unit('tick.timer', '[Timer]\nOnBootSec=1\nUnit=job.service\n'),
  );

  test('define units for drop-ins, dependencies and timers', async () => {
    const alone = await codes(references);
    expect(alone).toEqual(['unit-dropin-without-unit', 'unit-reference-unknown', 'unit-timer-without-service']);
    const other = units(['app', 'db', 'job'].map((name) => unit(`${name}.service`, service)).join(''));
    expect(await codes(references, neighbour(other))).toEqual([]);
  });

  test('may be Ignition JSON, name local files, or bring plain files', async () => {
    const names = ['app', 'db', 'job'].map((name) => ({ name: `${name}.service`, contents: service }));
    const json = JSON.stringify({ ignition: { version: '3.4.0' }, systemd: { units: names } });
    expect(await codes(references, neighbour(json, {}, 'other.ign'))).toEqual([]);
    const local = units('    - name: app.service\n      contents_local: app\n');
    const files = `${head}storage:\n  files:\n    - path: /etc/systemd/system/db.service\n      contents: {source: "https://example.com/x"}\n`;
    const both = [...neighbour(local, { inputs: mapInputs({ app: service }) }), ...neighbour(files)];
    expect(await codes(references, both)).toEqual(['unit-timer-without-service']);
  });

  test('say nothing themselves, and bring nothing when they have no units', async () => {
    const wrong = units(unit('b.service', '[Service]\nExecStart=/x\nRestart=foo\nType=oneshot\nRestart=always\n'));
    expect(await codes(units(unit('a.service', service)), neighbour(wrong))).toEqual([]);
    expect(neighbour(`${head}storage:\n  files:\n    - path: /etc/motd\n      contents: {inline: x}\n`)).toEqual([]);
  });

  test('a finding has to hold for each machine', async () => {
    const app = neighbour(units(unit('app.service', service)));
    const text = units(dropin('app.service', '[Service]\nNice=5\n'));
    expect(await codes(text, [], app)).toEqual([]);
    expect(await codes(text, [], neighbour(units(unit('b.service', service))))).toEqual(['unit-dropin-without-unit']);
  });

  test('what is merged from elsewhere keeps the references open', async () => {
    const open = `${head}ignition:\n  config:\n    merge: [{source: "https://example.com/x.ign"}]\n`;
    expect(await codes(references, neighbour(open))).toEqual([]);
  });

  test('a unit is judged with the drop-ins of others', async () => {
    const text = units(unit('a.service', '[Service]\nType=oneshot\nExecStart=/x\n'));
    const other = neighbour(units(dropin('a.service', '[Unit]\nAfter=b.service\n') + unit('b.service', service)));
    expect(await codes(text, other)).toEqual([]);
    const cycle = units(unit('a.service', `[Unit]\nBefore=b.service\n${service}`));
    expect(await codes(cycle, other)).toContain('unit-ordering-cycle');
  });

  test('define Quadlets and the services that are made of them', async () => {
    const quadlets = (text: string) => `${head}systemd:\n  quadlets:\n${text}`;
    const quadlet = (name: string, contents: string) =>
      `    - name: ${name}\n      rootful: true\n      contents: ${JSON.stringify(contents)}\n`;
    const text = quadlets(
      quadlet('web.container', '[Unit]\nRequires=db.service\n[Container]\nImage=quay.io/a/b\nVolume=data.volume:/d\n'),
    );
    expect(await codes(text)).toEqual(['unit-reference-unknown', 'quadlet-reference-missing']);
    const other = quadlets(
      quadlet('data.volume', '[Volume]\n') + quadlet('db.container', '[Container]\nImage=quay.io/a/b\n'),
    );
    expect(await codes(text, neighbour(other))).toEqual([]);
    const instance = quadlets('    - {name: web@1.container, rootful: true}\n');
    expect(await codes(instance)).toEqual(['quadlet-template-missing']);
    const template = neighbour(quadlets(quadlet('web@.container', '[Container]\nImage=quay.io/a/b\n')));
    expect(await codes(instance, template)).toEqual([]);
    expect(await codes(instance, [])).toEqual(['quadlet-template-missing']);
  });
});
