// What a feature is: the capabilities that it declares and the requests that it answers. One file a feature in `features/`,
// found through a generated index; a feature never imports another.
import type { CancellationToken, ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** What a request may use beside the session. */
export interface RequestContext {
  readonly session: Session;
  readonly token: CancellationToken;
  /** Tells the client how far a long piece of work is. */
  progress(done: number, all: number): void;
  /** Hands over a part of the result; false when the client has not asked for parts. */
  partial(result: unknown): boolean;
  /** A line for the log; never with contents of documents. */
  log(message: string): void;
}

export interface RequestHandler {
  readonly method: string;
  /** `params` as the client sent them: what they lack makes an error answer, nothing worse. */
  readonly handle: (params: unknown, context: RequestContext) => unknown;
}

export interface Feature {
  readonly name: string;
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly requests: readonly RequestHandler[];
}

/** A handler of one method with its own types. */
export function request<Params, Result>(
  method: string,
  handle: (params: Params, context: RequestContext) => Result | Promise<Result>,
): RequestHandler {
  // The types of the protocol are what a method's params are meant to be; the wrapper in `server.ts` catches all others.
  return { method, handle: (params, context) => handle(params as Params, context) };
}
