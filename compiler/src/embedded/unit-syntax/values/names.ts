// Names of units, users, variables, buses and file descriptors.
import { unitEndings } from '../../../../../spec/unit-endings.ts';
import { nearest } from '../../../text/edit-distance.ts';
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';
import { quoteFault } from './paths.ts';
import { splitWords, type Word } from './split.ts';

/** The type of a unit by its name, such as `service`; undefined when the name is no unit's. */
export function unitTypeOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  const suffix = name.slice(dot + 1);
  return dot > 0 && unitEndings.includes(suffix) ? suffix : undefined;
}

const mostName = 255;

/** Whether a name can be a unit's. systemd escapes what else is in it, a path even; it only needs an ending. */
export function isUnitName(name: string): boolean {
  return (
    name.length <= mostName &&
    /^[A-Za-z0-9:_.\\@-]+$/.test(name) &&
    !name.startsWith('@') &&
    unitTypeOf(name) !== undefined
  );
}

/**
 * What is wrong with a name that systemd mangles into a unit's: without an ending it becomes a service. `types`: those that the
 * unit may be of, where not all are right.
 */
function nameFault(
  text: string,
  start: number,
  end: number,
  types: readonly string[] = unitEndings,
): ValueFault | undefined {
  if (hasSpecifier(text) || text.startsWith('/')) return undefined;
  if (isUnitName(text)) return undefined;
  const hasForm = /^[A-Za-z0-9:_.\\@-]+$/.test(text);
  const dot = text.lastIndexOf('.');
  const meant = dot > 0 && hasForm ? nearest(text.slice(dot + 1), types) : undefined;
  if (meant !== undefined && unitTypeOf(text) === undefined) {
    const whole = shown(`${text.slice(0, dot)}.${meant}`);
    return { start, end, message: `${shown(text)} is no name of a unit; did you mean ${whole}?` };
  }
  if (hasForm) {
    const [only, ...others] = types;
    const advice =
      only !== undefined && others.length === 0
        ? `write ${shown(`${text}.${only}`)}`
        : 'add one, such as `.service` or `.target`';
    return { start, end, message: `${shown(text)} has no ending that says what it is; ${advice}` };
  }
  return {
    start,
    end,
    message: `${shown(text)} is no name of a unit; use letters, digits and \`:-_.\\@\`, and an ending such as \`.service\``,
  };
}

/** What is wrong with one of several names: commas do not part them. */
function listedFault({ text, start, end }: Word, types?: readonly string[]): ValueFault | undefined {
  const names = text.split(/[,;]/).filter((name) => name !== '');
  if (names.length === 0 || (names.length === 1 && names[0] === text)) return nameFault(text, start, end, types);
  const sign = /[,;]/.exec(text)?.[0] ?? ',';
  return { start, end, message: `names are separated by blanks, not by \`${sign}\`; write ${shown(names.join(' '))}` };
}

/** Names of units with blanks between them. */
export const readUnitNames: ValueReader = (value) => {
  const { words, error } = splitWords(value, { escapes: 'keep' });
  for (const word of words) {
    const fault = listedFault(word);
    if (fault) return fault;
  }
  return error && quoteFault(error);
};

/** Other names of a unit of a type: `Alias=` gives it links, whose names end as its own does. */
export function readAliases(value: string, type: string): ValueFault | undefined {
  for (const word of splitWords(value, { escapes: 'keep' }).words) {
    const { text, start, end } = word;
    const fault = listedFault(word, [type]);
    if (fault) return fault;
    if (hasSpecifier(text) || unitTypeOf(text) === type) continue;
    return { start, end, message: `${shown(text)} is of another type; an alias of this unit ends in \`.${type}\`` };
  }
  return undefined;
}

/** One name of a unit, of one of `types`. */
function unitReader(types: readonly string[], orEmpty: boolean): ValueReader {
  return (value) => {
    if ((value === '' && orEmpty) || hasSpecifier(value)) return undefined;
    const fault = nameFault(value, 0, value.length, types.length === 0 ? unitEndings : types);
    if (fault || types.length === 0) return fault;
    if (types.includes(unitTypeOf(value) ?? '')) return undefined;
    return wholeFault(
      value,
      `${shown(value)} is of the wrong type; name a unit that ends in \`.${types.join('` or `.')}\``,
    );
  };
}

export const readTriggerUnit = unitReader([], false);
export const readServiceName = unitReader(['service'], false);
export const readSlice = unitReader(['slice'], false);

/** The sockets that a service takes over. */
export const readSocketNames: ValueReader = (value) => {
  const { words, error } = splitWords(value, { escapes: 'keep' });
  for (const word of words) {
    const { text, start, end } = word;
    const fault = listedFault(word, ['socket']);
    if (fault) return fault;
    if (!hasSpecifier(text) && unitTypeOf(text) !== 'socket') {
      return { start, end, message: `${shown(text)} is no socket; name a unit that ends in \`.socket\`` };
    }
  }
  return error && quoteFault(error);
};

/** A user or group: a number, or a name. systemd takes more than it recommends, so only what it refuses is said. */
function isUser(text: string): boolean {
  if (/^\d+$/.test(text)) return Number(text) < 0xffffffff && text !== '65535';
  if (/[/:]|[\u0000-\u001f\u007f]/.test(text) || text === '.' || text === '..' || /^-\d+$/.test(text)) return false;
  return text.length <= 256;
}

export const readUser: ValueReader = (value) => {
  if (value === '' || hasSpecifier(value) || isUser(value)) return undefined;
  return wholeFault(value, `${shown(value)} is no name of a user or group; write a name or a number`);
};

export const readUsers: ValueReader = (value) => {
  for (const { text, start, end } of splitWords(value, { escapes: 'keep' }).words) {
    if (hasSpecifier(text) || isUser(text)) continue;
    return { start, end, message: `${shown(text)} is no name of a user or group; write a name or a number` };
  }
  return undefined;
};

/** Well-known names of D-Bus: two parts at least, none of which begins with a digit. */
export const readBusName: ValueReader = (value) => {
  if (hasSpecifier(value)) return undefined;
  if (value.length <= 255 && /^[A-Za-z_-][\w-]*(\.[A-Za-z_-][\w-]*)+$/.test(value)) return undefined;
  return wholeFault(value, `${shown(value)} is no bus name; write one such as \`org.example.Service\``);
};

export const readDescriptorName: ValueReader = (value) => {
  if (hasSpecifier(value) || /^[^\u0000-\u001f\u007f:]{0,255}$/.test(value)) return undefined;
  return wholeFault(value, `${shown(value)} is no name of a file descriptor; leave out colons and control characters`);
};

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Names of variables with blanks between them. */
export const readVariableNames: ValueReader = (value) => namesFault(value, (text) => variable.test(text));

/** Names, or whole assignments, of variables. */
export const readVariables: ValueReader = (value) =>
  namesFault(value, (text) => variable.test(text) || /^[A-Za-z_][A-Za-z0-9_]*=/.test(text));

function namesFault(value: string, isName: (text: string) => boolean): ValueFault | undefined {
  const { words, error } = splitWords(value, { escapes: 'plain' });
  for (const { text, start, end } of words) {
    if (hasSpecifier(text) || isName(text)) continue;
    return { start, end, message: `${shown(text)} is no name of a variable; use letters, digits and \`_\`` };
  }
  return error && quoteFault(error);
}

/** Assignments of variables with blanks between them. */
export const readEnvironment: ValueReader = (value) => {
  const { words, error } = splitWords(value);
  for (const { text, start, end } of words) {
    if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(text)) continue;
    const name = text.split('=')[0] ?? '';
    if (hasSpecifier(name)) continue;
    if (!text.includes('=')) {
      const hint = start > 0 ? '; put quotes around the assignment that has a blank in it' : '; write `NAME=value`';
      return { start, end, message: `${shown(text)} assigns nothing${hint}` };
    }
    return {
      start,
      end,
      message: `${shown(name)} is no name of a variable; use letters, digits and \`_\`, no digit first`,
    };
  }
  return error && quoteFault(error);
};
