// What a file with a Butane config is called. Whether it holds one, its text says.

/** The ending of such a name, in whatever case: some disks change that. */
export const butaneEnding = /\.(?:bu|butane|fcc)$/i;

/** Whether a name or path says that the file holds a Butane config. */
export function isButaneName(name: string): boolean {
  return butaneEnding.test(name);
}
