// The extension's side of the server, with stand-ins for the editor and the client: what the server is told when it starts, is
// started again, and ends.
import { beforeEach, expect, test, vi } from 'vitest';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { Server } from '../../vscode-extension/src/server.ts';

const editor = vi.hoisted(() => ({ isTrusted: false, granted: (): void => {} }));

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void): void => void this.#listeners.push(listener);
    readonly fire = (value: unknown): void => {
      for (const listener of this.#listeners) listener(value);
    };
  },
  FileType: {},
  Uri: {},
  l10n: { t: (text: string) => text },
  window: {},
  workspace: {
    get isTrusted() {
      return editor.isTrusted;
    },
    onDidGrantWorkspaceTrust: (listener: () => void) => {
      editor.granted = () => {
        editor.isTrusted = true;
        listener();
      };
      return { dispose: () => {} };
    },
  },
}));

vi.mock('vscode-languageclient', () => ({ CloseAction: {}, ErrorAction: {}, RevealOutputChannelOn: {} }));

beforeEach(() => {
  editor.isTrusted = false;
});

/** A server with clients that note what is sent to them. */
function started(whileStarting: () => void = () => {}) {
  const sent: [string, unknown][] = [];
  const options: LanguageClientOptions[] = [];
  const createClient = async (_: ExtensionContext, given: LanguageClientOptions): Promise<BaseLanguageClient> => {
    options.push(given);
    const client = {
      initialized: undefined as unknown,
      onNotification: () => {},
      onRequest: () => {},
      start: async () => {
        const { initializationOptions } = given;
        client.initialized =
          typeof initializationOptions === 'function' ? initializationOptions() : initializationOptions;
        whileStarting();
      },
      sendNotification: async (method: string, params: unknown) => void sent.push([method, params]),
      sendRequest: async () => null,
      dispose: async () => {},
    };
    return client as unknown as BaseLanguageClient;
  };
  const log = { warn: () => {}, error: () => {} } as unknown as LogOutputChannel;
  const context = { subscriptions: [] } as unknown as ExtensionContext;
  const server = new Server(context, { createClient, registerLocal: () => {} }, log);
  return { server, sent, options };
}

const trusted: [string, unknown] = ['kindling/trust', { trusted: true }];

/** What a client sends when it starts its server once more: it keeps its options. */
function again(options: LanguageClientOptions | undefined): unknown {
  const { initializationOptions } = options ?? {};
  return typeof initializationOptions === 'function' ? initializationOptions() : initializationOptions;
}

test('trust that was granted is known to a server that is started again', async () => {
  const { server, sent, options } = started();
  await server.start();
  expect(again(options[0])).toMatchObject({ trusted: false });
  editor.granted();
  expect(sent).toEqual([trusted]);
  expect(again(options[0])).toMatchObject({ trusted: true });
});

test('trust that is granted while the server starts is told when it has started', async () => {
  const { server, sent } = started(() => editor.granted());
  await server.start();
  expect(sent).toEqual([trusted]);
});

test('what still asks when the extension ends starts no other server', async () => {
  const { server, options } = started();
  await server.start();
  const asked: Promise<unknown>[] = [];
  server.onState((state) => {
    if (state === 'idle') asked.push(server.ask('kindling/status', {}));
  });
  await server.end();
  expect(await Promise.all(asked)).toEqual([undefined]);
  expect(options).toHaveLength(1);
});

test('a restart starts one other server', async () => {
  const { server, options } = started();
  await server.start();
  await server.restart();
  expect(options).toHaveLength(2);
  expect(server.state).toBe('running');
});
