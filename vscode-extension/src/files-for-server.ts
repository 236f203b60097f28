// Answers a server that has no files of its own (in a web worker) with the editor's: any file system that the editor knows.
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DirectoryEntry,
  type FileParams,
  type ReadDirectoryResult,
  type ReadFileResult,
  readDirectoryRequest,
  readFileRequest,
} from '../../lsp/src/protocol.ts';

/** Bytes of the longest file that is sent: what is longer no config can hold. */
const longestFile = 32 * 1024 * 1024;

export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }: FileParams) => readFile(Uri.parse(uri)));
  client.onRequest(readDirectoryRequest, ({ uri }: FileParams) => readDirectory(Uri.parse(uri)));
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return { problem: 'directory' };
    if (size > longestFile) return { problem: 'too-large' };
    return { contents: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

async function readDirectory(uri: Uri): Promise<ReadDirectoryResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return { entries: entries.map(([name, type]): DirectoryEntry => ({ name, kind: kindOf(type) })) };
  } catch {
    // Gone, or no directory: for the server both are a directory that is not there.
    return {};
  }
}

function kindOf(type: FileType): DirectoryEntry['kind'] {
  if ((type & FileType.SymbolicLink) !== 0) return 'link';
  if ((type & FileType.Directory) !== 0) return 'directory';
  return (type & FileType.File) !== 0 ? 'file' : 'other';
}

function problemOf(error: unknown): NonNullable<ReadFileResult['problem']> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'FileNotFound') return 'missing';
  if (code === 'FileIsADirectory') return 'directory';
  return code === 'NoPermissions' ? 'denied' : 'failed';
}

const chunk = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // All at once would be more arguments than a call may have.
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}
