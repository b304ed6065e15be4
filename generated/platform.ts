// Generated from openapi/platform.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["Healthz_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the gateway serves */
        get: operations["Readyz_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens (WebSocket)
         * @description Each message is one CloudEvent 1.0 in JSON. Its `subject` is a path, and `topic` chooses by it. A reader that is too slow is closed with code 1013 and may come back; one whose token, client or session was ended with 1008. Readings are told before they are on disk, and to those who are there: who must miss none reads `/sensors/v1/readings/arrivals`.
         */
        get: operations["Events_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token (OAuth 2.0 client credentials)
         * @description The client says who it is with HTTP Basic (RFC 6749, section 2.3.1), with `client_id` and `client_secret` in the form, or with `client_assertion` (private_key_jwt, RFC 7523). The token is a JWT (RFC 9068), and is sent as `Authorization: Bearer`.
         */
        post: operations["Token_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an access token before its time (RFC 7009)
         * @description The client says who it is as at `/oauth2/token`. It can end its own tokens only; of what is no token of its own, or has ended, nothing is said.
         */
        post: operations["TokenRevocation_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a ticket, which opens one WebSocket without a header
         * @description For clients that cannot send `Authorization` with a WebSocket, as pages in browsers: the ticket goes into the query as `ticket`. It is good once, within half a minute, for what the token is good for, and ends with it.
         */
        post: operations["Tickets_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether somebody is signed in at the panel, and whether anybody needs to be
         * @description For a page that is opened, so that it asks for nothing that it would be refused.
         */
        get: operations["Session_GET"];
        put?: never;
        /**
         * Sign in at the panel
         * @description The code stands in the link that `umec link` prints, and is good once. The cookie is good for `/session` alone; everything else takes the token.
         */
        post: operations["Session_POST"];
        /**
         * Sign out
         * @description Ends the session of the cookie, its tokens, and what goes on that began with them.
         */
        delete: operations["Session_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get another access token, being signed in */
        post: operations["SessionToken_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of access tokens (RFC 7517) */
        get: operations["Jwks_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How tokens are to be had (RFC 8414) */
        get: operations["OauthMetadata_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What tags measure and the gateway counts, for Prometheus
         * @description In the text format that Prometheus reads. Tags have the names that RuuviBridge gives them, the gateway's own begin with `umec_`. A tag that is SUSPENDED has no values, and neither has what a tag marks as not available.
         */
        get: operations["Metrics_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The W3C Thing Descriptions of tags, cameras and lines
         * @description In pages, as the directory of W3C WoT Discovery has them (clause 7.3.2.1.5).
         */
        get: operations["Things_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/things/{thingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One W3C Thing Description */
        get: operations["ThingsThingId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/wot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The W3C Thing Description of the gateway, a directory of things
         * @description Where a consumer begins that knows the address of the gateway and nothing else (W3C WoT Discovery, clause 6.2).
         */
        get: operations["Wot_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The specification of one API */
        get: operations["OpenapiDocument_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi/3.0/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The specification of one API, in the words of OpenAPI 3.0
         * @description For generators of clients that do not know 3.1. It says the same; what 3.0 has no word for is an extension.
         */
        get: operations["OpenapiDocument30_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi/events.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The specification of what is told through WebSockets
         * @description Every event that this gateway tells, where, and who may be told, in the words of AsyncAPI 3. Its schemas are those of the OpenAPI documents.
         */
        get: operations["AsyncapiDocument_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An OpenAPI document. */
        Specification: {
            /** @description The version of OpenAPI in whose words it is. */
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An AsyncAPI document. */
        AsyncapiDocument: {
            /** @description The version of AsyncAPI in whose words it is. */
            asyncapi: string;
        } & {
            [key: string]: unknown;
        };
        TicketRequest: {
            /**
             * @description The path, without a query, that it is to be good for; any WebSocket unless given.
             * @example /events/v1
             */
            path?: string;
        };
        Ticket: {
            ticket: string;
            /** @description s */
            expires_in: number;
        };
        SignIn: {
            code: string;
        };
        Nothing: Record<string, never>;
        SessionState: {
            state: components["schemas"]["SignInState"];
        };
        /**
         * @description SIGNED_IN: the session of the cookie goes on; SIGNED_OUT: there is none; OPEN: no token is needed, for `auth.mode` is `none`.
         * @enum {string}
         */
        SignInState: "SIGNED_IN" | "SIGNED_OUT" | "OPEN";
        SessionToken: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /** @description s */
            expires_in: number;
            /** @description The scopes that it has, with one space between them. */
            scope: string;
            role: components["schemas"]["Role"];
        };
        /** @description What it does not know it leaves alone (RFC 6749, section 3.2). */
        TokenRequest: {
            /** @description client_credentials */
            grant_type?: string;
            /** @description The scopes wanted, with one space between them; all that the client may have unless given. */
            scope?: string;
            client_id?: string;
            client_secret?: string;
            /** @description urn:ietf:params:oauth:client-assertion-type:jwt-bearer */
            client_assertion_type?: string;
            /** @description A JWT that the client has signed with its own key. */
            client_assertion?: string;
        };
        TokenRevocation: {
            token: string;
            /** @description Is not needed. */
            token_type_hint?: string;
            client_id?: string;
            client_secret?: string;
            client_assertion_type?: string;
            client_assertion?: string;
        };
        TokenResponse: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /** @description s */
            expires_in: number;
            /** @description The scopes that it has, with one space between them. */
            scope: string;
        };
        TokenError: {
            error: components["schemas"]["TokenErrorCode"];
            error_description: string;
        };
        /** @enum {string} */
        TokenErrorCode: "invalid_request" | "invalid_client" | "invalid_scope" | "unauthorized_client" | "unsupported_grant_type";
        Jwks: {
            keys: components["schemas"]["Jwk"][];
        };
        Jwk: {
            kid: string;
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            x: string;
            /** @enum {string} */
            alg: "EdDSA";
            /** @enum {string} */
            use: "sig";
        };
        OauthMetadata: {
            /** Format: uri */
            issuer: string;
            /** Format: uri */
            token_endpoint: string;
            /** Format: uri */
            revocation_endpoint: string;
            /** Format: uri */
            jwks_uri: string;
            scopes_supported: string[];
            response_types_supported: string[];
            grant_types_supported: string[];
            token_endpoint_auth_methods_supported: string[];
            token_endpoint_auth_signing_alg_values_supported: string[];
            tls_client_certificate_bound_access_tokens?: boolean;
        };
        Status: {
            /** @enum {string} */
            status: "ok";
        };
        /**
         * @description Of a tag `urn:dev:mac:` and its address (RFC 9039), of other things `urn:uuid:`.
         * @example urn:dev:mac:cbb833fffe4c884f
         */
        ThingId: string;
        /** @description A W3C WoT Thing Description 1.1; its own standard says all that it can have. */
        ThingDescription: {
            "@context": components["schemas"]["ThingContext"][];
            "@type": string;
            id: components["schemas"]["ThingId"];
            title: string;
            description?: string;
            /** Format: uri */
            base: string;
            securityDefinitions: Record<string, never>;
            security: string[];
            properties: Record<string, never>;
            actions?: Record<string, never>;
            events?: Record<string, never>;
            links?: Record<string, never>[];
        };
        ThingContext: string | {
            [key: string]: string;
        };
        /** @description What went wrong, and what was expected (RFC 9457; ETSI GS MEC 009, clause 6.15). */
        ProblemDetails: {
            /** @description A URI for the kind of problem; absent means about:blank. */
            type?: string;
            /** @description The kind of problem in a word. */
            title?: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What was wrong with this request and what was expected. */
            detail: string;
            instance?: string;
        };
        /**
         * @description For a person: a viewer sees, an operator changes too, an administrator also says who else may. Instead of `scopes`.
         * @enum {string}
         */
        Role: "admin" | "operator" | "viewer";
    };
    responses: {
        /** @description What you have is what there is. */
        304: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not as the specification says; nothing was changed. */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description A bearer token is missing or not valid. */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The token does not allow this, or the present state of the resource forbids it. */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description There is nothing at this address. */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description None of the content types in `Accept` can be given. */
        406: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is larger than this gateway takes. */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The address is longer than this gateway reads. */
        414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is of another content type than expected. */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description This address speaks WebSocket only. */
        426: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Too many requests; try again later. */
        429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description What the answer needs is not available just now, or the gateway has more to do than it can. */
        503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: {
        /**
         * @description The name of the API, or `umec` for all of them in one, and whether JSON or YAML is wanted.
         * @example sensors.json
         */
        document: string;
    };
    requestBodies: never;
    headers: {
        /** @description Nobody is to keep it. */
        "Cache-Control": "no-store";
        /** @description The session, HttpOnly and SameSite=Strict, for `/session` alone; with TLS also Secure. */
        "Set-Cookie": string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Healthz_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    Readyz_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It serves. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Events_GET: {
        parameters: {
            query?: {
                /** @description Which subjects are wanted: `*` stands for one segment, `**` at the end for any number. Absent means all. The subjects are `sensors/{mac}/reading`, `tags/{mac}/presence`, `lines/{lineId}/edge`, `cameras/{cameraId}/motion`, `devices/{deviceId}/state` and `services/{serInstanceId}/state`; the last two say with `changeType` whether something was ADDED, REMOVED, or changed. A presence is told when a tag becomes ONLINE, LATE or OFFLINE. */
                topic?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            426: components["responses"]["426"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Token_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "client_id": "plates",
                 *       "client_secret": "what-nobody-else-knows",
                 *       "scope": "camera:read"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description An access token. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                     *       "token_type": "Bearer",
                     *       "expires_in": 3600,
                     *       "scope": "camera:read"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description The request is malformed, or asks for what this client may not have (RFC 6749, section 5.2). */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such client, or this does not prove that it is the one (RFC 6749, section 5.2). */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    /** @description How to say it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    TokenRevocation_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                 *       "client_id": "plates",
                 *       "client_secret": "what-nobody-else-knows"
                 *     }
                 */
                "application/x-www-form-urlencoded": components["schemas"]["TokenRevocation"];
            };
        };
        responses: {
            /** @description The token is good for nothing any more. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed, or asks for what this client may not have (RFC 6749, section 5.2). */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such client, or this does not prove that it is the one (RFC 6749, section 5.2). */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    /** @description How to say it. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Tickets_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "/events/v1"
                 *     }
                 */
                "application/json": components["schemas"]["TicketRequest"];
            };
        };
        responses: {
            /** @description The ticket. It is shown this once. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": "WPvZtCPVVp1pnNsO5slywb-Sih8ep1KbIY1eLn3LfVQ",
                     *       "expires_in": 30
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Session_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is so now; the session is not used by that. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "SIGNED_IN"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Session_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "O-k5dLatu5UnX21X9-T4dA5C1vYgO_MCLOoexTX_lnQ"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "scope": "camera:read gpio:read sensors:read",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionToken"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Session_DELETE: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in by that cookie any more. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    SessionToken_POST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A token for ten minutes. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                     *       "token_type": "Bearer",
                     *       "expires_in": 600,
                     *       "scope": "camera:read gpio:read sensors:read",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionToken"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Jwks_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys that sign, and those before them of which tokens may still be good. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kid": "QyVQ88_U2qgAHN5u7K2PaMD3wvYLI5541hkU6ubDfiw",
                     *           "kty": "OKP",
                     *           "crv": "Ed25519",
                     *           "x": "cgnBW3LdmqwPsIslbSocXWeC-Safq_zSAw_iwg6juyc",
                     *           "alg": "EdDSA",
                     *           "use": "sig"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Jwks"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    OauthMetadata_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Endpoints, scopes, and the ways in which a client can say who it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "issuer": "http://192.168.7.20:8080",
                     *       "token_endpoint": "http://192.168.7.20:8080/oauth2/token",
                     *       "revocation_endpoint": "http://192.168.7.20:8080/oauth2/revoke",
                     *       "jwks_uri": "http://192.168.7.20:8080/oauth2/jwks",
                     *       "scopes_supported": [
                     *         "camera:read",
                     *         "gpio:read",
                     *         "gpio:write",
                     *         "sensors:read"
                     *       ],
                     *       "response_types_supported": [],
                     *       "grant_types_supported": [
                     *         "client_credentials"
                     *       ],
                     *       "token_endpoint_auth_methods_supported": [
                     *         "client_secret_basic",
                     *         "client_secret_post",
                     *         "private_key_jwt"
                     *       ],
                     *       "token_endpoint_auth_signing_alg_values_supported": [
                     *         "EdDSA",
                     *         "ES256",
                     *         "PS256",
                     *         "RS256"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OauthMetadata"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Metrics_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of the tags, devices and parts of the gateway that the caller may see. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # HELP umec_device_up Whether a device is ACTIVE.
                     *     # TYPE umec_device_up gauge
                     *     umec_device_up{device="camera-lens-1",kind="CAMERA",name="Crossing"} 1
                     */
                    "text/plain; version=0.0.4": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Things_GET: {
        parameters: {
            query?: {
                /** @description How many to leave out before the first. */
                offset?: number;
                /** @description How many to give at the most. */
                limit?: number;
                /** @description The only one that there is; the directory of the standard may know others. */
                format?: "array";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the caller may see, in order of their identifiers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description With `rel="canonical"` the whole list, whose `etag` is another when something came or went; with `rel="next"` the next page, absent on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "@context": [
                     *           "https://www.w3.org/2022/wot/td/v1.1",
                     *           {
                     *             "qudt": "http://qudt.org/vocab/unit/",
                     *             "saref": "https://saref.etsi.org/core/"
                     *           }
                     *         ],
                     *         "@type": "saref:Sensor",
                     *         "id": "urn:dev:mac:cbb833fffe4c884f",
                     *         "title": "Market square",
                     *         "description": "A Bluetooth tag that the gateway hears.",
                     *         "base": "http://192.168.7.20:8080/",
                     *         "securityDefinitions": {
                     *           "client": {
                     *             "scheme": "oauth2",
                     *             "flow": "client",
                     *             "token": "http://192.168.7.20:8080/oauth2/token"
                     *           }
                     *         },
                     *         "security": [
                     *           "client"
                     *         ],
                     *         "properties": {
                     *           "reading": {
                     *             "description": "What one tag measured at one moment.",
                     *             "type": "object",
                     *             "readOnly": true,
                     *             "properties": {
                     *               "temperature": {
                     *                 "type": "number",
                     *                 "unit": "qudt:DEG_C"
                     *               }
                     *             },
                     *             "forms": [
                     *               {
                     *                 "op": [
                     *                   "readproperty"
                     *                 ],
                     *                 "href": "sensors/v1/tags/CB:B8:33:4C:88:4F/readings/latest",
                     *                 "contentType": "application/json",
                     *                 "scopes": [
                     *                   "sensors:read"
                     *                 ]
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         "links": [
                     *           {
                     *             "rel": "service-desc",
                     *             "href": "openapi/sensors.json",
                     *             "type": "application/json"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/ld+json": components["schemas"]["ThingDescription"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ThingsThingId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its `id`. */
                thingId: components["schemas"]["ThingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Thing Description. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "@context": [
                     *         "https://www.w3.org/2022/wot/td/v1.1",
                     *         {
                     *           "qudt": "http://qudt.org/vocab/unit/",
                     *           "saref": "https://saref.etsi.org/core/"
                     *         }
                     *       ],
                     *       "@type": "saref:Sensor",
                     *       "id": "urn:dev:mac:cbb833fffe4c884f",
                     *       "title": "Market square",
                     *       "description": "A Bluetooth tag that the gateway hears.",
                     *       "base": "http://192.168.7.20:8080/",
                     *       "securityDefinitions": {
                     *         "client": {
                     *           "scheme": "oauth2",
                     *           "flow": "client",
                     *           "token": "http://192.168.7.20:8080/oauth2/token"
                     *         }
                     *       },
                     *       "security": [
                     *         "client"
                     *       ],
                     *       "properties": {
                     *         "reading": {
                     *           "description": "What one tag measured at one moment.",
                     *           "type": "object",
                     *           "readOnly": true,
                     *           "properties": {
                     *             "temperature": {
                     *               "type": "number",
                     *               "unit": "qudt:DEG_C"
                     *             }
                     *           },
                     *           "forms": [
                     *             {
                     *               "op": [
                     *                 "readproperty"
                     *               ],
                     *               "href": "sensors/v1/tags/CB:B8:33:4C:88:4F/readings/latest",
                     *               "contentType": "application/json",
                     *               "scopes": [
                     *                 "sensors:read"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "links": [
                     *         {
                     *           "rel": "service-desc",
                     *           "href": "openapi/sensors.json",
                     *           "type": "application/json"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/td+json": components["schemas"]["ThingDescription"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Wot_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How to list things, and how to get the token for it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "@context": [
                     *         "https://www.w3.org/2022/wot/td/v1.1",
                     *         "https://www.w3.org/2022/wot/discovery"
                     *       ],
                     *       "@type": "ThingDirectory",
                     *       "id": "urn:uuid:74d44eee-7404-423f-9c39-4699e17918b4",
                     *       "title": "µMEC gateway",
                     *       "description": "Tags, cameras and pins of one gateway.",
                     *       "base": "http://192.168.7.20:8080/",
                     *       "securityDefinitions": {
                     *         "client": {
                     *           "scheme": "oauth2",
                     *           "flow": "client",
                     *           "token": "http://192.168.7.20:8080/oauth2/token"
                     *         }
                     *       },
                     *       "security": [
                     *         "client"
                     *       ],
                     *       "properties": {
                     *         "things": {
                     *           "type": "array",
                     *           "items": {
                     *             "type": "object",
                     *             "required": [
                     *               "@context",
                     *               "id",
                     *               "title"
                     *             ]
                     *           },
                     *           "title": "Every thing",
                     *           "readOnly": true,
                     *           "forms": [
                     *             {
                     *               "op": [
                     *                 "readproperty"
                     *               ],
                     *               "href": "things{?offset,limit,format}",
                     *               "contentType": "application/ld+json",
                     *               "scopes": [
                     *                 "registry:read"
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "links": [
                     *         {
                     *           "rel": "service-desc",
                     *           "href": "openapi/platform.json",
                     *           "type": "application/json"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/td+json": components["schemas"]["ThingDescription"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    OpenapiDocument_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the API, or `umec` for all of them in one, and whether JSON or YAML is wanted.
                 * @example sensors.json
                 */
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Sensors",
                     *         "version": "0.1.0"
                     *       },
                     *       "servers": [
                     *         {
                     *           "url": "/sensors/v1"
                     *         }
                     *       ],
                     *       "paths": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Specification"];
                    /**
                     * @example openapi: 3.1.0
                     *     info:
                     *       title: Sensors
                     *       version: 0.1.0
                     *     servers:
                     *       - url: /sensors/v1
                     *     paths: {}
                     */
                    "application/yaml": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    OpenapiDocument30_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the API, or `umec` for all of them in one, and whether JSON or YAML is wanted.
                 * @example sensors.json
                 */
                document: components["parameters"]["document"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.0.3 document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.0.3",
                     *       "info": {
                     *         "title": "Sensors",
                     *         "version": "0.1.0"
                     *       },
                     *       "servers": [
                     *         {
                     *           "url": "/sensors/v1"
                     *         }
                     *       ],
                     *       "paths": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Specification"];
                    /**
                     * @example openapi: 3.0.3
                     *     info:
                     *       title: Sensors
                     *       version: 0.1.0
                     *     servers:
                     *       - url: /sensors/v1
                     *     paths: {}
                     */
                    "application/yaml": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    AsyncapiDocument_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The AsyncAPI 3.0 document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncapi": "3.0.0",
                     *       "info": {
                     *         "title": "Events of a µMEC gateway",
                     *         "version": "0.1.0"
                     *       },
                     *       "channels": {
                     *         "Events_GET": {
                     *           "address": "/events/v1",
                     *           "messages": {}
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AsyncapiDocument"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Platform",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Whether the gateway lives and serves, the events as they happen, and the specifications themselves."
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "security": [
    {
      "oauth2": [
        "events:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "platform",
      "description": "The gateway itself."
    }
  ],
  "paths": {
    "/healthz": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Healthz_GET",
        "summary": "Whether the process lives",
        "security": [],
        "x-open": "who watches over the gateway has no token",
        "responses": {
          "200": {
            "description": "It lives.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Status"
                },
                "example": {
                  "status": "ok"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          }
        }
      }
    },
    "/readyz": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Readyz_GET",
        "summary": "Whether the gateway serves",
        "security": [],
        "x-open": "who watches over the gateway has no token",
        "responses": {
          "200": {
            "description": "It serves.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Status"
                },
                "example": {
                  "status": "ok"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/events/v1": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Events_GET",
        "summary": "What happens, as it happens (WebSocket)",
        "description": "Each message is one CloudEvent 1.0 in JSON. Its `subject` is a path, and `topic` chooses by it. A reader that is too slow is closed with code 1013 and may come back; one whose token, client or session was ended with 1008. Readings are told before they are on disk, and to those who are there: who must miss none reads `/sensors/v1/readings/arrivals`.",
        "security": [
          {
            "oauth2": [
              "events:read"
            ]
          },
          {
            "ticket": [
              "events:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "topic",
            "in": "query",
            "allowReserved": true,
            "description": "Which subjects are wanted: `*` stands for one segment, `**` at the end for any number. Absent means all. The subjects are `sensors/{mac}/reading`, `tags/{mac}/presence`, `lines/{lineId}/edge`, `cameras/{cameraId}/motion`, `devices/{deviceId}/state` and `services/{serInstanceId}/state`; the last two say with `changeType` whether something was ADDED, REMOVED, or changed. A presence is told when a tag becomes ONLINE, LATE or OFFLINE.",
            "explode": true,
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 16,
              "items": {
                "type": "string",
                "pattern": "^[A-Za-z0-9:._*-]+(/[A-Za-z0-9:._*-]+)*$",
                "maxLength": 128
              }
            },
            "examples": {
              "one": {
                "value": [
                  "sensors/**"
                ],
                "summary": "Every reading."
              }
            }
          }
        ],
        "responses": {
          "101": {
            "description": "The WebSocket is open."
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "426": {
            "$ref": "#/components/responses/426"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/oauth2/token": {
      "post": {
        "tags": [
          "platform"
        ],
        "operationId": "Token_POST",
        "summary": "Get an access token (OAuth 2.0 client credentials)",
        "description": "The client says who it is with HTTP Basic (RFC 6749, section 2.3.1), with `client_id` and `client_secret` in the form, or with `client_assertion` (private_key_jwt, RFC 7523). The token is a JWT (RFC 9068), and is sent as `Authorization: Bearer`.",
        "security": [],
        "x-open": "here tokens come from; the client says in this very request who it is",
        "requestBody": {
          "required": true,
          "content": {
            "application/x-www-form-urlencoded": {
              "schema": {
                "$ref": "#/components/schemas/TokenRequest"
              },
              "example": {
                "grant_type": "client_credentials",
                "client_id": "plates",
                "client_secret": "what-nobody-else-knows",
                "scope": "camera:read"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "An access token.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenResponse"
                },
                "example": {
                  "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                  "token_type": "Bearer",
                  "expires_in": 3600,
                  "scope": "camera:read"
                }
              }
            }
          },
          "400": {
            "description": "The request is malformed, or asks for what this client may not have (RFC 6749, section 5.2).",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenError"
                }
              },
              "application/problem+json": {
                "schema": {
                  "$ref": "#/components/schemas/ProblemDetails"
                }
              }
            }
          },
          "401": {
            "description": "There is no such client, or this does not prove that it is the one (RFC 6749, section 5.2).",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              },
              "WWW-Authenticate": {
                "description": "How to say it.",
                "schema": {
                  "type": "string",
                  "maxLength": 128
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenError"
                }
              },
              "application/problem+json": {
                "schema": {
                  "$ref": "#/components/schemas/ProblemDetails"
                }
              }
            }
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/oauth2/revoke": {
      "post": {
        "tags": [
          "platform"
        ],
        "operationId": "TokenRevocation_POST",
        "summary": "End an access token before its time (RFC 7009)",
        "description": "The client says who it is as at `/oauth2/token`. It can end its own tokens only; of what is no token of its own, or has ended, nothing is said.",
        "security": [],
        "x-open": "the client says in this very request who it is",
        "requestBody": {
          "required": true,
          "content": {
            "application/x-www-form-urlencoded": {
              "schema": {
                "$ref": "#/components/schemas/TokenRevocation"
              },
              "example": {
                "token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                "client_id": "plates",
                "client_secret": "what-nobody-else-knows"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The token is good for nothing any more.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            }
          },
          "400": {
            "description": "The request is malformed, or asks for what this client may not have (RFC 6749, section 5.2).",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenError"
                }
              },
              "application/problem+json": {
                "schema": {
                  "$ref": "#/components/schemas/ProblemDetails"
                }
              }
            }
          },
          "401": {
            "description": "There is no such client, or this does not prove that it is the one (RFC 6749, section 5.2).",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              },
              "WWW-Authenticate": {
                "description": "How to say it.",
                "schema": {
                  "type": "string",
                  "maxLength": 128
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TokenError"
                }
              },
              "application/problem+json": {
                "schema": {
                  "$ref": "#/components/schemas/ProblemDetails"
                }
              }
            }
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/tickets": {
      "post": {
        "tags": [
          "platform"
        ],
        "operationId": "Tickets_POST",
        "summary": "Get a ticket, which opens one WebSocket without a header",
        "description": "For clients that cannot send `Authorization` with a WebSocket, as pages in browsers: the ticket goes into the query as `ticket`. It is good once, within half a minute, for what the token is good for, and ends with it.",
        "security": [
          {
            "oauth2": []
          }
        ],
        "x-any-scope": "a ticket is good for no more than the token that asks for it, and each WebSocket asks for its own scope",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TicketRequest"
              },
              "example": {
                "path": "/events/v1"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The ticket. It is shown this once.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Ticket"
                },
                "example": {
                  "ticket": "WPvZtCPVVp1pnNsO5slywb-Sih8ep1KbIY1eLn3LfVQ",
                  "expires_in": 30
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/session": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Session_GET",
        "summary": "Whether somebody is signed in at the panel, and whether anybody needs to be",
        "description": "For a page that is opened, so that it asks for nothing that it would be refused.",
        "security": [],
        "x-open": "it tells whoever holds a cookie whether that is still good, and nothing else",
        "responses": {
          "200": {
            "description": "What is so now; the session is not used by that.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SessionState"
                },
                "example": {
                  "state": "SIGNED_IN"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "414": {
            "$ref": "#/components/responses/414"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "post": {
        "tags": [
          "platform"
        ],
        "operationId": "Session_POST",
        "summary": "Sign in at the panel",
        "description": "The code stands in the link that `umec link` prints, and is good once. The cookie is good for `/session` alone; everything else takes the token.",
        "security": [],
        "x-open": "whoever signs in shows a code",
        "x-own-page": true,
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SignIn"
              },
              "example": {
                "code": "O-k5dLatu5UnX21X9-T4dA5C1vYgO_MCLOoexTX_lnQ"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Signed in.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              },
              "Set-Cookie": {
                "$ref": "#/components/headers/Set-Cookie"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SessionToken"
                },
                "example": {
                  "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                  "token_type": "Bearer",
                  "expires_in": 600,
                  "scope": "camera:read gpio:read sensors:read",
                  "role": "viewer"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      },
      "delete": {
        "tags": [
          "platform"
        ],
        "operationId": "Session_DELETE",
        "summary": "Sign out",
        "description": "Ends the session of the cookie, its tokens, and what goes on that began with them.",
        "security": [],
        "x-open": "whoever is signed in has a cookie, and nobody else has anything to end",
        "x-own-page": true,
        "responses": {
          "204": {
            "description": "Nobody is signed in by that cookie any more.",
            "headers": {
              "Set-Cookie": {
                "$ref": "#/components/headers/Set-Cookie"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/session/token": {
      "post": {
        "tags": [
          "platform"
        ],
        "operationId": "SessionToken_POST",
        "summary": "Get another access token, being signed in",
        "security": [],
        "x-open": "whoever is signed in has a cookie",
        "x-own-page": true,
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Nothing"
              },
              "example": {}
            }
          }
        },
        "responses": {
          "200": {
            "description": "A token for ten minutes.",
            "headers": {
              "Cache-Control": {
                "$ref": "#/components/headers/Cache-Control"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SessionToken"
                },
                "example": {
                  "access_token": "eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJwbGF0ZXMifQ.c2lnbmF0dXJl",
                  "token_type": "Bearer",
                  "expires_in": 600,
                  "scope": "camera:read gpio:read sensors:read",
                  "role": "viewer"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "415": {
            "$ref": "#/components/responses/415"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/oauth2/jwks": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Jwks_GET",
        "summary": "The public keys of access tokens (RFC 7517)",
        "security": [],
        "x-open": "whoever is shown a token may check it",
        "responses": {
          "200": {
            "description": "The keys that sign, and those before them of which tokens may still be good.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Jwks"
                },
                "example": {
                  "keys": [
                    {
                      "kid": "QyVQ88_U2qgAHN5u7K2PaMD3wvYLI5541hkU6ubDfiw",
                      "kty": "OKP",
                      "crv": "Ed25519",
                      "x": "cgnBW3LdmqwPsIslbSocXWeC-Safq_zSAw_iwg6juyc",
                      "alg": "EdDSA",
                      "use": "sig"
                    }
                  ]
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/.well-known/oauth-authorization-server": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "OauthMetadata_GET",
        "summary": "How tokens are to be had (RFC 8414)",
        "security": [],
        "x-open": "a client that has no token yet has to find out how to get one",
        "responses": {
          "200": {
            "description": "Endpoints, scopes, and the ways in which a client can say who it is.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OauthMetadata"
                },
                "example": {
                  "issuer": "http://192.168.7.20:8080",
                  "token_endpoint": "http://192.168.7.20:8080/oauth2/token",
                  "revocation_endpoint": "http://192.168.7.20:8080/oauth2/revoke",
                  "jwks_uri": "http://192.168.7.20:8080/oauth2/jwks",
                  "scopes_supported": [
                    "camera:read",
                    "gpio:read",
                    "gpio:write",
                    "sensors:read"
                  ],
                  "response_types_supported": [],
                  "grant_types_supported": [
                    "client_credentials"
                  ],
                  "token_endpoint_auth_methods_supported": [
                    "client_secret_basic",
                    "client_secret_post",
                    "private_key_jwt"
                  ],
                  "token_endpoint_auth_signing_alg_values_supported": [
                    "EdDSA",
                    "ES256",
                    "PS256",
                    "RS256"
                  ]
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/metrics": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Metrics_GET",
        "summary": "What tags measure and the gateway counts, for Prometheus",
        "description": "In the text format that Prometheus reads. Tags have the names that RuuviBridge gives them, the gateway's own begin with `umec_`. A tag that is SUSPENDED has no values, and neither has what a tag marks as not available.",
        "security": [
          {
            "oauth2": [
              "registry:read",
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "Of the tags, devices and parts of the gateway that the caller may see.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "text/plain; version=0.0.4": {
                "schema": {
                  "type": "string",
                  "maxLength": 134217728
                },
                "example": "# HELP umec_device_up Whether a device is ACTIVE.\n# TYPE umec_device_up gauge\numec_device_up{device=\"camera-lens-1\",kind=\"CAMERA\",name=\"Crossing\"} 1\n"
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/things": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Things_GET",
        "summary": "The W3C Thing Descriptions of tags, cameras and lines",
        "description": "In pages, as the directory of W3C WoT Discovery has them (clause 7.3.2.1.5).",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "offset",
            "in": "query",
            "description": "How many to leave out before the first.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 1000000,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "How many to give at the most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 50
            }
          },
          {
            "name": "format",
            "in": "query",
            "description": "The only one that there is; the directory of the standard may know others.",
            "schema": {
              "type": "string",
              "enum": [
                "array"
              ],
              "default": "array"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Those that the caller may see, in order of their identifiers.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "With `rel=\"canonical\"` the whole list, whose `etag` is another when something came or went; with `rel=\"next\"` the next page, absent on the last.",
                "schema": {
                  "type": "string",
                  "maxLength": 8192
                }
              }
            },
            "content": {
              "application/ld+json": {
                "schema": {
                  "type": "array",
                  "maxItems": 100,
                  "items": {
                    "$ref": "#/components/schemas/ThingDescription"
                  }
                },
                "example": [
                  {
                    "@context": [
                      "https://www.w3.org/2022/wot/td/v1.1",
                      {
                        "qudt": "http://qudt.org/vocab/unit/",
                        "saref": "https://saref.etsi.org/core/"
                      }
                    ],
                    "@type": "saref:Sensor",
                    "id": "urn:dev:mac:cbb833fffe4c884f",
                    "title": "Market square",
                    "description": "A Bluetooth tag that the gateway hears.",
                    "base": "http://192.168.7.20:8080/",
                    "securityDefinitions": {
                      "client": {
                        "scheme": "oauth2",
                        "flow": "client",
                        "token": "http://192.168.7.20:8080/oauth2/token"
                      }
                    },
                    "security": [
                      "client"
                    ],
                    "properties": {
                      "reading": {
                        "description": "What one tag measured at one moment.",
                        "type": "object",
                        "readOnly": true,
                        "properties": {
                          "temperature": {
                            "type": "number",
                            "unit": "qudt:DEG_C"
                          }
                        },
                        "forms": [
                          {
                            "op": [
                              "readproperty"
                            ],
                            "href": "sensors/v1/tags/CB:B8:33:4C:88:4F/readings/latest",
                            "contentType": "application/json",
                            "scopes": [
                              "sensors:read"
                            ]
                          }
                        ]
                      }
                    },
                    "links": [
                      {
                        "rel": "service-desc",
                        "href": "openapi/sensors.json",
                        "type": "application/json"
                      }
                    ]
                  }
                ]
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/things/{thingId}": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "ThingsThingId_GET",
        "summary": "One W3C Thing Description",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "thingId",
            "in": "path",
            "required": true,
            "description": "Its `id`.",
            "schema": {
              "$ref": "#/components/schemas/ThingId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The Thing Description.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/td+json": {
                "schema": {
                  "$ref": "#/components/schemas/ThingDescription"
                },
                "example": {
                  "@context": [
                    "https://www.w3.org/2022/wot/td/v1.1",
                    {
                      "qudt": "http://qudt.org/vocab/unit/",
                      "saref": "https://saref.etsi.org/core/"
                    }
                  ],
                  "@type": "saref:Sensor",
                  "id": "urn:dev:mac:cbb833fffe4c884f",
                  "title": "Market square",
                  "description": "A Bluetooth tag that the gateway hears.",
                  "base": "http://192.168.7.20:8080/",
                  "securityDefinitions": {
                    "client": {
                      "scheme": "oauth2",
                      "flow": "client",
                      "token": "http://192.168.7.20:8080/oauth2/token"
                    }
                  },
                  "security": [
                    "client"
                  ],
                  "properties": {
                    "reading": {
                      "description": "What one tag measured at one moment.",
                      "type": "object",
                      "readOnly": true,
                      "properties": {
                        "temperature": {
                          "type": "number",
                          "unit": "qudt:DEG_C"
                        }
                      },
                      "forms": [
                        {
                          "op": [
                            "readproperty"
                          ],
                          "href": "sensors/v1/tags/CB:B8:33:4C:88:4F/readings/latest",
                          "contentType": "application/json",
                          "scopes": [
                            "sensors:read"
                          ]
                        }
                      ]
                    }
                  },
                  "links": [
                    {
                      "rel": "service-desc",
                      "href": "openapi/sensors.json",
                      "type": "application/json"
                    }
                  ]
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "401": {
            "$ref": "#/components/responses/401"
          },
          "403": {
            "$ref": "#/components/responses/403"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/.well-known/wot": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "Wot_GET",
        "summary": "The W3C Thing Description of the gateway, a directory of things",
        "description": "Where a consumer begins that knows the address of the gateway and nothing else (W3C WoT Discovery, clause 6.2).",
        "security": [],
        "x-open": "a consumer that has no token yet has to find out how to get one; what there is it does not say",
        "responses": {
          "200": {
            "description": "How to list things, and how to get the token for it.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/td+json": {
                "schema": {
                  "$ref": "#/components/schemas/ThingDescription"
                },
                "example": {
                  "@context": [
                    "https://www.w3.org/2022/wot/td/v1.1",
                    "https://www.w3.org/2022/wot/discovery"
                  ],
                  "@type": "ThingDirectory",
                  "id": "urn:uuid:74d44eee-7404-423f-9c39-4699e17918b4",
                  "title": "µMEC gateway",
                  "description": "Tags, cameras and pins of one gateway.",
                  "base": "http://192.168.7.20:8080/",
                  "securityDefinitions": {
                    "client": {
                      "scheme": "oauth2",
                      "flow": "client",
                      "token": "http://192.168.7.20:8080/oauth2/token"
                    }
                  },
                  "security": [
                    "client"
                  ],
                  "properties": {
                    "things": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "@context",
                          "id",
                          "title"
                        ]
                      },
                      "title": "Every thing",
                      "readOnly": true,
                      "forms": [
                        {
                          "op": [
                            "readproperty"
                          ],
                          "href": "things{?offset,limit,format}",
                          "contentType": "application/ld+json",
                          "scopes": [
                            "registry:read"
                          ]
                        }
                      ]
                    }
                  },
                  "links": [
                    {
                      "rel": "service-desc",
                      "href": "openapi/platform.json",
                      "type": "application/json"
                    }
                  ]
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/openapi/{document}": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "OpenapiDocument_GET",
        "summary": "The specification of one API",
        "security": [],
        "x-open": "whoever is to write a client reads it first, and it is the same for every gateway",
        "parameters": [
          {
            "$ref": "#/components/parameters/document"
          }
        ],
        "responses": {
          "200": {
            "description": "The OpenAPI 3.1 document.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Specification"
                },
                "example": {
                  "openapi": "3.1.0",
                  "info": {
                    "title": "Sensors",
                    "version": "0.1.0"
                  },
                  "servers": [
                    {
                      "url": "/sensors/v1"
                    }
                  ],
                  "paths": {}
                }
              },
              "application/yaml": {
                "schema": {
                  "type": "string",
                  "maxLength": 1048576
                },
                "example": "openapi: 3.1.0\ninfo:\n  title: Sensors\n  version: 0.1.0\nservers:\n  - url: /sensors/v1\npaths: {}\n"
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/openapi/3.0/{document}": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "OpenapiDocument30_GET",
        "summary": "The specification of one API, in the words of OpenAPI 3.0",
        "security": [],
        "x-open": "whoever is to write a client reads it first, and it is the same for every gateway",
        "description": "For generators of clients that do not know 3.1. It says the same; what 3.0 has no word for is an extension.",
        "parameters": [
          {
            "$ref": "#/components/parameters/document"
          }
        ],
        "responses": {
          "200": {
            "description": "The OpenAPI 3.0.3 document.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Specification"
                },
                "example": {
                  "openapi": "3.0.3",
                  "info": {
                    "title": "Sensors",
                    "version": "0.1.0"
                  },
                  "servers": [
                    {
                      "url": "/sensors/v1"
                    }
                  ],
                  "paths": {}
                }
              },
              "application/yaml": {
                "schema": {
                  "type": "string",
                  "maxLength": 1048576
                },
                "example": "openapi: 3.0.3\ninfo:\n  title: Sensors\n  version: 0.1.0\nservers:\n  - url: /sensors/v1\npaths: {}\n"
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/asyncapi/events.json": {
      "get": {
        "tags": [
          "platform"
        ],
        "operationId": "AsyncapiDocument_GET",
        "summary": "The specification of what is told through WebSockets",
        "description": "Every event that this gateway tells, where, and who may be told, in the words of AsyncAPI 3. Its schemas are those of the OpenAPI documents.",
        "security": [],
        "x-open": "whoever is to write a client reads it first, and it is the same for every gateway",
        "responses": {
          "200": {
            "description": "The AsyncAPI 3.0 document.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AsyncapiDocument"
                },
                "example": {
                  "asyncapi": "3.0.0",
                  "info": {
                    "title": "Events of a µMEC gateway",
                    "version": "0.1.0"
                  },
                  "channels": {
                    "Events_GET": {
                      "address": "/events/v1",
                      "messages": {}
                    }
                  }
                }
              }
            }
          },
          "304": {
            "$ref": "#/components/responses/304"
          },
          "400": {
            "$ref": "#/components/responses/400"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "oauth2": {
        "type": "oauth2",
        "description": "Client credentials (RFC 6749, section 4.4; ETSI GS MEC 009, clause 6.16).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "events:read": "Be told what happens.",
              "registry:read": "See devices, services, applications and the gateway's own state.",
              "sensors:read": "See tags and readings, and be told of conditions."
            }
          }
        }
      },
      "ticket": {
        "type": "apiKey",
        "in": "query",
        "name": "ticket",
        "description": "Of `POST /tickets`, good once, for clients that cannot send a header with a WebSocket."
      }
    },
    "parameters": {
      "document": {
        "name": "document",
        "in": "path",
        "required": true,
        "description": "The name of the API, or `umec` for all of them in one, and whether JSON or YAML is wanted.",
        "schema": {
          "type": "string",
          "pattern": "^[a-z0-9-]+\\.(json|yaml)$",
          "maxLength": 64
        },
        "example": "sensors.json"
      }
    },
    "headers": {
      "Cache-Control": {
        "description": "Nobody is to keep it.",
        "schema": {
          "type": "string",
          "enum": [
            "no-store"
          ]
        }
      },
      "Set-Cookie": {
        "description": "The session, HttpOnly and SameSite=Strict, for `/session` alone; with TLS also Secure.",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 512
        }
      },
      "Retry-After": {
        "description": "In how many seconds it may be tried again.",
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 86400
        }
      },
      "ETag": {
        "description": "Names this very representation; send it back in `If-None-Match` or `If-Match`.",
        "schema": {
          "type": "string",
          "maxLength": 128
        }
      }
    },
    "schemas": {
      "Specification": {
        "description": "An OpenAPI document.",
        "type": "object",
        "required": [
          "openapi"
        ],
        "additionalProperties": true,
        "properties": {
          "openapi": {
            "type": "string",
            "maxLength": 16,
            "description": "The version of OpenAPI in whose words it is."
          }
        }
      },
      "AsyncapiDocument": {
        "description": "An AsyncAPI document.",
        "type": "object",
        "required": [
          "asyncapi"
        ],
        "additionalProperties": true,
        "properties": {
          "asyncapi": {
            "type": "string",
            "maxLength": 16,
            "description": "The version of AsyncAPI in whose words it is."
          }
        }
      },
      "TicketRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "path": {
            "type": "string",
            "maxLength": 1024,
            "pattern": "^/",
            "description": "The path, without a query, that it is to be good for; any WebSocket unless given.",
            "examples": [
              "/events/v1"
            ]
          }
        }
      },
      "Ticket": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ticket",
          "expires_in"
        ],
        "properties": {
          "ticket": {
            "type": "string",
            "maxLength": 64
          },
          "expires_in": {
            "type": "integer",
            "minimum": 1,
            "maximum": 3600,
            "description": "s"
          }
        }
      },
      "SignIn": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "code"
        ],
        "properties": {
          "code": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          }
        }
      },
      "Nothing": {
        "type": "object",
        "additionalProperties": false,
        "maxProperties": 0
      },
      "SessionState": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/SignInState"
          }
        }
      },
      "SignInState": {
        "type": "string",
        "enum": [
          "SIGNED_IN",
          "SIGNED_OUT",
          "OPEN"
        ],
        "description": "SIGNED_IN: the session of the cookie goes on; SIGNED_OUT: there is none; OPEN: no token is needed, for `auth.mode` is `none`."
      },
      "SessionToken": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "access_token",
          "token_type",
          "expires_in",
          "scope",
          "role"
        ],
        "properties": {
          "access_token": {
            "type": "string",
            "maxLength": 8192
          },
          "token_type": {
            "type": "string",
            "enum": [
              "Bearer"
            ]
          },
          "expires_in": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "description": "s"
          },
          "scope": {
            "type": "string",
            "maxLength": 4224,
            "description": "The scopes that it has, with one space between them."
          },
          "role": {
            "$ref": "#/components/schemas/Role"
          }
        }
      },
      "TokenRequest": {
        "type": "object",
        "description": "What it does not know it leaves alone (RFC 6749, section 3.2).",
        "properties": {
          "grant_type": {
            "type": "string",
            "maxLength": 64,
            "description": "client_credentials"
          },
          "scope": {
            "type": "string",
            "maxLength": 4224,
            "description": "The scopes wanted, with one space between them; all that the client may have unless given."
          },
          "client_id": {
            "type": "string",
            "maxLength": 64
          },
          "client_secret": {
            "type": "string",
            "maxLength": 128
          },
          "client_assertion_type": {
            "type": "string",
            "maxLength": 128,
            "description": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
          },
          "client_assertion": {
            "type": "string",
            "maxLength": 8192,
            "description": "A JWT that the client has signed with its own key."
          }
        }
      },
      "TokenRevocation": {
        "type": "object",
        "required": [
          "token"
        ],
        "properties": {
          "token": {
            "type": "string",
            "maxLength": 8192
          },
          "token_type_hint": {
            "type": "string",
            "maxLength": 64,
            "description": "Is not needed."
          },
          "client_id": {
            "type": "string",
            "maxLength": 64
          },
          "client_secret": {
            "type": "string",
            "maxLength": 128
          },
          "client_assertion_type": {
            "type": "string",
            "maxLength": 128
          },
          "client_assertion": {
            "type": "string",
            "maxLength": 8192
          }
        }
      },
      "TokenResponse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "access_token",
          "token_type",
          "expires_in",
          "scope"
        ],
        "properties": {
          "access_token": {
            "type": "string",
            "maxLength": 8192
          },
          "token_type": {
            "type": "string",
            "enum": [
              "Bearer"
            ]
          },
          "expires_in": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400,
            "description": "s"
          },
          "scope": {
            "type": "string",
            "maxLength": 4224,
            "description": "The scopes that it has, with one space between them."
          }
        }
      },
      "TokenError": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "error",
          "error_description"
        ],
        "properties": {
          "error": {
            "$ref": "#/components/schemas/TokenErrorCode"
          },
          "error_description": {
            "type": "string",
            "maxLength": 1024
          }
        }
      },
      "TokenErrorCode": {
        "type": "string",
        "enum": [
          "invalid_request",
          "invalid_client",
          "invalid_scope",
          "unauthorized_client",
          "unsupported_grant_type"
        ]
      },
      "Jwks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "keys"
        ],
        "properties": {
          "keys": {
            "type": "array",
            "maxItems": 8,
            "items": {
              "$ref": "#/components/schemas/Jwk"
            }
          }
        }
      },
      "Jwk": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kid",
          "kty",
          "crv",
          "x",
          "alg",
          "use"
        ],
        "properties": {
          "kid": {
            "type": "string",
            "maxLength": 64
          },
          "kty": {
            "type": "string",
            "enum": [
              "OKP"
            ]
          },
          "crv": {
            "type": "string",
            "enum": [
              "Ed25519"
            ]
          },
          "x": {
            "type": "string",
            "maxLength": 64
          },
          "alg": {
            "type": "string",
            "enum": [
              "EdDSA"
            ]
          },
          "use": {
            "type": "string",
            "enum": [
              "sig"
            ]
          }
        }
      },
      "OauthMetadata": {
        "type": "object",
        "required": [
          "issuer",
          "token_endpoint",
          "revocation_endpoint",
          "jwks_uri",
          "scopes_supported",
          "response_types_supported",
          "grant_types_supported",
          "token_endpoint_auth_methods_supported",
          "token_endpoint_auth_signing_alg_values_supported"
        ],
        "properties": {
          "issuer": {
            "type": "string",
            "format": "uri",
            "maxLength": 2048
          },
          "token_endpoint": {
            "type": "string",
            "format": "uri",
            "maxLength": 2048
          },
          "revocation_endpoint": {
            "type": "string",
            "format": "uri",
            "maxLength": 2048
          },
          "jwks_uri": {
            "type": "string",
            "format": "uri",
            "maxLength": 2048
          },
          "scopes_supported": {
            "type": "array",
            "maxItems": 64,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          },
          "response_types_supported": {
            "type": "array",
            "maxItems": 0,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          },
          "grant_types_supported": {
            "type": "array",
            "maxItems": 4,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          },
          "token_endpoint_auth_methods_supported": {
            "type": "array",
            "maxItems": 8,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          },
          "token_endpoint_auth_signing_alg_values_supported": {
            "type": "array",
            "maxItems": 16,
            "items": {
              "type": "string",
              "maxLength": 16
            }
          },
          "tls_client_certificate_bound_access_tokens": {
            "type": "boolean"
          }
        }
      },
      "Status": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ok"
            ]
          }
        }
      },
      "ThingId": {
        "description": "Of a tag `urn:dev:mac:` and its address (RFC 9039), of other things `urn:uuid:`.",
        "type": "string",
        "pattern": "^urn:(dev:mac:[0-9a-f]{16}|uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$",
        "maxLength": 45,
        "examples": [
          "urn:dev:mac:cbb833fffe4c884f"
        ]
      },
      "ThingDescription": {
        "description": "A W3C WoT Thing Description 1.1; its own standard says all that it can have.",
        "type": "object",
        "required": [
          "@context",
          "@type",
          "id",
          "title",
          "base",
          "securityDefinitions",
          "security",
          "properties"
        ],
        "properties": {
          "@context": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
              "$ref": "#/components/schemas/ThingContext"
            }
          },
          "@type": {
            "type": "string",
            "maxLength": 64
          },
          "id": {
            "$ref": "#/components/schemas/ThingId"
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256
          },
          "description": {
            "type": "string",
            "maxLength": 1024
          },
          "base": {
            "type": "string",
            "format": "uri",
            "maxLength": 2048
          },
          "securityDefinitions": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 4
          },
          "security": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
              "type": "string",
              "maxLength": 64
            }
          },
          "properties": {
            "type": "object",
            "maxProperties": 64
          },
          "actions": {
            "type": "object",
            "maxProperties": 64
          },
          "events": {
            "type": "object",
            "maxProperties": 64
          },
          "links": {
            "type": "array",
            "maxItems": 16,
            "items": {
              "type": "object",
              "maxProperties": 8
            }
          }
        }
      },
      "ThingContext": {
        "oneOf": [
          {
            "type": "string",
            "maxLength": 256
          },
          {
            "type": "object",
            "maxProperties": 8,
            "additionalProperties": {
              "type": "string",
              "maxLength": 256
            }
          }
        ]
      },
      "ProblemDetails": {
        "description": "What went wrong, and what was expected (RFC 9457; ETSI GS MEC 009, clause 6.15).",
        "type": "object",
        "required": [
          "status",
          "detail"
        ],
        "properties": {
          "type": {
            "type": "string",
            "maxLength": 2048,
            "description": "A URI for the kind of problem; absent means about:blank."
          },
          "title": {
            "type": "string",
            "maxLength": 128,
            "description": "The kind of problem in a word."
          },
          "status": {
            "type": "integer",
            "minimum": 400,
            "maximum": 599,
            "description": "The HTTP status."
          },
          "detail": {
            "type": "string",
            "maxLength": 8192,
            "description": "What was wrong with this request and what was expected."
          },
          "instance": {
            "type": "string",
            "maxLength": 2048
          }
        }
      },
      "Role": {
        "type": "string",
        "enum": [
          "admin",
          "operator",
          "viewer"
        ],
        "description": "For a person: a viewer sees, an operator changes too, an administrator also says who else may. Instead of `scopes`."
      }
    },
    "responses": {
      "304": {
        "description": "What you have is what there is."
      },
      "400": {
        "description": "The request is not as the specification says; nothing was changed.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "401": {
        "description": "A bearer token is missing or not valid.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "403": {
        "description": "The token does not allow this, or the present state of the resource forbids it.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "404": {
        "description": "There is nothing at this address.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "406": {
        "description": "None of the content types in `Accept` can be given.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "413": {
        "description": "The body is larger than this gateway takes.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "414": {
        "description": "The address is longer than this gateway reads.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "415": {
        "description": "The body is of another content type than expected.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "426": {
        "description": "This address speaks WebSocket only.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "429": {
        "description": "Too many requests; try again later.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "503": {
        "description": "What the answer needs is not available just now, or the gateway has more to do than it can.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          }
        },
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      }
    }
  }
};
