// Credentials: `ID:PATH`, `ID:TEXT`, and for encrypted ones `ID:BASE64`. systemd ignores the line when it cannot read it.
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';
import { hasParent } from './paths.ts';

const mostName = 255;

function isCredentialName(text: string): boolean {
  return /^[\u0020-\u007e]+$/.test(text) && !/[/:]/.test(text) && text.length <= mostName && !/^\.\.?$/.test(text);
}

function nameFault(value: string, name: string): ValueFault | undefined {
  if (hasSpecifier(name) || isCredentialName(name)) return undefined;
  const message = `${shown(name)} is no name of a credential; use letters, digits and \`._-\``;
  return name === '' ? wholeFault(value, message) : { start: 0, end: name.length, message };
}

/** Without a colon the name is also that of the credential which systemd itself was given. */
export const readLoadCredential: ValueReader = (value) => {
  if (value === '') return undefined;
  const [name = '', ...rest] = value.split(':');
  const fault = nameFault(value, name);
  const source = rest.join(':');
  if (fault || source === '' || hasSpecifier(source)) return fault;
  if (source.startsWith('/') ? !hasParent(source) : isCredentialName(source)) return undefined;
  const message = `${shown(source)} is no source of a credential; write an absolute path without \`..\`, or a name`;
  return { start: name.length + 1, end: value.length, message };
};

/** Name and data; a fault when one of them is missing. */
function settingReader(dataFault: (data: string) => string | undefined): ValueReader {
  return (value) => {
    if (value === '') return undefined;
    const colon = value.indexOf(':');
    if (colon < 0 || colon === value.length - 1) {
      return wholeFault(value, `${shown(value)} gives a credential no data; write \`NAME:DATA\``);
    }
    const message = dataFault(value.slice(colon + 1));
    return (
      nameFault(value, value.slice(0, colon)) ??
      (message === undefined ? undefined : { start: colon + 1, end: value.length, message })
    );
  };
}

const knownEscape = /\\(?:[abfnrtvs\\"']|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})/g;

export const readSetCredential = settingReader((data) =>
  data.replace(knownEscape, '').includes('\\')
    ? `${shown(data)} has a backslash that begins no escape; double it to mean it itself`
    : undefined,
);

export const readEncryptedCredential = settingReader((data) => {
  const digits = data.replace(/\s/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits)
    ? undefined
    : `${shown(data)} is not Base64; write what \`systemd-creds encrypt\` gives`;
});
