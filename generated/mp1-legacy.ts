// Generated from openapi/mp1-legacy.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every service, as in 2019
         * @deprecated
         * @description At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.
         */
        get: operations["Mp1Services_GET"];
        put?: never;
        /**
         * Offer a service, as in 2019
         * @deprecated
         * @description In 2019 a service belonged to nobody; here it belongs to the application instance `mp1-legacy`, which the platform makes when it is first needed. `Location` is where the service can be changed and withdrawn. A `serName` that begins with `umec-` is for gateways: 403 without the scope `street:write`.
         */
        post: operations["Mp1Services_POST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timing/current_time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The time, as in 2019
         * @deprecated
         */
        get: operations["Mp1TimingCurrentTime_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/dns_rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        /**
         * The DNS rules of one application, as in 2019
         * @deprecated
         */
        get: operations["Mp1DnsRules_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{appInstanceId}/dns_rules/{dnsRuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        /**
         * One DNS rule, as in 2019
         * @deprecated
         */
        get: operations["Mp1DnsRule_GET"];
        /**
         * Replace a DNS rule, as in 2019
         * @deprecated
         * @description The identifier in the address counts, whatever the body says; all other rules stay as they are. Rules are made and removed by the platform's management.
         */
        put: operations["Mp1DnsRule_PUT"];
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
        /** @description What a service says of itself, as before V2.1.1: without locality, signs of life and links, and INACTIVE where it is SUSPENDED in newer versions. */
        Mp1ServiceInfo: {
            serInstanceId: components["schemas"]["SerInstanceId"];
            serName: components["schemas"]["SerName"];
            serCategory?: components["schemas"]["CategoryRef"];
            version: components["schemas"]["ServiceVersion"];
            state: components["schemas"]["Mp1ServiceState"];
            transportInfo: components["schemas"]["TransportInfo"];
            serializer: components["schemas"]["SerializerType"];
        };
        /** @description What a client says of its service: exactly one of `transportId` and `transportInfo`. What newer versions add is let through and not looked at. */
        Mp1ServiceInfoRequest: {
            serInstanceId?: components["schemas"]["SerInstanceId"];
            serName: components["schemas"]["SerName"];
            serCategory?: components["schemas"]["CategoryRef"];
            version: components["schemas"]["ServiceVersion"];
            state: components["schemas"]["Mp1ServiceState"];
            /** @description One of the transports of the platform. */
            transportId?: string;
            transportInfo?: components["schemas"]["TransportInfo"];
            serializer: components["schemas"]["SerializerType"];
        } & (unknown | unknown);
        /** @enum {string} */
        Mp1ServiceState: "ACTIVE" | "INACTIVE";
        /** @description The platform's identifier of the service. */
        SerInstanceId: string;
        /** @description The name of the service. */
        SerName: string;
        /** @description The kind of service (clause 8.1.5.2). */
        CategoryRef: {
            /** Format: uri-reference */
            href: string;
            id: string;
            name: string;
            version: string;
        };
        ServiceVersion: string;
        /** @enum {string} */
        TransportType: "REST_HTTP" | "MB_TOPIC_BASED" | "MB_ROUTING" | "MB_PUBSUB" | "RPC" | "RPC_STREAMING" | "WEBSOCKET";
        EndPointAddress: {
            host: string;
            port: number;
        };
        /** @description Where it is; exactly one of the four (clause 8.1.5.3). A REST service gives `uris`. */
        EndPointInfo: {
            uris?: string[];
            fqdn?: string[];
            addresses?: components["schemas"]["EndPointAddress"][];
            alternative?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        GrantType: "OAUTH2_AUTHORIZATION_CODE" | "OAUTH2_IMPLICIT_GRANT" | "OAUTH2_RESOURCE_OWNER" | "OAUTH2_CLIENT_CREDENTIALS";
        OAuth2Info: {
            grantTypes: components["schemas"]["GrantType"][];
            /** Format: uri-reference */
            tokenEndpoint?: string;
        };
        /** @description What a consumer needs to be let in (clause 8.1.5.4). */
        SecurityInfo: {
            oAuth2Info?: components["schemas"]["OAuth2Info"];
        };
        /** @description How a service is reached (clause 8.1.2.3). */
        TransportInfo: {
            id: string;
            name: string;
            description?: string;
            type: components["schemas"]["TransportType"];
            /** @description HTTP for a REST API. */
            protocol: string;
            /** @description The version of the protocol. */
            version: string;
            endpoint: components["schemas"]["EndPointInfo"];
            security: components["schemas"]["SecurityInfo"];
            /** @description What else an implementation wants to say. */
            implSpecificInfo?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        SerializerType: "JSON" | "XML" | "PROTOBUF3";
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
         * @description TRACEABLE when the kernel's clock is synchronised.
         * @enum {string}
         */
        TimeSourceStatus: "TRACEABLE" | "NONTRACEABLE";
        /** @description The time (clause 7.1.2.5). */
        CurrentTime: {
            /** @description Since the epoch, in UTC. */
            seconds: number;
            nanoSeconds: number;
            timeSourceStatus: components["schemas"]["TimeSourceStatus"];
        };
        /** @enum {string} */
        IpAddressType: "IP_V6" | "IP_V4";
        /** @enum {string} */
        RuleState: "ACTIVE" | "INACTIVE";
        /** @description A name and the address it is to resolve to (clause 7.1.2.3). */
        DnsRule: {
            dnsRuleId: string;
            domainName: string;
            ipAddressType: components["schemas"]["IpAddressType"];
            ipAddress: string;
            /** @description Seconds. */
            ttl?: number;
            state: components["schemas"]["RuleState"];
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
        /** @description The rule. */
        DnsRule: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "dnsRuleId": "plates",
                 *       "domainName": "plates.oulu.example",
                 *       "ipAddressType": "IP_V4",
                 *       "ipAddress": "192.168.7.31",
                 *       "ttl": 60,
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["DnsRule"];
            };
        };
    };
    parameters: {
        /**
         * @description Services with one of these identifiers; repeat it, or separate them by commas.
         * @example [
         *       "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
         *     ]
         */
        ser_instance_id: string[];
        /**
         * @description Services with one of these names; repeat it, or separate them by commas.
         * @example [
         *       "plates"
         *     ]
         */
        ser_name: string[];
        /**
         * @description Services of this category.
         * @example plates
         */
        ser_category_id: string;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
        /**
         * @description The application instance, as the platform or whoever started it named it.
         * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
         */
        appInstanceId: string;
        /** @example plates */
        dnsRuleId: string;
        /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
        "If-Match": string;
    };
    requestBodies: never;
    headers: {
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
    Mp1Services_GET: {
        parameters: {
            query?: {
                /**
                 * @description Services with one of these identifiers; repeat it, or separate them by commas.
                 * @example [
                 *       "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
                 *     ]
                 */
                ser_instance_id?: components["parameters"]["ser_instance_id"];
                /**
                 * @description Services with one of these names; repeat it, or separate them by commas.
                 * @example [
                 *       "plates"
                 *     ]
                 */
                ser_name?: components["parameters"]["ser_name"];
                /**
                 * @description Services of this category.
                 * @example plates
                 */
                ser_category_id?: components["parameters"]["ser_category_id"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services, in the order in which they came, 500 to a page; none is an empty list. */
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
                     *         "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                     *         "serName": "plates",
                     *         "serCategory": {
                     *           "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                     *           "id": "plates",
                     *           "name": "Number plates",
                     *           "version": "1.0"
                     *         },
                     *         "version": "1.0",
                     *         "state": "ACTIVE",
                     *         "transportInfo": {
                     *           "id": "plates-rest",
                     *           "name": "REST",
                     *           "type": "REST_HTTP",
                     *           "protocol": "HTTP",
                     *           "version": "1.1",
                     *           "endpoint": {
                     *             "uris": [
                     *               "http://192.168.7.31:9000/plates"
                     *             ]
                     *           },
                     *           "security": {}
                     *         },
                     *         "serializer": "JSON"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Mp1ServiceInfo"][];
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
    Mp1Services_POST: {
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
                 *       "serName": "plates",
                 *       "serCategory": {
                 *         "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                 *         "id": "plates",
                 *         "name": "Number plates",
                 *         "version": "1.0"
                 *       },
                 *       "version": "1.0",
                 *       "state": "ACTIVE",
                 *       "transportInfo": {
                 *         "id": "plates-rest",
                 *         "name": "REST",
                 *         "type": "REST_HTTP",
                 *         "protocol": "HTTP",
                 *         "version": "1.1",
                 *         "endpoint": {
                 *           "uris": [
                 *             "http://192.168.7.31:9000/plates"
                 *           ]
                 *         },
                 *         "security": {}
                 *       },
                 *       "serializer": "JSON"
                 *     }
                 */
                "application/json": components["schemas"]["Mp1ServiceInfoRequest"];
            };
        };
        responses: {
            /** @description It is registered, and survives a restart of the gateway. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                     *       "serName": "plates",
                     *       "serCategory": {
                     *         "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                     *         "id": "plates",
                     *         "name": "Number plates",
                     *         "version": "1.0"
                     *       },
                     *       "version": "1.0",
                     *       "state": "ACTIVE",
                     *       "transportInfo": {
                     *         "id": "plates-rest",
                     *         "name": "REST",
                     *         "type": "REST_HTTP",
                     *         "protocol": "HTTP",
                     *         "version": "1.1",
                     *         "endpoint": {
                     *           "uris": [
                     *             "http://192.168.7.31:9000/plates"
                     *           ]
                     *         },
                     *         "security": {}
                     *       },
                     *       "serializer": "JSON"
                     *     }
                     */
                    "application/json": components["schemas"]["Mp1ServiceInfo"];
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
    Mp1TimingCurrentTime_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time, and whether it can be relied on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seconds": 1782043200,
                     *       "nanoSeconds": 504000000,
                     *       "timeSourceStatus": "TRACEABLE"
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentTime"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    Mp1DnsRules_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules; none is an empty list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "dnsRuleId": "plates",
                     *         "domainName": "plates.oulu.example",
                     *         "ipAddressType": "IP_V4",
                     *         "ipAddress": "192.168.7.31",
                     *         "ttl": 60,
                     *         "state": "ACTIVE"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["DnsRule"][];
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
    Mp1DnsRule_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DnsRule"];
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
    Mp1DnsRule_PUT: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read; the change is refused with 412 when it is no longer that. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                /**
                 * @description The application instance, as the platform or whoever started it named it.
                 * @example 28f38d38-7cf1-4be5-b8fa-6416d23d8961
                 */
                appInstanceId: components["parameters"]["appInstanceId"];
                /** @example plates */
                dnsRuleId: components["parameters"]["dnsRuleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dnsRuleId": "plates",
                 *       "domainName": "plates.oulu.example",
                 *       "ipAddressType": "IP_V4",
                 *       "ipAddress": "192.168.7.31",
                 *       "ttl": 60,
                 *       "state": "ACTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["DnsRule"];
            };
        };
        responses: {
            200: components["responses"]["DnsRule"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Mp1 of 2019",
    "version": "1.1.1",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Deprecated. What the first µMEC offered in 2019, in the manner of ETSI GS MEC 011 before V2.1.1, where all of Mp1 was one API: for clients that know no other, and only where `mec.mp1Legacy` is set. Services and rules are the very same as in `/mec_service_mgmt/v1` and `/mec_app_support/v1`, which new clients use. Three faults of 2019 are not kept: a rule that is replaced leaves all others as they are, an error is told by its status, and two ways to name services are refused."
  },
  "servers": [
    {
      "url": "/mp1/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "mp1:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "mp1",
      "description": "The first µMEC."
    }
  ],
  "paths": {
    "/services": {
      "get": {
        "tags": [
          "mp1"
        ],
        "operationId": "Mp1Services_GET",
        "summary": "Every service, as in 2019",
        "description": "At most one of `ser_instance_id`, `ser_name` and `ser_category_id` may be given.",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ser_instance_id"
          },
          {
            "$ref": "#/components/parameters/ser_name"
          },
          {
            "$ref": "#/components/parameters/ser_category_id"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "The services, in the order in which they came, 500 to a page; none is an empty list.",
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
                    "$ref": "#/components/schemas/Mp1ServiceInfo"
                  }
                },
                "example": [
                  {
                    "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                    "serName": "plates",
                    "serCategory": {
                      "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                      "id": "plates",
                      "name": "Number plates",
                      "version": "1.0"
                    },
                    "version": "1.0",
                    "state": "ACTIVE",
                    "transportInfo": {
                      "id": "plates-rest",
                      "name": "REST",
                      "type": "REST_HTTP",
                      "protocol": "HTTP",
                      "version": "1.1",
                      "endpoint": {
                        "uris": [
                          "http://192.168.7.31:9000/plates"
                        ]
                      },
                      "security": {}
                    },
                    "serializer": "JSON"
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
          "mp1"
        ],
        "operationId": "Mp1Services_POST",
        "summary": "Offer a service, as in 2019",
        "description": "In 2019 a service belonged to nobody; here it belongs to the application instance `mp1-legacy`, which the platform makes when it is first needed. `Location` is where the service can be changed and withdrawn. A `serName` that begins with `umec-` is for gateways: 403 without the scope `street:write`.",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:write"
            ]
          }
        ],
        "x-further-scope": "street:write",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Mp1ServiceInfoRequest"
              },
              "example": {
                "serName": "plates",
                "serCategory": {
                  "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                  "id": "plates",
                  "name": "Number plates",
                  "version": "1.0"
                },
                "version": "1.0",
                "state": "ACTIVE",
                "transportInfo": {
                  "id": "plates-rest",
                  "name": "REST",
                  "type": "REST_HTTP",
                  "protocol": "HTTP",
                  "version": "1.1",
                  "endpoint": {
                    "uris": [
                      "http://192.168.7.31:9000/plates"
                    ]
                  },
                  "security": {}
                },
                "serializer": "JSON"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "It is registered, and survives a restart of the gateway.",
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
                  "$ref": "#/components/schemas/Mp1ServiceInfo"
                },
                "example": {
                  "serInstanceId": "13d39c7a-4f09-48f4-bb1d-eac0a967c6da",
                  "serName": "plates",
                  "serCategory": {
                    "href": "http://192.168.7.31:9000/plates/openapi.yaml",
                    "id": "plates",
                    "name": "Number plates",
                    "version": "1.0"
                  },
                  "version": "1.0",
                  "state": "ACTIVE",
                  "transportInfo": {
                    "id": "plates-rest",
                    "name": "REST",
                    "type": "REST_HTTP",
                    "protocol": "HTTP",
                    "version": "1.1",
                    "endpoint": {
                      "uris": [
                        "http://192.168.7.31:9000/plates"
                      ]
                    },
                    "security": {}
                  },
                  "serializer": "JSON"
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
    "/timing/current_time": {
      "get": {
        "tags": [
          "mp1"
        ],
        "operationId": "Mp1TimingCurrentTime_GET",
        "summary": "The time, as in 2019",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The time, and whether it can be relied on.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CurrentTime"
                },
                "example": {
                  "seconds": 1782043200,
                  "nanoSeconds": 504000000,
                  "timeSourceStatus": "TRACEABLE"
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
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/applications/{appInstanceId}/dns_rules": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        }
      ],
      "get": {
        "tags": [
          "mp1"
        ],
        "operationId": "Mp1DnsRules_GET",
        "summary": "The DNS rules of one application, as in 2019",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The rules; none is an empty list.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 64,
                  "items": {
                    "$ref": "#/components/schemas/DnsRule"
                  }
                },
                "example": [
                  {
                    "dnsRuleId": "plates",
                    "domainName": "plates.oulu.example",
                    "ipAddressType": "IP_V4",
                    "ipAddress": "192.168.7.31",
                    "ttl": 60,
                    "state": "ACTIVE"
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
    "/applications/{appInstanceId}/dns_rules/{dnsRuleId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/appInstanceId"
        },
        {
          "$ref": "#/components/parameters/dnsRuleId"
        }
      ],
      "get": {
        "tags": [
          "mp1"
        ],
        "operationId": "Mp1DnsRule_GET",
        "summary": "One DNS rule, as in 2019",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/DnsRule"
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
      },
      "put": {
        "tags": [
          "mp1"
        ],
        "operationId": "Mp1DnsRule_PUT",
        "summary": "Replace a DNS rule, as in 2019",
        "description": "The identifier in the address counts, whatever the body says; all other rules stay as they are. Rules are made and removed by the platform's management.",
        "deprecated": true,
        "security": [
          {
            "oauth2": [
              "mp1:write"
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
                "$ref": "#/components/schemas/DnsRule"
              },
              "example": {
                "dnsRuleId": "plates",
                "domainName": "plates.oulu.example",
                "ipAddressType": "IP_V4",
                "ipAddress": "192.168.7.31",
                "ttl": 60,
                "state": "ACTIVE"
              }
            }
          }
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/DnsRule"
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
              "mp1:read": "Find services and DNS rules, and ask for the time.",
              "mp1:write": "Offer services, and switch DNS rules.",
              "street:write": "Offer services under names that begin with `umec-`, as gateways do."
            }
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
      },
      "DnsRule": {
        "description": "The rule.",
        "headers": {
          "ETag": {
            "$ref": "#/components/headers/ETag"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/DnsRule"
            },
            "example": {
              "dnsRuleId": "plates",
              "domainName": "plates.oulu.example",
              "ipAddressType": "IP_V4",
              "ipAddress": "192.168.7.31",
              "ttl": 60,
              "state": "ACTIVE"
            }
          }
        }
      }
    },
    "schemas": {
      "Mp1ServiceInfo": {
        "description": "What a service says of itself, as before V2.1.1: without locality, signs of life and links, and INACTIVE where it is SUSPENDED in newer versions.",
        "type": "object",
        "required": [
          "serInstanceId",
          "serName",
          "version",
          "state",
          "transportInfo",
          "serializer"
        ],
        "properties": {
          "serInstanceId": {
            "$ref": "#/components/schemas/SerInstanceId"
          },
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "version": {
            "$ref": "#/components/schemas/ServiceVersion"
          },
          "state": {
            "$ref": "#/components/schemas/Mp1ServiceState"
          },
          "transportInfo": {
            "$ref": "#/components/schemas/TransportInfo"
          },
          "serializer": {
            "$ref": "#/components/schemas/SerializerType"
          }
        }
      },
      "Mp1ServiceInfoRequest": {
        "description": "What a client says of its service: exactly one of `transportId` and `transportInfo`. What newer versions add is let through and not looked at.",
        "type": "object",
        "maxProperties": 64,
        "required": [
          "serName",
          "version",
          "state",
          "serializer"
        ],
        "oneOf": [
          {
            "required": [
              "transportId"
            ]
          },
          {
            "required": [
              "transportInfo"
            ]
          }
        ],
        "properties": {
          "serInstanceId": {
            "$ref": "#/components/schemas/SerInstanceId"
          },
          "serName": {
            "$ref": "#/components/schemas/SerName"
          },
          "serCategory": {
            "$ref": "#/components/schemas/CategoryRef"
          },
          "version": {
            "$ref": "#/components/schemas/ServiceVersion"
          },
          "state": {
            "$ref": "#/components/schemas/Mp1ServiceState"
          },
          "transportId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128,
            "description": "One of the transports of the platform."
          },
          "transportInfo": {
            "$ref": "#/components/schemas/TransportInfo"
          },
          "serializer": {
            "$ref": "#/components/schemas/SerializerType"
          }
        }
      },
      "Mp1ServiceState": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE"
        ]
      },
      "SerInstanceId": {
        "type": "string",
        "maxLength": 128,
        "description": "The platform's identifier of the service."
      },
      "SerName": {
        "type": "string",
        "minLength": 1,
        "maxLength": 128,
        "description": "The name of the service."
      },
      "CategoryRef": {
        "description": "The kind of service (clause 8.1.5.2).",
        "type": "object",
        "required": [
          "href",
          "id",
          "name",
          "version"
        ],
        "properties": {
          "href": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          },
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          }
        }
      },
      "ServiceVersion": {
        "type": "string",
        "minLength": 1,
        "maxLength": 64
      },
      "TransportType": {
        "type": "string",
        "enum": [
          "REST_HTTP",
          "MB_TOPIC_BASED",
          "MB_ROUTING",
          "MB_PUBSUB",
          "RPC",
          "RPC_STREAMING",
          "WEBSOCKET"
        ]
      },
      "EndPointAddress": {
        "type": "object",
        "required": [
          "host",
          "port"
        ],
        "properties": {
          "host": {
            "type": "string",
            "minLength": 1,
            "maxLength": 253
          },
          "port": {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          }
        }
      },
      "EndPointInfo": {
        "description": "Where it is; exactly one of the four (clause 8.1.5.3). A REST service gives `uris`.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": false,
        "properties": {
          "uris": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 2048
            }
          },
          "fqdn": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 253
            }
          },
          "addresses": {
            "type": "array",
            "minItems": 1,
            "maxItems": 16,
            "items": {
              "$ref": "#/components/schemas/EndPointAddress"
            }
          },
          "alternative": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true
          }
        }
      },
      "GrantType": {
        "type": "string",
        "enum": [
          "OAUTH2_AUTHORIZATION_CODE",
          "OAUTH2_IMPLICIT_GRANT",
          "OAUTH2_RESOURCE_OWNER",
          "OAUTH2_CLIENT_CREDENTIALS"
        ]
      },
      "OAuth2Info": {
        "type": "object",
        "required": [
          "grantTypes"
        ],
        "properties": {
          "grantTypes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
              "$ref": "#/components/schemas/GrantType"
            }
          },
          "tokenEndpoint": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048
          }
        }
      },
      "SecurityInfo": {
        "description": "What a consumer needs to be let in (clause 8.1.5.4).",
        "type": "object",
        "maxProperties": 16,
        "properties": {
          "oAuth2Info": {
            "$ref": "#/components/schemas/OAuth2Info"
          }
        }
      },
      "TransportInfo": {
        "description": "How a service is reached (clause 8.1.2.3).",
        "type": "object",
        "required": [
          "id",
          "name",
          "type",
          "protocol",
          "version",
          "endpoint",
          "security"
        ],
        "properties": {
          "id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "description": {
            "type": "string",
            "maxLength": 1024
          },
          "type": {
            "$ref": "#/components/schemas/TransportType"
          },
          "protocol": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "HTTP for a REST API."
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64,
            "description": "The version of the protocol."
          },
          "endpoint": {
            "$ref": "#/components/schemas/EndPointInfo"
          },
          "security": {
            "$ref": "#/components/schemas/SecurityInfo"
          },
          "implSpecificInfo": {
            "type": "object",
            "maxProperties": 64,
            "additionalProperties": true,
            "description": "What else an implementation wants to say."
          }
        }
      },
      "SerializerType": {
        "type": "string",
        "enum": [
          "JSON",
          "XML",
          "PROTOBUF3"
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
      "TimeSourceStatus": {
        "description": "TRACEABLE when the kernel's clock is synchronised.",
        "type": "string",
        "enum": [
          "TRACEABLE",
          "NONTRACEABLE"
        ]
      },
      "CurrentTime": {
        "description": "The time (clause 7.1.2.5).",
        "type": "object",
        "required": [
          "seconds",
          "nanoSeconds",
          "timeSourceStatus"
        ],
        "properties": {
          "seconds": {
            "type": "integer",
            "minimum": 0,
            "maximum": 4294967295,
            "description": "Since the epoch, in UTC."
          },
          "nanoSeconds": {
            "type": "integer",
            "minimum": 0,
            "maximum": 999999999
          },
          "timeSourceStatus": {
            "$ref": "#/components/schemas/TimeSourceStatus"
          }
        }
      },
      "IpAddressType": {
        "type": "string",
        "enum": [
          "IP_V6",
          "IP_V4"
        ]
      },
      "RuleState": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE"
        ]
      },
      "DnsRule": {
        "description": "A name and the address it is to resolve to (clause 7.1.2.3).",
        "type": "object",
        "maxProperties": 32,
        "required": [
          "dnsRuleId",
          "domainName",
          "ipAddressType",
          "ipAddress",
          "state"
        ],
        "properties": {
          "dnsRuleId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          },
          "domainName": {
            "type": "string",
            "minLength": 1,
            "maxLength": 253
          },
          "ipAddressType": {
            "$ref": "#/components/schemas/IpAddressType"
          },
          "ipAddress": {
            "type": "string",
            "minLength": 2,
            "maxLength": 45
          },
          "ttl": {
            "type": "integer",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Seconds."
          },
          "state": {
            "$ref": "#/components/schemas/RuleState"
          }
        }
      }
    },
    "parameters": {
      "ser_instance_id": {
        "name": "ser_instance_id",
        "in": "query",
        "allowReserved": true,
        "description": "Services with one of these identifiers; repeat it, or separate them by commas.",
        "explode": true,
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          }
        },
        "example": [
          "13d39c7a-4f09-48f4-bb1d-eac0a967c6da"
        ]
      },
      "ser_name": {
        "name": "ser_name",
        "in": "query",
        "allowReserved": true,
        "description": "Services with one of these names; repeat it, or separate them by commas.",
        "explode": true,
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 128
          }
        },
        "example": [
          "plates"
        ]
      },
      "ser_category_id": {
        "name": "ser_category_id",
        "in": "query",
        "allowReserved": true,
        "description": "Services of this category.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "plates"
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
      "appInstanceId": {
        "name": "appInstanceId",
        "in": "path",
        "required": true,
        "description": "The application instance, as the platform or whoever started it named it.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "28f38d38-7cf1-4be5-b8fa-6416d23d8961"
      },
      "dnsRuleId": {
        "name": "dnsRuleId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "example": "plates"
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
      }
    },
    "headers": {
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
    }
  }
};
