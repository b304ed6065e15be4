// Generated from openapi/access.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every client */
        get: operations["Clients_GET"];
        put?: never;
        /**
         * Register a client
         * @description A program with `scopes`, or a person with a `role`. Nobody gives what his token does not have: scopes, devices and application instances, or a role with all that belongs to it. Whoever belongs to a tenant registers clients of that tenant.
         */
        post: operations["Clients_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        /** One client */
        get: operations["ClientsClientId_GET"];
        /**
         * Replace what a client may do
         * @description What is left out is as for a new client; so one without `disabled` is enabled. Its tokens go on within what it may do then; those of a client that is disabled end for good.
         */
        put: operations["ClientsClientId_PUT"];
        post?: never;
        /**
         * Forget a client
         * @description All its tokens end. Applications that it has made stay, and are its tenant's.
         */
        delete: operations["ClientsClientId_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a client another secret
         * @description The one before, and all tokens, end at once; with `overlapS` that secret goes on for so long, and the tokens stay.
         */
        post: operations["ClientSecret_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all tokens of a client
         * @description It may get others. A client ends one of its own at `/oauth2/revoke`.
         */
        post: operations["ClientRevocation_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tenant */
        get: operations["Tenants_GET"];
        put?: never;
        /**
         * Make a tenant
         * @description For the host's administrators.
         */
        post: operations["Tenants_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        /** One tenant */
        get: operations["TenantsTenant_GET"];
        /**
         * Replace what a tenant sees and may use
         * @description For the host's administrators. It holds at once, for the tokens of its clients too.
         */
        put: operations["TenantsTenant_PUT"];
        post?: never;
        /**
         * Forget a tenant
         * @description For the host's administrators, when it has no clients and no applications any more. What it has used is forgotten too, and what it had recorded is taken away.
         */
        delete: operations["TenantsTenant_DELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients have used */
        get: operations["Usage_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done and refused, newest first
         * @description Each write by itself, with its outcome; what comes without end (refusals, signs of life, readings of applications, whoever does more than 60 things in a minute) counted, in an entry a minute per client, address and outcome. Whoever belongs to a tenant sees the entries of that tenant. A page may have fewer entries than asked for; there is more as long as there is a `Link`.
         */
        get: operations["Audit_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the audit log is what was written
         * @description Follows the chains of hashes from the oldest entry to the newest. Whoever can write the file can make a whole new chain: note down `ends` elsewhere now and then, and see whether these entries are still there.
         */
        get: operations["AuditVerification_GET"];
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
        /**
         * @description What a client calls itself when it asks for a token.
         * @example plates
         */
        ClientId: string;
        /**
         * @description To whom it belongs; `host` is the gateway itself, with what its operator runs on it.
         * @example town
         */
        TenantName: string;
        ClientDetails: {
            /** @description For people. */
            name: string;
            /** @description That of whoever registers it, unless given; and that is the host for the host's administrators. */
            tenant?: components["schemas"]["TenantName"];
            role?: components["schemas"]["Role"];
            /** @description For a program, what it may ask for. Instead of `role`. */
            scopes?: string[];
            /** @description The devices that it sees, of those that its tenant sees; all of these unless given. */
            devices?: string[];
            /** @description Instances of MEC applications that it acts for, beside those that it makes itself. */
            appInstanceIds?: string[];
            /** @description Its tokens are only good with the certificate that it shows when it asks for them (RFC 8705). */
            certificateBound?: boolean;
            /** @description Its public keys, with which it signs in (private_key_jwt) instead of a secret. */
            keys?: components["schemas"]["ClientKey"][];
        };
        /** @description A public key (RFC 7517); what it has beside these members is left out. */
        ClientKey: {
            /** @description Its name. */
            kid: string;
            /** @description OKP, EC or RSA. */
            kty: string;
            alg: components["schemas"]["SignatureAlgorithm"];
            /** @description Ed25519 or P-256. */
            crv?: string;
            /** @description base64url */
            x?: string;
            /** @description base64url */
            y?: string;
            /** @description base64url, of 2048 to 4096 bits. */
            n?: string;
            /** @description AQAB */
            e?: string;
        };
        /** @enum {string} */
        SignatureAlgorithm: "EdDSA" | "ES256" | "PS256" | "RS256";
        NewOauthClient: components["schemas"]["ClientDetails"] & {
            /** @description One is made up unless given. */
            clientId?: components["schemas"]["ClientId"];
        };
        ChangedOauthClient: components["schemas"]["ClientDetails"] & {
            /**
             * @description Whether it gets no tokens.
             * @default false
             */
            disabled: boolean;
        };
        OauthClient: components["schemas"]["ClientDetails"] & {
            clientId: components["schemas"]["ClientId"];
            /** @description Whether it gets no tokens. */
            disabled: boolean;
            /** @description When it was registered. */
            created: components["schemas"]["DateTime"];
            _links: components["schemas"]["SelfLinks"];
        };
        RegisteredOauthClient: components["schemas"]["OauthClient"] & {
            clientSecret?: components["schemas"]["Secret"];
        };
        SecretRotation: {
            /**
             * @description How long the secret before goes on, in seconds.
             * @default 0
             */
            overlapS: number;
        };
        ClientSecret: {
            clientId: components["schemas"]["ClientId"];
            clientSecret: components["schemas"]["Secret"];
        };
        /** @description 256 random bits. It is nowhere to be read again. */
        Secret: string;
        TenantDetails: {
            /** @description For people. */
            description?: string;
            devices: components["schemas"]["TenantDevices"];
            quotas?: components["schemas"]["Quotas"];
        };
        /** @description The devices that its clients may see, as the registry names them. */
        TenantDevices: "all" | string[];
        NewTenant: components["schemas"]["TenantDetails"] & {
            tenant: components["schemas"]["TenantName"];
        };
        Tenant: components["schemas"]["TenantDetails"] & {
            tenant: components["schemas"]["TenantName"];
            _links: components["schemas"]["SelfLinks"];
        };
        /** @description What its clients may use together; without a bound where one is absent. Beyond a rate, or the points of a day, they are refused with 429 and `Retry-After`, beyond a number with 403. */
        Quotas: {
            /** @description GET and HEAD; twice as many at once. */
            readsPerSecond?: number;
            /** @description All other requests; twice as many at once. */
            writesPerSecond?: number;
            /** @description Application instances that they have made. */
            applications?: number;
            /** @description MEC subscriptions of its applications. */
            subscriptions?: number;
            /** @description WebSockets that follow the events, at once. */
            eventReaders?: number;
            /** @description Streams of cameras, at once. */
            streams?: number;
            /** @description Readings that they add, from midnight to midnight in UTC. */
            pointsPerDay?: number;
        };
        Usage: {
            tenant: components["schemas"]["TenantName"];
            /** @description Its `clientId`, or the issuer, `#` and the subject of one with a token of somebody else. Absent for what all those have used together that have not been seen for longest, and are not told apart any more. */
            client?: string;
            /** @description From when on it is counted. */
            since: components["schemas"]["DateTime"];
            /** @description GET and HEAD that were let in. */
            reads: components["schemas"]["Count"];
            /** @description All other requests that were let in. */
            writes: components["schemas"]["Count"];
            /** @description Requests that were refused for a limit or a quota. */
            refused: components["schemas"]["Count"];
            /** @description Bodies of answers, streams included and WebSockets not. */
            bytesSent: components["schemas"]["Count"];
            /** @description Readings that it has added. */
            points: components["schemas"]["Count"];
        };
        Count: number;
        AuditEntry: {
            number: components["schemas"]["EntryNumber"];
            kind: components["schemas"]["AuditKind"];
            /** @description When it happened; of a count, when for the first time. */
            time: components["schemas"]["DateTime"];
            /** @description Of a count, when for the last time. */
            until?: components["schemas"]["DateTime"];
            /** @description The `operationId`, or `refused` for a request that was let in nowhere, `others` for what was counted without names, `started`, `stopped`, `entriesLost`, `chainBroken`, `owner-…` for what the gateway's owner asked for at its door (`umec token`). */
            what: string;
            /** @description Who; absent when nobody knows. */
            client?: string;
            /** @description To whom the client belongs. */
            tenant?: string;
            /** @description The path, without its query; of a count, the first. */
            target?: string;
            /** @description The address it came from; of a count, of IPv6 the /64. */
            from?: string;
            /** @description The HTTP status. */
            outcome?: number;
            /** @description How often. */
            count?: number;
            /** @description The hash of the entry of this kind before it; zeros when it is the first. */
            previous: components["schemas"]["Hash"];
            /** @description SHA-256 over the JSON array of number, kind, previous, time and until in ms, what, client, tenant, target, from, outcome and count, without spaces and with null for what is absent. */
            hash: components["schemas"]["Hash"];
        };
        /**
         * @description Whether it is one event, or says how often the like of it has happened.
         * @enum {string}
         */
        AuditKind: "EVENT" | "COUNT";
        AuditVerification: {
            /** @description Whether nothing was found. */
            intact: boolean;
            /** @description How many there are. */
            entries: number;
            oldest: components["schemas"]["EntryNumber"];
            ends: components["schemas"]["AuditEnds"];
            /** @description The first that were found. */
            faults: components["schemas"]["AuditFault"][];
        };
        AuditFault: {
            number: components["schemas"]["EntryNumber"];
            reason: string;
        };
        /** @description The newest entry of each kind. */
        AuditEnds: {
            EVENT: components["schemas"]["ChainEnd"];
            COUNT: components["schemas"]["ChainEnd"];
        };
        ChainEnd: {
            number: components["schemas"]["EntryNumber"];
            hash: components["schemas"]["Hash"];
        };
        /** @description Grows from entry to entry. */
        EntryNumber: number;
        Hash: string;
        /**
         * @description For a person: a viewer sees, an operator changes too, an administrator also says who else may. Instead of `scopes`.
         * @enum {string}
         */
        Role: "admin" | "operator" | "viewer";
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
        LinkType: {
            /** Format: uri-reference */
            href: string;
        };
        SelfLinks: {
            self: components["schemas"]["LinkType"];
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
        /** @description The request contradicts the state of the resource. */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The resource has changed since you read it (`If-Match`). */
        412: {
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
        clientId: components["schemas"]["ClientId"];
        tenant: components["schemas"]["TenantName"];
        /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
        filter: string;
        /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
        all_fields: string;
        /**
         * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
         * @example [
         *       "_links"
         *     ]
         */
        fields: string[];
        /**
         * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
         * @example [
         *       "_links"
         *     ]
         */
        exclude_fields: string[];
        /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
        exclude_default: string;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
        /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
        "If-Match": string;
        /**
         * @description The earliest time wanted.
         * @example 2026-06-21T00:00:00Z
         */
        from: components["schemas"]["DateTime"];
        /**
         * @description The time at which to stop; what is of this very moment is left out.
         * @example 2026-06-22T00:00:00Z
         */
        to: components["schemas"]["DateTime"];
        /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
        limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description It is nobody's to keep. */
        "no-store": "no-store";
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
        /** @description Where the new resource is. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Clients_GET: {
        parameters: {
            query?: {
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clients, in the order in which they came, 500 to a page; to a tenant its own. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "clientId": "plates",
                     *         "name": "Number plates",
                     *         "tenant": "town",
                     *         "disabled": false,
                     *         "scopes": [
                     *           "camera:read",
                     *           "sensors:write"
                     *         ],
                     *         "appInstanceIds": [
                     *           "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *         ],
                     *         "created": "2026-06-21T09:00:00.000Z",
                     *         "_links": {
                     *           "self": {
                     *             "href": "/access/v1/clients/plates"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OauthClient"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Clients_POST: {
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
                 *       "name": "Weather on the wall",
                 *       "scopes": [
                 *         "sensors:read"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewOauthClient"];
            };
        };
        responses: {
            /** @description It is registered. Its secret is shown this once, and only a hash of it kept. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Cache-Control": components["headers"]["no-store"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "d0d28641-3c7a-4be1-950b-78782bf81bbf",
                     *       "name": "Weather on the wall",
                     *       "tenant": "host",
                     *       "disabled": false,
                     *       "scopes": [
                     *         "sensors:read"
                     *       ],
                     *       "appInstanceIds": [],
                     *       "created": "2026-06-21T09:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/clients/d0d28641-3c7a-4be1-950b-78782bf81bbf"
                     *         }
                     *       },
                     *       "clientSecret": "shown-now-and-never-again"
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredOauthClient"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ClientsClientId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "plates",
                     *       "name": "Number plates",
                     *       "tenant": "town",
                     *       "disabled": false,
                     *       "scopes": [
                     *         "camera:read",
                     *         "sensors:write"
                     *       ],
                     *       "appInstanceIds": [
                     *         "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                     *       ],
                     *       "created": "2026-06-21T09:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/clients/plates"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OauthClient"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ClientsClientId_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Number plates",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["ChangedOauthClient"];
            };
        };
        responses: {
            /** @description The client as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "plates",
                     *       "name": "Number plates",
                     *       "tenant": "host",
                     *       "disabled": false,
                     *       "role": "viewer",
                     *       "appInstanceIds": [],
                     *       "created": "2026-06-21T09:00:00.000Z",
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/clients/plates"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OauthClient"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ClientsClientId_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            412: components["responses"]["412"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ClientSecret_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapS": 3600
                 *     }
                 */
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description The new secret, shown this once. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["no-store"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "plates",
                     *       "clientSecret": "shown-now-and-never-again"
                     *     }
                     */
                    "application/json": components["schemas"]["ClientSecret"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    ClientRevocation_POST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: components["parameters"]["clientId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Tenants_GET: {
        parameters: {
            query?: {
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants, in the order in which they came, 500 to a page; to a tenant itself. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "tenant": "host",
                     *         "description": "the gateway itself",
                     *         "devices": "all",
                     *         "quotas": {},
                     *         "_links": {
                     *           "self": {
                     *             "href": "/access/v1/tenants/host"
                     *           }
                     *         }
                     *       },
                     *       {
                     *         "tenant": "town",
                     *         "description": "The town of Oulu",
                     *         "devices": [
                     *           "camera-lens-1",
                     *           "tag-CBB8334C884F"
                     *         ],
                     *         "quotas": {
                     *           "streams": 2,
                     *           "writesPerSecond": 5
                     *         },
                     *         "_links": {
                     *           "self": {
                     *             "href": "/access/v1/tenants/town"
                     *           }
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Tenant"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Tenants_POST: {
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
                 *       "tenant": "harbour",
                 *       "description": "The harbour",
                 *       "devices": "all",
                 *       "quotas": {
                 *         "readsPerSecond": 10
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewTenant"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "harbour",
                     *       "description": "The harbour",
                     *       "devices": "all",
                     *       "quotas": {
                     *         "readsPerSecond": 10
                     *       },
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/tenants/harbour"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    TenantsTenant_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "town",
                     *       "description": "The town of Oulu",
                     *       "devices": [
                     *         "camera-lens-1",
                     *         "tag-CBB8334C884F"
                     *       ],
                     *       "quotas": {
                     *         "streams": 2,
                     *         "writesPerSecond": 5
                     *       },
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/tenants/town"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    TenantsTenant_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "The town of Oulu",
                 *       "devices": [
                 *         "camera-lens-1",
                 *         "tag-CBB8334C884F"
                 *       ],
                 *       "quotas": {
                 *         "streams": 2,
                 *         "writesPerSecond": 5
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TenantDetails"];
            };
        };
        responses: {
            /** @description The tenant as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "town",
                     *       "description": "The town of Oulu",
                     *       "devices": [
                     *         "camera-lens-1",
                     *         "tag-CBB8334C884F"
                     *       ],
                     *       "quotas": {
                     *         "streams": 2,
                     *         "writesPerSecond": 5
                     *       },
                     *       "_links": {
                     *         "self": {
                     *           "href": "/access/v1/tenants/town"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    TenantsTenant_DELETE: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Usage_GET: {
        parameters: {
            query?: {
                /** @description Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning. */
                filter?: components["parameters"]["filter"];
                /** @description Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18). */
                all_fields?: components["parameters"]["all_fields"];
                /**
                 * @description Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                fields?: components["parameters"]["fields"];
                /**
                 * @description All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.
                 * @example [
                 *       "_links"
                 *     ]
                 */
                exclude_fields?: components["parameters"]["exclude_fields"];
                /** @description All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value. */
                exclude_default?: components["parameters"]["exclude_default"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was counted, per client, in the order in which they were first seen, 500 to a page; to a tenant its own. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "tenant": "town",
                     *         "client": "plates",
                     *         "since": "2026-06-21T09:00:00.000Z",
                     *         "reads": 1840,
                     *         "writes": 96,
                     *         "refused": 2,
                     *         "bytesSent": 48211734,
                     *         "points": 96
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Usage"][];
                    /**
                     * @example tenant,client,since,reads,writes,refused,bytesSent,points
                     *     town,plates,2026-06-21T09:00:00.000Z,1840,96,2,48211734,96
                     */
                    "text/csv": string;
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Audit_GET: {
        parameters: {
            query?: {
                /**
                 * @description The earliest time wanted.
                 * @example 2026-06-21T00:00:00Z
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description The time at which to stop; what is of this very moment is left out.
                 * @example 2026-06-22T00:00:00Z
                 */
                to?: components["parameters"]["to"];
                /**
                 * @description Only this, an `operationId` or another word of those that an entry has as its `what`.
                 * @example CameraRecording_DELETE
                 */
                what?: string;
                /**
                 * @description Only what was done to this path, or to what is below it, however it was spelt. Entries that have no `target` are left out, and a count is found by the first of its paths alone.
                 * @example /camera/v1/cameras/lens-1/recordings
                 */
                target?: string;
                /**
                 * @description Only what this client did.
                 * @example plates
                 */
                client?: string;
                /** @description Only what was answered with this HTTP status. */
                outcome?: number;
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, newest first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "number": 31,
                     *         "kind": "EVENT",
                     *         "time": "2026-06-21T12:00:00.000Z",
                     *         "what": "LineValue_PUT",
                     *         "client": "plates",
                     *         "tenant": "town",
                     *         "target": "/gpio/v1/lines/27/value",
                     *         "from": "192.168.7.31",
                     *         "outcome": 200,
                     *         "previous": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *         "hash": "1e8f4c6bf923482c835ecf0ffb7d06cf4485ca16e4c9ea54bb0ec3b017df44e0"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    AuditVerification_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "intact": true,
                     *       "entries": 31,
                     *       "oldest": 1,
                     *       "faults": [],
                     *       "ends": {
                     *         "EVENT": {
                     *           "number": 31,
                     *           "hash": "1e8f4c6bf923482c835ecf0ffb7d06cf4485ca16e4c9ea54bb0ec3b017df44e0"
                     *         },
                     *         "COUNT": {
                     *           "number": 0,
                     *           "hash": "0000000000000000000000000000000000000000000000000000000000000000"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerification"];
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
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Access",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Who may call what, and who did."
  },
  "servers": [
    {
      "url": "/access/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "access:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "clients",
      "description": "Programs and people, and what they may do."
    },
    {
      "name": "tenants",
      "description": "To whom clients belong, and what these may use together."
    },
    {
      "name": "access",
      "description": "Who did what, from where, with which outcome."
    }
  ],
  "paths": {
    "/clients": {
      "get": {
        "tags": [
          "clients"
        ],
        "operationId": "Clients_GET",
        "summary": "Every client",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The clients, in the order in which they came, 500 to a page; to a tenant its own.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 16384
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 500,
                  "items": {
                    "$ref": "#/components/schemas/OauthClient"
                  }
                },
                "example": [
                  {
                    "clientId": "plates",
                    "name": "Number plates",
                    "tenant": "town",
                    "disabled": false,
                    "scopes": [
                      "camera:read",
                      "sensors:write"
                    ],
                    "appInstanceIds": [
                      "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                    ],
                    "created": "2026-06-21T09:00:00.000Z",
                    "_links": {
                      "self": {
                        "href": "/access/v1/clients/plates"
                      }
                    }
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
          "clients"
        ],
        "operationId": "Clients_POST",
        "summary": "Register a client",
        "description": "A program with `scopes`, or a person with a `role`. Nobody gives what his token does not have: scopes, devices and application instances, or a role with all that belongs to it. Whoever belongs to a tenant registers clients of that tenant.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewOauthClient"
              },
              "example": {
                "name": "Weather on the wall",
                "scopes": [
                  "sensors:read"
                ]
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "It is registered. Its secret is shown this once, and only a hash of it kept.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "Cache-Control": {
                "$ref": "#/components/headers/no-store"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RegisteredOauthClient"
                },
                "example": {
                  "clientId": "d0d28641-3c7a-4be1-950b-78782bf81bbf",
                  "name": "Weather on the wall",
                  "tenant": "host",
                  "disabled": false,
                  "scopes": [
                    "sensors:read"
                  ],
                  "appInstanceIds": [],
                  "created": "2026-06-21T09:00:00.000Z",
                  "_links": {
                    "self": {
                      "href": "/access/v1/clients/d0d28641-3c7a-4be1-950b-78782bf81bbf"
                    }
                  },
                  "clientSecret": "shown-now-and-never-again"
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
          "409": {
            "$ref": "#/components/responses/409"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
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
    "/clients/{clientId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/clientId"
        }
      ],
      "get": {
        "tags": [
          "clients"
        ],
        "operationId": "ClientsClientId_GET",
        "summary": "One client",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The client.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OauthClient"
                },
                "example": {
                  "clientId": "plates",
                  "name": "Number plates",
                  "tenant": "town",
                  "disabled": false,
                  "scopes": [
                    "camera:read",
                    "sensors:write"
                  ],
                  "appInstanceIds": [
                    "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
                  ],
                  "created": "2026-06-21T09:00:00.000Z",
                  "_links": {
                    "self": {
                      "href": "/access/v1/clients/plates"
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
      "put": {
        "tags": [
          "clients"
        ],
        "operationId": "ClientsClientId_PUT",
        "summary": "Replace what a client may do",
        "description": "What is left out is as for a new client; so one without `disabled` is enabled. Its tokens go on within what it may do then; those of a client that is disabled end for good.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ChangedOauthClient"
              },
              "example": {
                "name": "Number plates",
                "role": "viewer"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The client as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OauthClient"
                },
                "example": {
                  "clientId": "plates",
                  "name": "Number plates",
                  "tenant": "host",
                  "disabled": false,
                  "role": "viewer",
                  "appInstanceIds": [],
                  "created": "2026-06-21T09:00:00.000Z",
                  "_links": {
                    "self": {
                      "href": "/access/v1/clients/plates"
                    }
                  }
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
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
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
          "clients"
        ],
        "operationId": "ClientsClientId_DELETE",
        "summary": "Forget a client",
        "description": "All its tokens end. Applications that it has made stay, and are its tenant's.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
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
          "412": {
            "$ref": "#/components/responses/412"
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
      }
    },
    "/clients/{clientId}/secret": {
      "parameters": [
        {
          "$ref": "#/components/parameters/clientId"
        }
      ],
      "post": {
        "tags": [
          "clients"
        ],
        "operationId": "ClientSecret_POST",
        "summary": "Give a client another secret",
        "description": "The one before, and all tokens, end at once; with `overlapS` that secret goes on for so long, and the tokens stay.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SecretRotation"
              },
              "example": {
                "overlapS": 3600
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The new secret, shown this once.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Cache-Control": {
                "$ref": "#/components/headers/no-store"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClientSecret"
                },
                "example": {
                  "clientId": "plates",
                  "clientSecret": "shown-now-and-never-again"
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
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
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
    "/clients/{clientId}/revocation": {
      "parameters": [
        {
          "$ref": "#/components/parameters/clientId"
        }
      ],
      "post": {
        "tags": [
          "clients"
        ],
        "operationId": "ClientRevocation_POST",
        "summary": "End all tokens of a client",
        "description": "It may get others. A client ends one of its own at `/oauth2/revoke`.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "responses": {
          "204": {
            "description": "They have ended."
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
      }
    },
    "/tenants": {
      "get": {
        "tags": [
          "tenants"
        ],
        "operationId": "Tenants_GET",
        "summary": "Every tenant",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The tenants, in the order in which they came, 500 to a page; to a tenant itself.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 16384
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 500,
                  "items": {
                    "$ref": "#/components/schemas/Tenant"
                  }
                },
                "example": [
                  {
                    "tenant": "host",
                    "description": "the gateway itself",
                    "devices": "all",
                    "quotas": {},
                    "_links": {
                      "self": {
                        "href": "/access/v1/tenants/host"
                      }
                    }
                  },
                  {
                    "tenant": "town",
                    "description": "The town of Oulu",
                    "devices": [
                      "camera-lens-1",
                      "tag-CBB8334C884F"
                    ],
                    "quotas": {
                      "streams": 2,
                      "writesPerSecond": 5
                    },
                    "_links": {
                      "self": {
                        "href": "/access/v1/tenants/town"
                      }
                    }
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
          "tenants"
        ],
        "operationId": "Tenants_POST",
        "summary": "Make a tenant",
        "description": "For the host's administrators.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NewTenant"
              },
              "example": {
                "tenant": "harbour",
                "description": "The harbour",
                "devices": "all",
                "quotas": {
                  "readsPerSecond": 10
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "It is made.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Tenant"
                },
                "example": {
                  "tenant": "harbour",
                  "description": "The harbour",
                  "devices": "all",
                  "quotas": {
                    "readsPerSecond": 10
                  },
                  "_links": {
                    "self": {
                      "href": "/access/v1/tenants/harbour"
                    }
                  }
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
          "409": {
            "$ref": "#/components/responses/409"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
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
    "/tenants/{tenant}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/tenant"
        }
      ],
      "get": {
        "tags": [
          "tenants"
        ],
        "operationId": "TenantsTenant_GET",
        "summary": "One tenant",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The tenant.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Tenant"
                },
                "example": {
                  "tenant": "town",
                  "description": "The town of Oulu",
                  "devices": [
                    "camera-lens-1",
                    "tag-CBB8334C884F"
                  ],
                  "quotas": {
                    "streams": 2,
                    "writesPerSecond": 5
                  },
                  "_links": {
                    "self": {
                      "href": "/access/v1/tenants/town"
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
      "put": {
        "tags": [
          "tenants"
        ],
        "operationId": "TenantsTenant_PUT",
        "summary": "Replace what a tenant sees and may use",
        "description": "For the host's administrators. It holds at once, for the tokens of its clients too.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TenantDetails"
              },
              "example": {
                "description": "The town of Oulu",
                "devices": [
                  "camera-lens-1",
                  "tag-CBB8334C884F"
                ],
                "quotas": {
                  "streams": 2,
                  "writesPerSecond": 5
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The tenant as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Tenant"
                },
                "example": {
                  "tenant": "town",
                  "description": "The town of Oulu",
                  "devices": [
                    "camera-lens-1",
                    "tag-CBB8334C884F"
                  ],
                  "quotas": {
                    "streams": 2,
                    "writesPerSecond": 5
                  },
                  "_links": {
                    "self": {
                      "href": "/access/v1/tenants/town"
                    }
                  }
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
          "404": {
            "$ref": "#/components/responses/404"
          },
          "406": {
            "$ref": "#/components/responses/406"
          },
          "412": {
            "$ref": "#/components/responses/412"
          },
          "413": {
            "$ref": "#/components/responses/413"
          },
          "414": {
            "$ref": "#/components/responses/414"
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
          "tenants"
        ],
        "operationId": "TenantsTenant_DELETE",
        "summary": "Forget a tenant",
        "description": "For the host's administrators, when it has no clients and no applications any more. What it has used is forgotten too, and what it had recorded is taken away.",
        "security": [
          {
            "oauth2": [
              "access:write"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/If-Match"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
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
          "409": {
            "$ref": "#/components/responses/409"
          },
          "412": {
            "$ref": "#/components/responses/412"
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
      }
    },
    "/usage": {
      "get": {
        "tags": [
          "tenants"
        ],
        "operationId": "Usage_GET",
        "summary": "What clients have used",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/filter"
          },
          {
            "$ref": "#/components/parameters/all_fields"
          },
          {
            "$ref": "#/components/parameters/fields"
          },
          {
            "$ref": "#/components/parameters/exclude_fields"
          },
          {
            "$ref": "#/components/parameters/exclude_default"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "What was counted, per client, in the order in which they were first seen, 500 to a page; to a tenant its own.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 16384
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 500,
                  "items": {
                    "$ref": "#/components/schemas/Usage"
                  }
                },
                "example": [
                  {
                    "tenant": "town",
                    "client": "plates",
                    "since": "2026-06-21T09:00:00.000Z",
                    "reads": 1840,
                    "writes": 96,
                    "refused": 2,
                    "bytesSent": 48211734,
                    "points": 96
                  }
                ]
              },
              "text/csv": {
                "schema": {
                  "type": "string",
                  "maxLength": 1048576,
                  "description": "A line of names, then one per client (RFC 4180); times and numbers as in JSON."
                },
                "example": "tenant,client,since,reads,writes,refused,bytesSent,points\ntown,plates,2026-06-21T09:00:00.000Z,1840,96,2,48211734,96\n"
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
      }
    },
    "/audit": {
      "get": {
        "tags": [
          "access"
        ],
        "operationId": "Audit_GET",
        "summary": "What was done and refused, newest first",
        "description": "Each write by itself, with its outcome; what comes without end (refusals, signs of life, readings of applications, whoever does more than 60 things in a minute) counted, in an entry a minute per client, address and outcome. Whoever belongs to a tenant sees the entries of that tenant. A page may have fewer entries than asked for; there is more as long as there is a `Link`.",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/from"
          },
          {
            "$ref": "#/components/parameters/to"
          },
          {
            "name": "what",
            "in": "query",
            "allowReserved": true,
            "description": "Only this, an `operationId` or another word of those that an entry has as its `what`.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            },
            "example": "CameraRecording_DELETE"
          },
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "description": "Only what was done to this path, or to what is below it, however it was spelt. Entries that have no `target` are left out, and a count is found by the first of its paths alone.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 256
            },
            "example": "/camera/v1/cameras/lens-1/recordings"
          },
          {
            "name": "client",
            "in": "query",
            "allowReserved": true,
            "description": "Only what this client did.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            },
            "example": "plates"
          },
          {
            "name": "outcome",
            "in": "query",
            "description": "Only what was answered with this HTTP status.",
            "schema": {
              "type": "integer",
              "minimum": 100,
              "maximum": 599
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The entries, newest first.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Link": {
                "description": "Leads to the next page, with `rel=\"next\"`; absent on the last.",
                "required": false,
                "schema": {
                  "type": "string",
                  "maxLength": 4096
                }
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "$ref": "#/components/schemas/AuditEntry"
                  }
                },
                "example": [
                  {
                    "number": 31,
                    "kind": "EVENT",
                    "time": "2026-06-21T12:00:00.000Z",
                    "what": "LineValue_PUT",
                    "client": "plates",
                    "tenant": "town",
                    "target": "/gpio/v1/lines/27/value",
                    "from": "192.168.7.31",
                    "outcome": 200,
                    "previous": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    "hash": "1e8f4c6bf923482c835ecf0ffb7d06cf4485ca16e4c9ea54bb0ec3b017df44e0"
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
      }
    },
    "/audit/verification": {
      "get": {
        "tags": [
          "access"
        ],
        "operationId": "AuditVerification_GET",
        "summary": "Whether the audit log is what was written",
        "description": "Follows the chains of hashes from the oldest entry to the newest. Whoever can write the file can make a whole new chain: note down `ends` elsewhere now and then, and see whether these entries are still there.",
        "security": [
          {
            "oauth2": [
              "access:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "What was found.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditVerification"
                },
                "example": {
                  "intact": true,
                  "entries": 31,
                  "oldest": 1,
                  "faults": [],
                  "ends": {
                    "EVENT": {
                      "number": 31,
                      "hash": "1e8f4c6bf923482c835ecf0ffb7d06cf4485ca16e4c9ea54bb0ec3b017df44e0"
                    },
                    "COUNT": {
                      "number": 0,
                      "hash": "0000000000000000000000000000000000000000000000000000000000000000"
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
              "access:read": "See clients, tenants, usage and the audit log.",
              "access:write": "Say who may do what."
            }
          }
        }
      }
    },
    "parameters": {
      "clientId": {
        "name": "clientId",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/ClientId"
        }
      },
      "tenant": {
        "name": "tenant",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/TenantName"
        }
      },
      "filter": {
        "name": "filter",
        "in": "query",
        "allowReserved": true,
        "description": "Only items for which all conditions hold, written `(op,attribute,value)` and joined by `;` (ETSI GS MEC 009, clause 6.19). Operators are `eq`, `neq`, `gt`, `lt`, `gte`, `lte` with one value, and `in`, `nin`, `cont`, `ncont` with one or more. A `/` leads into an attribute, `@key` is the key of a map. A value that has `,`, `)` or `'` stands in single quotes, with each quote in it doubled. Of an array one element must fit, the same one for all conditions with the same beginning.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 2048
        },
        "examples": {
          "one": {
            "value": "(eq,state,ACTIVE)"
          },
          "two": {
            "value": "(in,serName,plates,people);(neq,serCategory/id,'a,b')"
          }
        }
      },
      "all_fields": {
        "name": "all_fields",
        "in": "query",
        "allowEmptyValue": true,
        "description": "Every attribute, also those that are left out otherwise; it has no value (ETSI GS MEC 009, clause 6.18).",
        "schema": {
          "type": "string",
          "maxLength": 0
        }
      },
      "fields": {
        "name": "fields",
        "in": "query",
        "style": "form",
        "explode": false,
        "allowReserved": true,
        "description": "Of the complex attributes (objects and arrays) that may be absent only these, separated by commas; a `/` leads into an attribute. With `exclude_default`, these in addition to what is given anyway.",
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 32,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256
          }
        },
        "example": [
          "_links"
        ]
      },
      "exclude_fields": {
        "name": "exclude_fields",
        "in": "query",
        "style": "form",
        "explode": false,
        "allowReserved": true,
        "description": "All but these complex attributes (objects and arrays) that may be absent, separated by commas; a `/` leads into one.",
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 32,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 256
          }
        },
        "example": [
          "_links"
        ]
      },
      "exclude_default": {
        "name": "exclude_default",
        "in": "query",
        "allowEmptyValue": true,
        "description": "All but what is left out of this list unless it is asked for, which is what no selector at all means too; it has no value.",
        "schema": {
          "type": "string",
          "maxLength": 0
        }
      },
      "nextpage_opaque_marker": {
        "name": "nextpage_opaque_marker",
        "in": "query",
        "description": "Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20).",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 256
        }
      },
      "If-Match": {
        "name": "If-Match",
        "in": "header",
        "description": "The `ETag` of what you have read; the change is refused with 412 when it is no longer that.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      },
      "from": {
        "name": "from",
        "in": "query",
        "allowReserved": true,
        "description": "The earliest time wanted.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        },
        "example": "2026-06-21T00:00:00Z"
      },
      "to": {
        "name": "to",
        "in": "query",
        "allowReserved": true,
        "description": "The time at which to stop; what is of this very moment is left out.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        },
        "example": "2026-06-22T00:00:00Z"
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "description": "How many to give at the most. When there are more, the `Link` header leads to the next page.",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 100
        }
      }
    },
    "headers": {
      "no-store": {
        "description": "It is nobody's to keep.",
        "required": true,
        "schema": {
          "type": "string",
          "enum": [
            "no-store"
          ]
        }
      },
      "ETag": {
        "description": "Names this very representation; send it back in `If-None-Match` or `If-Match`.",
        "schema": {
          "type": "string",
          "maxLength": 128
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
      "Location": {
        "description": "Where the new resource is.",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uri-reference",
          "maxLength": 2048
        }
      }
    },
    "schemas": {
      "ClientId": {
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        "maxLength": 64,
        "description": "What a client calls itself when it asks for a token.",
        "examples": [
          "plates"
        ]
      },
      "TenantName": {
        "type": "string",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$",
        "maxLength": 128,
        "description": "To whom it belongs; `host` is the gateway itself, with what its operator runs on it.",
        "examples": [
          "town"
        ]
      },
      "ClientDetails": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "For people."
          },
          "tenant": {
            "description": "That of whoever registers it, unless given; and that is the host for the host's administrators.",
            "$ref": "#/components/schemas/TenantName"
          },
          "role": {
            "$ref": "#/components/schemas/Role"
          },
          "scopes": {
            "type": "array",
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "type": "string",
              "pattern": "^[a-z0-9_]+:(read|write)$",
              "maxLength": 64
            },
            "description": "For a program, what it may ask for. Instead of `role`."
          },
          "devices": {
            "type": "array",
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "type": "string",
              "pattern": "^[A-Za-z0-9._:-]+$",
              "maxLength": 128
            },
            "description": "The devices that it sees, of those that its tenant sees; all of these unless given."
          },
          "appInstanceIds": {
            "type": "array",
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "type": "string",
              "pattern": "^[A-Za-z0-9._:-]+$",
              "maxLength": 128
            },
            "description": "Instances of MEC applications that it acts for, beside those that it makes itself."
          },
          "certificateBound": {
            "type": "boolean",
            "description": "Its tokens are only good with the certificate that it shows when it asks for them (RFC 8705)."
          },
          "keys": {
            "type": "array",
            "minItems": 1,
            "maxItems": 8,
            "items": {
              "$ref": "#/components/schemas/ClientKey"
            },
            "description": "Its public keys, with which it signs in (private_key_jwt) instead of a secret."
          }
        }
      },
      "ClientKey": {
        "description": "A public key (RFC 7517); what it has beside these members is left out.",
        "type": "object",
        "required": [
          "kid",
          "kty",
          "alg"
        ],
        "properties": {
          "kid": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "Its name."
          },
          "kty": {
            "type": "string",
            "maxLength": 8,
            "description": "OKP, EC or RSA."
          },
          "alg": {
            "$ref": "#/components/schemas/SignatureAlgorithm"
          },
          "crv": {
            "type": "string",
            "maxLength": 16,
            "description": "Ed25519 or P-256."
          },
          "x": {
            "type": "string",
            "maxLength": 128,
            "description": "base64url"
          },
          "y": {
            "type": "string",
            "maxLength": 128,
            "description": "base64url"
          },
          "n": {
            "type": "string",
            "maxLength": 1024,
            "description": "base64url, of 2048 to 4096 bits."
          },
          "e": {
            "type": "string",
            "maxLength": 16,
            "description": "AQAB"
          }
        }
      },
      "SignatureAlgorithm": {
        "type": "string",
        "enum": [
          "EdDSA",
          "ES256",
          "PS256",
          "RS256"
        ]
      },
      "NewOauthClient": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ClientDetails"
          },
          {
            "type": "object",
            "properties": {
              "clientId": {
                "description": "One is made up unless given.",
                "$ref": "#/components/schemas/ClientId"
              }
            }
          }
        ]
      },
      "ChangedOauthClient": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ClientDetails"
          },
          {
            "type": "object",
            "properties": {
              "disabled": {
                "type": "boolean",
                "default": false,
                "description": "Whether it gets no tokens."
              }
            }
          }
        ]
      },
      "OauthClient": {
        "allOf": [
          {
            "$ref": "#/components/schemas/ClientDetails"
          },
          {
            "type": "object",
            "required": [
              "clientId",
              "tenant",
              "disabled",
              "appInstanceIds",
              "created",
              "_links"
            ],
            "properties": {
              "clientId": {
                "$ref": "#/components/schemas/ClientId"
              },
              "disabled": {
                "type": "boolean",
                "description": "Whether it gets no tokens."
              },
              "created": {
                "description": "When it was registered.",
                "$ref": "#/components/schemas/DateTime"
              },
              "_links": {
                "$ref": "#/components/schemas/SelfLinks"
              }
            }
          }
        ]
      },
      "RegisteredOauthClient": {
        "allOf": [
          {
            "$ref": "#/components/schemas/OauthClient"
          },
          {
            "type": "object",
            "properties": {
              "clientSecret": {
                "$ref": "#/components/schemas/Secret"
              }
            }
          }
        ]
      },
      "SecretRotation": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "overlapS": {
            "type": "integer",
            "minimum": 0,
            "maximum": 604800,
            "default": 0,
            "description": "How long the secret before goes on, in seconds."
          }
        }
      },
      "ClientSecret": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "clientId",
          "clientSecret"
        ],
        "properties": {
          "clientId": {
            "$ref": "#/components/schemas/ClientId"
          },
          "clientSecret": {
            "$ref": "#/components/schemas/Secret"
          }
        }
      },
      "Secret": {
        "type": "string",
        "maxLength": 64,
        "description": "256 random bits. It is nowhere to be read again."
      },
      "TenantDetails": {
        "type": "object",
        "required": [
          "devices"
        ],
        "properties": {
          "description": {
            "type": "string",
            "maxLength": 256,
            "description": "For people."
          },
          "devices": {
            "$ref": "#/components/schemas/TenantDevices"
          },
          "quotas": {
            "$ref": "#/components/schemas/Quotas"
          }
        }
      },
      "TenantDevices": {
        "description": "The devices that its clients may see, as the registry names them.",
        "oneOf": [
          {
            "type": "string",
            "enum": [
              "all"
            ]
          },
          {
            "type": "array",
            "maxItems": 64,
            "uniqueItems": true,
            "items": {
              "type": "string",
              "pattern": "^[A-Za-z0-9._:-]+$",
              "maxLength": 128
            }
          }
        ]
      },
      "NewTenant": {
        "allOf": [
          {
            "$ref": "#/components/schemas/TenantDetails"
          },
          {
            "type": "object",
            "required": [
              "tenant"
            ],
            "properties": {
              "tenant": {
                "$ref": "#/components/schemas/TenantName"
              }
            }
          }
        ]
      },
      "Tenant": {
        "allOf": [
          {
            "$ref": "#/components/schemas/TenantDetails"
          },
          {
            "type": "object",
            "required": [
              "tenant",
              "quotas",
              "_links"
            ],
            "properties": {
              "tenant": {
                "$ref": "#/components/schemas/TenantName"
              },
              "_links": {
                "$ref": "#/components/schemas/SelfLinks"
              }
            }
          }
        ]
      },
      "Quotas": {
        "description": "What its clients may use together; without a bound where one is absent. Beyond a rate, or the points of a day, they are refused with 429 and `Retry-After`, beyond a number with 403.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "readsPerSecond": {
            "type": "number",
            "minimum": 0.1,
            "maximum": 1000000,
            "description": "GET and HEAD; twice as many at once."
          },
          "writesPerSecond": {
            "type": "number",
            "minimum": 0.1,
            "maximum": 1000000,
            "description": "All other requests; twice as many at once."
          },
          "applications": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Application instances that they have made."
          },
          "subscriptions": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "MEC subscriptions of its applications."
          },
          "eventReaders": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "WebSockets that follow the events, at once."
          },
          "streams": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Streams of cameras, at once."
          },
          "pointsPerDay": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Readings that they add, from midnight to midnight in UTC."
          }
        }
      },
      "Usage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "tenant",
          "since",
          "reads",
          "writes",
          "refused",
          "bytesSent",
          "points"
        ],
        "properties": {
          "tenant": {
            "$ref": "#/components/schemas/TenantName"
          },
          "client": {
            "type": "string",
            "maxLength": 4096,
            "description": "Its `clientId`, or the issuer, `#` and the subject of one with a token of somebody else. Absent for what all those have used together that have not been seen for longest, and are not told apart any more."
          },
          "since": {
            "description": "From when on it is counted.",
            "$ref": "#/components/schemas/DateTime"
          },
          "reads": {
            "$ref": "#/components/schemas/Count",
            "description": "GET and HEAD that were let in."
          },
          "writes": {
            "$ref": "#/components/schemas/Count",
            "description": "All other requests that were let in."
          },
          "refused": {
            "$ref": "#/components/schemas/Count",
            "description": "Requests that were refused for a limit or a quota."
          },
          "bytesSent": {
            "$ref": "#/components/schemas/Count",
            "description": "Bodies of answers, streams included and WebSockets not."
          },
          "points": {
            "$ref": "#/components/schemas/Count",
            "description": "Readings that it has added."
          }
        }
      },
      "Count": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991
      },
      "AuditEntry": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "number",
          "kind",
          "time",
          "what",
          "previous",
          "hash"
        ],
        "properties": {
          "number": {
            "$ref": "#/components/schemas/EntryNumber"
          },
          "kind": {
            "$ref": "#/components/schemas/AuditKind"
          },
          "time": {
            "description": "When it happened; of a count, when for the first time.",
            "$ref": "#/components/schemas/DateTime"
          },
          "until": {
            "description": "Of a count, when for the last time.",
            "$ref": "#/components/schemas/DateTime"
          },
          "what": {
            "description": "The `operationId`, or `refused` for a request that was let in nowhere, `others` for what was counted without names, `started`, `stopped`, `entriesLost`, `chainBroken`, `owner-…` for what the gateway's owner asked for at its door (`umec token`).",
            "type": "string",
            "maxLength": 64
          },
          "client": {
            "type": "string",
            "maxLength": 64,
            "description": "Who; absent when nobody knows."
          },
          "tenant": {
            "type": "string",
            "maxLength": 128,
            "description": "To whom the client belongs."
          },
          "target": {
            "type": "string",
            "maxLength": 256,
            "description": "The path, without its query; of a count, the first."
          },
          "from": {
            "type": "string",
            "maxLength": 64,
            "description": "The address it came from; of a count, of IPv6 the /64."
          },
          "outcome": {
            "type": "integer",
            "minimum": 100,
            "maximum": 599,
            "description": "The HTTP status."
          },
          "count": {
            "type": "integer",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "How often."
          },
          "previous": {
            "description": "The hash of the entry of this kind before it; zeros when it is the first.",
            "$ref": "#/components/schemas/Hash"
          },
          "hash": {
            "description": "SHA-256 over the JSON array of number, kind, previous, time and until in ms, what, client, tenant, target, from, outcome and count, without spaces and with null for what is absent.",
            "$ref": "#/components/schemas/Hash"
          }
        }
      },
      "AuditKind": {
        "description": "Whether it is one event, or says how often the like of it has happened.",
        "type": "string",
        "enum": [
          "EVENT",
          "COUNT"
        ]
      },
      "AuditVerification": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "intact",
          "entries",
          "oldest",
          "ends",
          "faults"
        ],
        "properties": {
          "intact": {
            "type": "boolean",
            "description": "Whether nothing was found."
          },
          "entries": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "How many there are."
          },
          "oldest": {
            "$ref": "#/components/schemas/EntryNumber"
          },
          "ends": {
            "$ref": "#/components/schemas/AuditEnds"
          },
          "faults": {
            "description": "The first that were found.",
            "type": "array",
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/AuditFault"
            }
          }
        }
      },
      "AuditFault": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "number",
          "reason"
        ],
        "properties": {
          "number": {
            "$ref": "#/components/schemas/EntryNumber"
          },
          "reason": {
            "type": "string",
            "maxLength": 1024
          }
        }
      },
      "AuditEnds": {
        "description": "The newest entry of each kind.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "EVENT",
          "COUNT"
        ],
        "properties": {
          "EVENT": {
            "$ref": "#/components/schemas/ChainEnd"
          },
          "COUNT": {
            "$ref": "#/components/schemas/ChainEnd"
          }
        }
      },
      "ChainEnd": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "number",
          "hash"
        ],
        "properties": {
          "number": {
            "$ref": "#/components/schemas/EntryNumber"
          },
          "hash": {
            "$ref": "#/components/schemas/Hash"
          }
        }
      },
      "EntryNumber": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Grows from entry to entry."
      },
      "Hash": {
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "maxLength": 64
      },
      "Role": {
        "type": "string",
        "enum": [
          "admin",
          "operator",
          "viewer"
        ],
        "description": "For a person: a viewer sees, an operator changes too, an administrator also says who else may. Instead of `scopes`."
      },
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
      },
      "LinkType": {
        "type": "object",
        "required": [
          "href"
        ],
        "properties": {
          "href": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          }
        }
      },
      "SelfLinks": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/components/schemas/LinkType"
          }
        }
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
      "409": {
        "description": "The request contradicts the state of the resource.",
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "412": {
        "description": "The resource has changed since you read it (`If-Match`).",
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
