// Paths: absolute, without `..`; alone, in lists, with the prefixes that some directives take.
import { shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';
import { splitWords } from './split.ts';

/** Whether a path begins with a slash, or with a specifier that may stand for such a path. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^%[^%]/.test(path);
}

/** Whether one of a path's names is `..`, which systemd refuses. */
export function hasParent(path: string): boolean {
  return path.split('/').includes('..');
}

/** What is wrong with a path that stands at `start` of a value; empty is right. */
function faultOf(path: string, start: number, end: number): ValueFault | undefined {
  if (!isAbsolute(path)) return { start, end, message: `${shown(path)} is no absolute path; begin it with \`/\`` };
  if (!hasParent(path)) return undefined;
  return { start, end, message: `${shown(path)} has \`..\` in it; write the path that it means` };
}

export const readPath: ValueReader = (value) => (value === '' ? undefined : faultOf(value, 0, value.length));

/** Reads a list of paths in which each word may begin with one of `prefixes`. */
function pathsReader(prefixes: RegExp): ValueReader {
  return (value) => {
    const { words, error } = splitWords(value, { escapes: 'plain' });
    for (const { text, start, end } of words) {
      const path = text.replace(prefixes, '');
      const fault = faultOf(path, start, end);
      if (fault) return fault;
    }
    return error && quoteFault(error);
  };
}

/** A quote that is not closed, or an escape that is none. */
export function quoteFault(error: {
  readonly kind: 'quote' | 'escape';
  readonly start: number;
  readonly end: number;
}): ValueFault {
  const { start, end } = error;
  if (error.kind === 'quote')
    return { start, end, message: 'a quote is not closed; close it, or escape it with a backslash' };
  return { start, end, message: 'this is no escape; double the backslash to mean it itself' };
}

export const readPaths = pathsReader(/^(?!)/);
export const readNamespacePaths = pathsReader(/^-?\+?/);

/** Temporary file systems: paths, each perhaps with options behind a colon. */
export const readTemporaryFileSystems: ValueReader = (value) => {
  const { words, error } = splitWords(value, { escapes: 'plain' });
  for (const { text, start, end } of words) {
    const fault = faultOf(text.split(':', 1)[0] ?? '', start, end);
    if (fault) return fault;
  }
  return error && quoteFault(error);
};

/** Paths with a colon between them. */
export const readSearchPath: ValueReader = (value) => {
  for (const { text, start, end } of splitWords(value, { separators: ':', quotes: false, escapes: 'plain' }).words) {
    const fault = faultOf(text, start, end);
    if (fault) return fault;
  }
  return undefined;
};

/** A path that may begin with `-`: it does not matter when nothing is there. */
export const readEnvironmentFile: ValueReader = (value) => {
  const lead = value.startsWith('-') ? 1 : 0;
  return value === '' ? undefined : faultOf(value.slice(lead), lead, value.length);
};

export const readWorkingDirectory: ValueReader = (value) => {
  const lead = value.startsWith('-') ? 1 : 0;
  const path = value.slice(lead);
  const fault = value === '' || path === '~' ? undefined : faultOf(path, lead, value.length);
  return fault && lead > 0 ? { ...fault, isMild: true } : fault;
};

/** Relative paths count from /run. */
export const readPidFile: ValueReader = (value) =>
  hasParent(value) ? wholeFault(value, `${shown(value)} has \`..\` in it; write the path that it means`) : undefined;

/** `SOURCE[:DESTINATION[:OPTIONS]]`, several of them. */
export const readBindPaths: ValueReader = (value) => {
  const { words, error } = splitWords(value, { escapes: 'keep' });
  for (const { text, start, end } of words) {
    const [source = '', destination = '', options] = text.split(':');
    const fault =
      faultOf(source.replace(/^-/, ''), start, end) ??
      (destination === '' ? undefined : faultOf(destination, start, end));
    if (fault) return fault;
    if (options !== undefined && options !== '' && !['rbind', 'norbind'].includes(options)) {
      return { start, end, message: `\`${options}\` is no option of a bind mount; write \`rbind\` or \`norbind\`` };
    }
  }
  return error && quoteFault(error);
};

/** Names below /run, /var/lib and so on: relative, each with a colon and a further name at most. */
export const readDirectories: ValueReader = (value) => {
  const { words, error } = splitWords(value, { escapes: 'plain' });
  for (const { text, start, end } of words) {
    const [source = '', target = ''] = text.split(':');
    if (target.startsWith('/')) {
      return {
        start,
        end,
        message: `${shown(target)} is absolute; write the name below the directory, without a \`/\` in front`,
      };
    }
    if (source.startsWith('/')) {
      return {
        start,
        end,
        message: `${shown(source)} is absolute; write the name below the directory, without a \`/\` in front`,
      };
    }
    if (source === '' || source === '.' || hasParent(text))
      return {
        start,
        end,
        message: `${shown(text)} is no name below a directory; write a relative path without \`..\``,
      };
    if (source === 'private' || source.startsWith('private/')) {
      return { start, end, message: '`private` is taken by systemd itself; choose another name' };
    }
  }
  return error && quoteFault(error);
};

const documentationSchemes = ['http://', 'https://', 'file:/', 'info:', 'man:'];

/** Addresses of pages, with a blank between them. */
export const readDocumentation: ValueReader = (value) => {
  for (const match of value.matchAll(/\S+/g)) {
    const url = match[0].replace(/^["']|["']$/g, '');
    const scheme = documentationSchemes.find((each) => url.startsWith(each));
    if ((scheme !== undefined && url.length > scheme.length) || url.startsWith('%')) continue;
    const message = `${shown(url)} is no address of a page; begin it with \`https://\`, \`man:\`, \`info:\` or \`file:/\``;
    return { start: match.index, end: match.index + match[0].length, message };
  }
  return undefined;
};

/** What is mounted: a path, a device by its label or identifier, or anything that a file system understands. */
export const readMountSource: ValueReader = () => undefined;
