// Where the pages of the codes are published. The one place to change when they move.

/** The folder of the pages. `kindling rules CODE` shows the same page without a network. */
const docsBase = 'https://kindling.example/docs/rules';

/** The home of the project, for formats that want one. */
export const projectUrl = 'https://kindling.example';

/** Where people find the page of a code, for reports that hold words and no links. */
export function seeText(code: string): string {
  return `see: kindling rules ${code}`;
}

/** The page of one code. */
export function docsUrl(code: string): string {
  return `${docsBase}/${encodeURIComponent(code)}`;
}
