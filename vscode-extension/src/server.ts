// The language server as the rest of the extension sees it: started with the first document that needs it, started again when it
// ends, asked by name. Never shows a modal message.
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type InitializationOptions,
  type OutputChangedParams,
  outputChangedNotification,
  type TrustParams,
  trustNotification,
} from '../../lsp/src/protocol.ts';
import { projectFile } from '../../lsp/src/targets-protocol.ts';
import { answerFiles } from './files-for-server.ts';
import type { Platform } from './platform.ts';
import { mostRestarts, RestartPolicy } from './restart-policy.ts';

export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

export class Server implements Disposable {
  readonly #context: ExtensionContext;
  readonly #platform: Platform;
  readonly #log: LogOutputChannel;
  readonly #policy = new RestartPolicy();
  readonly #changed = new EventEmitter<readonly string[]>();
  readonly #stateChanged = new EventEmitter<ServerState>();
  #client: Promise<BaseLanguageClient> | undefined;
  #running: BaseLanguageClient | undefined;
  #state: ServerState = 'idle';
  /** What the server was told of the workspace when it was last initialized. */
  #startedTrusted = false;
  #hasEnded = false;

  /** URIs of configs whose output may be another one now. */
  readonly onOutputChanged = this.#changed.event;
  readonly onState = this.#stateChanged.event;

  constructor(context: ExtensionContext, platform: Platform, log: LogOutputChannel) {
    this.#context = context;
    this.#platform = platform;
    this.#log = log;
    const trust = workspace.onDidGrantWorkspaceTrust(() => this.#running && this.#tellTrust(this.#running));
    context.subscriptions.push(trust, this.#changed, this.#stateChanged);
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The running server; starts it when need be. */
  async start(): Promise<BaseLanguageClient> {
    if (this.#hasEnded) throw new Error('the extension has ended');
    this.#client ??= this.#launch();
    try {
      return await this.#client;
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
  }

  /** Asks the server; undefined when it cannot be reached or refuses, which the log then tells. */
  async ask<Result>(method: string, params: object): Promise<Result | undefined> {
    try {
      const client = await this.start();
      // What comes is the protocol's, and ours on both sides.
      return ((await client.sendRequest(method, params)) as Result | null) ?? undefined;
    } catch (error) {
      this.#log.warn(`${method}: ${error instanceof Error ? error.message : 'failed'}`);
      return undefined;
    }
  }

  async restart(): Promise<void> {
    this.#policy.forget();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    this.#running = undefined;
    this.#setState('idle');
    // A server that hangs may not keep the editor from ending.
    await client?.dispose(2000).catch(() => this.#log.warn('the server did not stop by itself'));
  }

  /** Stops the server for good: what still asks, such as the status bar that hears of the stop, starts no other one. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.stop();
  }

  dispose(): void {
    void this.end();
  }

  #tellTrust(client: BaseLanguageClient): void {
    const params: TrustParams = { trusted: true };
    client.sendNotification(trustNotification, params).catch(() => this.#log.warn('the server was not told of trust'));
  }

  #setState(state: ServerState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  async #launch(): Promise<BaseLanguageClient> {
    this.#setState('starting');
    try {
      const client = await this.#platform.createClient(this.#context, await this.#options());
      client.onNotification(outputChangedNotification, ({ uris }: OutputChangedParams) => this.#changed.fire(uris));
      answerFiles(client);
      await client.start();
      this.#running = client;
      // It may have been granted while the server was starting.
      if (workspace.isTrusted && !this.#startedTrusted) this.#tellTrust(client);
      this.#setState('running');
      return client;
    } catch (error) {
      this.#setState('failed');
      this.#log.error(`the server did not start: ${error instanceof Error ? error.message : 'no reason given'}`);
      throw error;
    }
  }

  async #options(): Promise<LanguageClientOptions> {
    const { CloseAction, ErrorAction, RevealOutputChannelOn } = await import('vscode-languageclient');
    // A function, since the client starts a server that has ended once more with the same options.
    const initializationOptions = (): InitializationOptions => {
      this.#startedTrusted = workspace.isTrusted;
      return {
        trusted: this.#startedTrusted,
        codeLink: `command:kindling.showRule?${encodeURIComponent('["{code}"]').replace('%7Bcode%7D', '{code}')}`,
      };
    };
    return {
      documentSelector: [{ language: 'butane' }, { language: 'ignition' }, { pattern: `**/${projectFile}` }],
      initializationOptions,
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          const restarts = this.#ended();
          return { action: restarts ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
        },
      },
    };
  }

  /** The server has ended by itself. Whether it is to be started once more. */
  #ended(): boolean {
    const { restart, count } = this.#policy.ended(Date.now());
    if (restart) {
      this.#log.warn(`the server has ended and is started again (${count} of ${mostRestarts})`);
      window.setStatusBarMessage(
        l10n.t('Kindling: the language server ended and was started again ({0} of {1})', count, mostRestarts),
        8000,
      );
      return true;
    }
    this.#setState('failed');
    const again = l10n.t('Start Again');
    const log = l10n.t('Show Log');
    const message = l10n.t('The Kindling server ended {0} times within three minutes and is not started again.', count);
    void window.showWarningMessage(message, again, log).then(async (choice) => {
      if (choice === again) await this.restart();
      if (choice === log) this.#log.show();
    });
    return false;
  }
}
