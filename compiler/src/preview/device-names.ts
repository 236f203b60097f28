// Which piece of a layout a device path means: by its own name, by the label of a partition, by a disk's name and a number, by
// the name of an array or of an encrypted volume. Knows only names that the config gives; what a machine has is not known.

export class DeviceNames {
  readonly #byPath = new Map<string, string>();

  /** The id of what a path means; undefined for what the config does not make. */
  find(path: string): string | undefined {
    return this.#byPath.get(path);
  }

  addDevice(path: string, id: string): void {
    this.#add(path, id);
  }

  /** `number` 0 and `label` `''`: none given. */
  addPartition(disk: string, number: number, label: string, id: string): void {
    if (label !== '') this.#add(`/dev/disk/by-partlabel/${escapeLabel(label)}`, id);
    if (label !== '') this.#add(`/dev/disk/by-partlabel/${label}`, id);
    if (number > 0) this.#add(partitionPath(disk, number), id);
  }

  addArray(name: string, id: string): void {
    this.#add(`/dev/md/${name}`, id);
    if (/^md\d+$/.test(name)) this.#add(`/dev/${name}`, id);
    this.#add(`/dev/disk/by-id/md-name-any:${name}`, id);
  }

  addMapped(name: string, id: string): void {
    this.#add(`/dev/mapper/${name}`, id);
    this.#add(`/dev/disk/by-id/dm-name-${name}`, id);
  }

  /** The first of two that claim a name has it: that they do is for the checks to say. */
  #add(path: string, id: string): void {
    if (!this.#byPath.has(path)) this.#byPath.set(path, id);
  }
}

/** `/dev/sda` and 1 are `/dev/sda1`; after a digit the kernel puts a `p`, in links of udev stands `-part`. */
function partitionPath(disk: string, number: number): string {
  if (disk.startsWith('/dev/disk/')) return `${disk}-part${number}`;
  return /\d$/.test(disk) ? `${disk}p${number}` : `${disk}${number}`;
}

/** udev writes what is no plain character of a label as `\x20`. */
function escapeLabel(label: string): string {
  return label.replace(/[^\w#+\-.:=@/\u0080-\uffff]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
