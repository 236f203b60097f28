// The preview panel: shows what becomes of the config in front while one types, and follows the cursor both ways. One panel; it
// stays with its config while other documents are in front. What it shows is asked of the server, never made here.
import {
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  Position,
  Range,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { SourcePlace } from '../../../lsp/src/preview-protocol.ts';
import { activeConfig } from '../commands/active-config.ts';
import { compileBeside, compileToFile } from '../commands/compile.ts';
import type { Outputs } from '../outputs.ts';
import { isConfig } from '../recognise.ts';
import type { Server } from '../server.ts';
import { makeNonce, pageOf } from './html.ts';
import type { FromPanel, ToPanel } from './messages.ts';
import { previewStrings } from './strings.ts';

export const panelType = 'kindling.preview';

/** Milliseconds of quiet before the panel follows the typing, the cursor. */
const quiet = 150;
const cursorQuiet = 60;
/** How long a move of the cursor counts as the panel's own. */
const revealedFor = 400;

export class PreviewPanel implements Disposable {
  readonly #context: ExtensionContext;
  readonly #outputs: Outputs;
  readonly #subscriptions: Disposable[] = [];
  #panel: WebviewPanel | undefined;
  #document: TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  /** A reveal that the panel asked for moves the cursor: that move is not told to the panel again. */
  #revealed: string | undefined;

  constructor(context: ExtensionContext, server: Server, outputs: Outputs) {
    this.#context = context;
    this.#outputs = outputs;
    this.#subscriptions.push(
      server.onOutputChanged((uris) => this.#document && uris.includes(this.#document.uri.toString()) && this.#soon()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (this.#panel && isConfig(editor?.document) && editor?.document !== this.#document)
          this.#follow(editor?.document);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document === this.#document) this.#cursorMoved(selections[0]?.active.line ?? 0);
      }),
      workspace.onDidCloseTextDocument((document) => document === this.#document && this.#forget()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kindling.sizeLimit') && this.#soon()),
    );
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  async open(argument: unknown): Promise<boolean> {
    const document = await activeConfig(argument);
    if (document === undefined) return false;
    if (this.#panel === undefined) this.#create();
    else this.#panel.reveal(undefined, true);
    this.#follow(document);
    return true;
  }

  #create(): void {
    const media = Uri.joinPath(this.#context.extensionUri, 'out');
    const panel = window.createWebviewPanel(
      panelType,
      l10n.t('Kindling Preview'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [media], retainContextWhenHidden: false },
    );
    panel.iconPath = {
      light: Uri.joinPath(this.#context.extensionUri, 'icons', 'butane-light.svg'),
      dark: Uri.joinPath(this.#context.extensionUri, 'icons', 'butane-dark.svg'),
    };
    const { webview } = panel;
    const asset = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
    webview.onDidReceiveMessage((message: FromPanel) => void this.#heard(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#document = undefined;
    });
    panel.onDidChangeViewState(() => panel.visible && this.#soon());
    this.#panel = panel;
    webview.html = pageOf({
      script: asset('preview.js'),
      style: asset('preview.css'),
      nonce: makeNonce(),
      source: webview.cspSource,
      language: env.language,
    });
  }

  #follow(document: TextDocument | undefined): void {
    this.#document = document;
    if (this.#panel && document) this.#panel.title = l10n.t('Preview of {0}', nameOf(document.uri));
    this.#soon(0);
  }

  #forget(): void {
    this.#document = undefined;
    this.#tell({ kind: 'nothing' });
  }

  #soon(milliseconds = quiet): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), milliseconds);
  }

  async #show(): Promise<void> {
    const document = this.#document;
    if (this.#panel === undefined || document === undefined) return;
    const { uri } = document;
    const [output, about] = await Promise.all([this.#outputs.of(uri), this.#outputs.previewOf(uri)]);
    // Another config may have come to the front in the meantime.
    if (this.#document !== document) return;
    const limit = workspace.getConfiguration('kindling', document).get('sizeLimit', 0);
    this.#tell({ kind: 'show', uri: uri.toString(), name: nameOf(uri), output, about, limit });
    const editor = window.visibleTextEditors.find((each) => each.document === document);
    if (editor) this.#cursorMoved(editor.selection.active.line);
  }

  #cursorMoved(line: number): void {
    const uri = this.#document?.uri.toString();
    if (this.#panel === undefined || uri === undefined) return;
    if (!workspace.getConfiguration('kindling').get('preview.followCursor', true)) return;
    clearTimeout(this.#cursorTimer);
    if (this.#revealed === `${uri} ${line}`) return;
    this.#cursorTimer = setTimeout(() => this.#tell({ kind: 'cursor', uri, line }), cursorQuiet);
  }

  #tell(message: ToPanel): void {
    // A panel that is hidden has no page; it asks again when it has one.
    void this.#panel?.webview.postMessage(message);
  }

  async #heard(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#tell({ kind: 'strings', strings: previewStrings() });
        return this.#document ? this.#show() : this.#tell({ kind: 'nothing' });
      case 'reveal':
        return this.#reveal(message.place, message.focus);
      case 'command':
        if (message.command === 'compile') await compileToFile(this.#outputs, this.#document?.uri);
        else await compileBeside(this.#document?.uri);
        return;
      case 'open': {
        const language = languageOf(message.name);
        const document = await workspace.openTextDocument({ content: message.text, ...(language ? { language } : {}) });
        await window.showTextDocument(document, ViewColumn.Beside);
      }
    }
  }

  /** Shows where something was written. */
  async #reveal(place: SourcePlace, focus: boolean): Promise<void> {
    const uri = Uri.parse(place.uri);
    const { start, end } = place.range;
    const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
    const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    this.#revealed = `${uri.toString()} ${range.start.line}`;
    setTimeout(() => {
      this.#revealed = undefined;
    }, revealedFor);
    const editor = await window.showTextDocument(visible?.document ?? (await workspace.openTextDocument(uri)), {
      viewColumn: visible?.viewColumn ?? ViewColumn.One,
      preserveFocus: !focus,
      selection: new Range(range.start, range.start),
    });
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cursorTimer);
    Disposable.from(...this.#subscriptions).dispose();
    this.#panel?.dispose();
  }
}

function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

/** A language for contents that are opened by themselves, by the name of their file. */
function languageOf(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (['service', 'socket', 'timer', 'mount', 'container', 'network', 'volume', 'conf', 'ini'].includes(extension))
    return 'ini';
  return { sh: 'shellscript', json: 'json', yaml: 'yaml', yml: 'yaml', py: 'python', toml: 'toml' }[extension];
}
