import type { WebSocket } from 'ws';
import type { Grant } from '../auth/grants.js';
import type { Immutable } from '../immutable.js';
import type { Pour } from '../outlet.js';

/**
 * Bytes of an image or a document, a stream of them that is asked for each part, or one that is not asked and puts them as they come. A
 * buffer is never changed once it was given away.
 */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array> | Pour<Uint8Array>;

type Param<Op, In extends string> = Op extends { parameters: Partial<Record<In, infer P>> } ? NonNullable<P> : never;
type None = Readonly<Record<string, never>>;
type ParamsOf<Op, In extends string> = [Param<Op, In>] extends [never] ? None : Immutable<Param<Op, In>>;
type BodyOf<Op> = Op extends {
  requestBody: {
    content:
      | { 'application/json': infer B }
      | { 'application/x-www-form-urlencoded': infer B }
      | { 'multipart/form-data': infer B }
      | { 'image/png': infer B };
  };
}
  ? Immutable<B>
  : undefined;
type Responses<Op> = Op extends { responses: infer R } ? R : never;

type Success = 101 | 200 | 201 | 202 | 204 | 206;

/**
 * The statuses a handler may answer with: success, and an error that has a body of its own (as OAuth's have). Every other one is
 * thrown as a `GatewayError`.
 */
type Answered<R> = {
  [S in keyof R]: S extends Success ? S : R[S] extends { content: { 'application/json': unknown } } ? S : never;
}[keyof R];

/** The content types an operation can answer with. */
export type TypesOf<Op> = {
  [S in keyof Responses<Op> & Success]: Responses<Op>[S] extends { content: infer C } ? keyof C & string : never;
}[keyof Responses<Op> & Success];

export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization?: string;
  /** The `Cookie` header. */
  readonly cookie?: string;
  /** The SHA-256 of the client's certificate, base64url, when it has shown one that counts. */
  readonly certificate?: string;
}

/** A request that was let in: what the specification says of it is true. It is frozen. */
export interface Call<Op> {
  readonly path: ParamsOf<Op, 'path'>;
  readonly query: ParamsOf<Op, 'query'>;
  readonly header: ParamsOf<Op, 'header'>;
  readonly body: BodyOf<Op>;
  /** Which of the operation's content types the client likes best. */
  readonly accepted: TypesOf<Op>;
  /** Whether the client takes one of them at all: for what is of one type, whatever is liked best. */
  readonly accepts: (type: TypesOf<Op>) => boolean;
  readonly grant: Grant;
  /** What came to show who it is, as it came: for operations that ask for no token, and find out themselves. */
  readonly credentials: Credentials;
  /** Where the client calls from, as the socket or a trusted proxy has it; empty when it has gone already. */
  readonly remoteAddress: string;
  /** Whether nobody on the way could read along. */
  readonly isSecure: boolean;
  /** What stands before our paths where the client is; begins with a slash, or is empty. */
  readonly prefix: string;
  /** Aborts when the client has gone, the gateway stops, or, with a refusal as the reason, what let the client in has ended. */
  readonly signal: AbortSignal;
}

/** The headers that the specification names, save ETag, which is made from the body. */
type NamedHeaders<H> = { [K in keyof H as string extends K ? never : K extends 'ETag' ? never : K]: H[K] };
type WithHeaders<R> = R extends { headers: infer H }
  ? Partial<NamedHeaders<H>> extends NamedHeaders<H>
    ? { readonly headers?: NamedHeaders<H> }
    : { readonly headers: NamedHeaders<H> }
  : { readonly headers?: None };

type JsonBody<C> = C extends { 'application/json': infer B } ? { readonly body: Immutable<B>; readonly etag?: string } : never;
type BytesBody<T extends string> = [T] extends [never]
  ? never
  : { readonly type: T | `${T};${string}`; readonly body: Bytes; readonly etag?: string };
type WithBody<R> = R extends { content: infer C }
  ? JsonBody<C> | BytesBody<Exclude<keyof C & string, 'application/json'>>
  : { readonly body?: undefined };

type ReplyWith<S, R> = S extends 101
  ? { readonly status: S; readonly accept: (socket: WebSocket) => void }
  : { readonly status: S } & WithHeaders<R> & WithBody<R>;

/** What an operation may answer, to the letter of its specification. */
export type Reply<Op> = { [S in Answered<Responses<Op>>]: ReplyWith<S, Responses<Op>[S]> }[Answered<Responses<Op>>];

/** One handler per operationId: leave one out, or answer what the specification does not say, and tsc objects. */
export type Handlers<Ops> = {
  readonly [Id in keyof Ops]: (call: Call<Ops[Id]>) => Reply<Ops[Id]> | Promise<Reply<Ops[Id]>>;
};

/** A call and a reply when it no longer matters of which operation. */
export interface AnyCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accepted: string | undefined;
  readonly accepts: (type: string) => boolean;
  readonly grant: Grant;
  readonly credentials: Credentials;
  readonly remoteAddress: string;
  readonly isSecure: boolean;
  readonly prefix: string;
  readonly signal: AbortSignal;
}

export interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
  readonly type?: string;
  readonly body?: object | Bytes;
  /** With its quotes, of a stream, or of what the body speaks of and is not itself: else it is made from the bytes. */
  readonly etag?: string;
  readonly accept?: (socket: WebSocket) => void;
  /** Who it was, where the grant cannot say: for the audit log, and never sent. */
  readonly client?: string;
}

export type AnyHandler = (call: AnyCall) => AnyReply | Promise<AnyReply>;
