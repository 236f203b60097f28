// What must not be readable for everybody: private keys and password hashes. Recognised by the words around them.

/** The line that begins every private key in PEM form ends like this. */
export const privateKey = 'PRIVATE KEY-----';

/** Fields that hold secrets, and keys in inline texts. */
const secretText = /password_hash|passwordHash|key_file|keyFile|PRIVATE KEY-----/;

/** Whether a config, or a report with lines of it, may show a secret. */
export function holdsSecrets(text: Uint8Array | string): boolean {
  return secretText.test(typeof text === 'string' ? text : Buffer.from(text).toString('latin1'));
}
