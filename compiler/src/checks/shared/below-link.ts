// Files, directories and links below a link: the same finding for three lists.
import { type Check, check } from './check.ts';
import { noteAt } from './notes.ts';
import { linkPathLengths, linksByPath } from './storage-index.ts';
import { quoted } from './words.ts';

interface BelowLink {
  readonly list: 'files' | 'directories' | 'links';
  /** One of the list, as it stands in messages. */
  readonly noun: 'file' | 'directory' | 'link';
}

/** The check that no entry of a list lies below a link of the config. */
export function belowLinkCheck({ list, noun }: BelowLink): Check {
  return check({
    code: `${noun}-below-link`,
    severity: 'error',
    docs: {
      what: `The path of a ${noun} leads through a link that the same config makes.`,
      why: `When the ${noun} is made, the link need not be there yet: a plain directory would take its place, and the link could not be made any more. Ignition refuses the config.`,
      fix: `Give the ${noun} the path that the link points to, or make a directory of the link.`,
    },
    side: 'output',
    on: `storage.${list}[]`,
    run(node, context) {
      const path = node.fields.path?.value ?? '';
      const links = linksByPath(context.config);
      const lengths = linkPathLengths(context.config);
      // From 0: a link without a path counts as lying above every absolute one.
      for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        if (!lengths.has(end)) continue;
        for (const link of links.get(path.slice(0, end)) ?? []) {
          const above = link.fields.path?.value ?? '';
          const target = link.fields.target?.value ?? '';
          context.report(node, messageOf(noun, path, above, target), {
            notes: [noteAt(link, 'the link is defined here')],
            data: { path, link: above, target },
          });
        }
      }
    },
  });
}

function messageOf(noun: string, path: string, link: string, target: string): string {
  if (link === '') return `${quoted(path)} counts as below the link that has no path; give the link a path`;
  const advice =
    target === '' ? `put the ${noun} elsewhere` : `put the ${noun} below the target ${quoted(target)} instead`;
  return `${quoted(path)} is below the link ${quoted(link)}; ${advice}`;
}
