// The operating system's refusals in plain words.
import { errorCode } from '../node/files-dir.ts';

const words: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EPIPE: 'the reader closed the pipe',
  EFBIG: 'the file is too large',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
  ERR_INVALID_ARG_VALUE: 'the name is not valid',
};

/** `no such file or directory`. */
export function systemErrorWords(error: unknown): string {
  const code = errorCode(error);
  return words[code] ?? code;
}
