// The configs that are measured, made by rule, so that anybody measures the same.

const header = 'variant: fcos\nversion: 1.7.0\n';

function repeat(count, make) {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/** A config of about 60 lines with a bit of everything, as people write it. */
export function daily() {
  return config(3, 2, 10);
}

/** The same kind of about 340 lines. */
export function long() {
  return config(22, 12, 10);
}

/** About 3.5 MB: files of ten inline lines, and units. */
export function large() {
  return config(5000, 500, 10, 56);
}

function config(files, units, lines, width = 24) {
  const text = (seed, indent) =>
    repeat(
      lines,
      (line) => `${' '.repeat(indent)}key${line} = ${`value ${seed} ${line} `.repeat(4).slice(0, width)}\n`,
    );
  return (
    header +
    'passwd:\n  users:\n    - name: core\n      ssh_authorized_keys:\n        - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE core@home\n' +
    'storage:\n  files:\n' +
    repeat(
      files,
      (n) => `    - path: /etc/app/file${n}.conf\n      mode: 0644\n      contents:\n        inline: |\n${text(n, 10)}`,
    ) +
    'systemd:\n  units:\n' +
    repeat(
      units,
      (n) =>
        `    - name: app${n}.service\n      enabled: true\n      contents: |\n        [Unit]\n        Description=App ${n}\n` +
        `        [Service]\n        ExecStart=/usr/bin/app --number ${n}\n        [Install]\n        WantedBy=multi-user.target\n`,
    )
  );
}

/** Small files by the thousand: 43,000 of them are 5 MB. */
export function dense(files = 43_000) {
  return `${header}storage:\n  files:\n${repeat(
    files,
    (n) =>
      `    - path: /etc/d/f${String(n).padStart(6, '0')}\n      mode: 0644\n      contents: {inline: 'small text number ${n}'}\n`,
  )}`;
}

/** 5 MB in few, long block scalars. */
export function blocks(files = 50) {
  const line = `${' '.repeat(10)}a line of text that is about as long as lines in files usually are, number\n`;
  return `${header}storage:\n  files:\n${repeat(
    files,
    (n) => `    - path: /etc/b${n}\n      contents:\n        inline: |\n${line.repeat(1250)}`,
  )}`;
}

/** One mapping with very many keys. */
export function keys(count = 20_000) {
  return `variant: openshift\nversion: 4.19.0\nmetadata:\n  name: m\n  labels:\n    machineconfiguration.openshift.io/role: worker\n${repeat(
    count,
    (n) => `    label-${n}: value-${n}\n`,
  )}`;
}
