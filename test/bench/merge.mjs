// How long merging takes: many fragments of 60 lines with full conflict detection, beside reading and compiling the same texts.
import { mergeFreely, printMerged, readDocument, readFragments } from '../../dist/lib/index.js';

/** A fragment of 60 lines: what is its own, and a few entries that all fragments have. */
export function fragmentText(number) {
  const file = (path, text) => `    - path: ${path}
      mode: 0644
      contents:
        inline: |
          ${text}
`;
  const unit = (name) => `    - name: ${name}
      enabled: true
      contents: |
        [Service]
        ExecStart=/usr/bin/${name}
        [Install]
        WantedBy=multi-user.target
`;
  return `variant: fcos
version: 1.6.0
kernel_arguments:
  should_exist: [mitigations=auto, own-${number}]
passwd:
  users:
    - name: user-${number}
      uid: ${2000 + number}
      groups: [wheel]
    - name: core
      groups: [wheel, group-${number}]
storage:
  directories:
    - path: /opt/app-${number}
      mode: 0755
    - path: /opt/shared
      mode: 0755
  filesystems:
    - device: /dev/disk/by-partlabel/data-${number}
      format: xfs
      path: /var/data-${number}
  links:
    - path: /etc/app-${number}/current
      target: /opt/app-${number}
  files:
${[1, 2, 3].map((index) => file(`/etc/app-${number}/${index}.conf`, `value = ${number}.${index}`)).join('')}${file('/etc/shared.conf', 'the same everywhere')}systemd:
  units:
${unit(`app-${number}.service`)}${unit('shared.service')}`;
}

/** Prints a table of sizes: the time per fragment has to stay what it is. */
export function mergeTable(counts = [125, 250, 500, 1000]) {
  const rows = counts.map((count) => {
    const texts = Array.from({ length: count }, (_, index) => fragmentText(index));
    const parse = median(() => texts.forEach((text, index) => void readDocument(text, `${index}.bu`)));
    const compile = median(() => texts.forEach((text, index) => void readFragments(text, `${index}.bu`, {})));
    const fragments = texts.flatMap((text, index) => readFragments(text, `${index}.bu`, {}));
    const merge = median(() => {
      const { result, diagnostics } = mergeFreely(fragments);
      if (result === undefined) throw new Error(diagnostics[0]?.message);
      printMerged(result, 'ignition');
    });
    const round = (time) => Number(time.toFixed(1));
    return {
      fragments: count,
      lines: texts[0].split('\n').length - 1,
      'parse ms': round(parse),
      'read and compile ms': round(compile),
      'merge, check, print ms': round(merge),
      'merge µs per fragment': Math.round((merge * 1000) / count),
    };
  });
  console.log('Merging fragments, full conflict detection:');
  console.table(rows);
}

function median(work) {
  work();
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[3];
}

if (process.argv[1] === new URL(import.meta.url).pathname) mergeTable();
