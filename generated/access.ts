// Generated from openapi/access.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
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
        AuditEntry: {
            number: components["schemas"]["EntryNumber"];
            /**
             * @description Whether it is one event, or says how often the like of it has happened.
             * @enum {string}
             */
            kind: "EVENT" | "COUNT";
            /** @description When it happened; of a count, when for the first time. */
            time: components["schemas"]["DateTime"];
            /** @description Of a count, when for the last time. */
            until?: components["schemas"]["DateTime"];
            /** @description The `operationId`, or `refused` for a request that was let in nowhere, `others` for what was counted without names, `started`, `stopped`, `entriesLost`, `chainBroken`. */
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
        AuditVerification: {
            /** @description Whether nothing was found. */
            intact: boolean;
            /** @description How many there are. */
            entries: number;
            oldest: components["schemas"]["EntryNumber"];
            /** @description The newest entry of each kind. */
            ends: {
                EVENT: components["schemas"]["ChainEnd"];
                COUNT: components["schemas"]["ChainEnd"];
            };
            /** @description The first that were found. */
            faults: {
                number: components["schemas"]["EntryNumber"];
                reason: string;
            }[];
        };
        ChainEnd: {
            number: components["schemas"]["EntryNumber"];
            hash: components["schemas"]["Hash"];
        };
        /** @description Grows from entry to entry. */
        EntryNumber: number;
        Hash: string;
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        DateTime: string;
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
        /** @description None of the content types in `Accept` can be given. */
        406: {
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
        /** @description The earliest time wanted. */
        from: components["schemas"]["DateTime"];
        /** @description The time at which to stop; what is of this very moment is left out. */
        to: components["schemas"]["DateTime"];
        /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
        limit: number;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        nextpage_opaque_marker: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
        /** @description In how many seconds it may be tried again. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Audit_GET: {
        parameters: {
            query?: {
                /** @description The earliest time wanted. */
                from?: components["parameters"]["from"];
                /** @description The time at which to stop; what is of this very moment is left out. */
                to?: components["parameters"]["to"];
                /** @description Only what this client did. */
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
      "name": "access",
      "description": "Who did what, from where, with which outcome."
    }
  ],
  "paths": {
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
            "name": "client",
            "in": "query",
            "description": "Only what this client did.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            }
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
        "description": "Client credentials (RFC 6749, section 4.4).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "access:read": "See clients, tenants, usage and the audit log."
            }
          }
        }
      }
    },
    "schemas": {
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
            "description": "Whether it is one event, or says how often the like of it has happened.",
            "type": "string",
            "enum": [
              "EVENT",
              "COUNT"
            ]
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
            "description": "The `operationId`, or `refused` for a request that was let in nowhere, `others` for what was counted without names, `started`, `stopped`, `entriesLost`, `chainBroken`.",
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
          "faults": {
            "description": "The first that were found.",
            "type": "array",
            "maxItems": 16,
            "items": {
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
            }
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
      "DateTime": {
        "description": "A point in time, in UTC with milliseconds (RFC 3339).",
        "type": "string",
        "format": "date-time",
        "maxLength": 40
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
    "parameters": {
      "from": {
        "name": "from",
        "in": "query",
        "allowReserved": true,
        "description": "The earliest time wanted.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        }
      },
      "to": {
        "name": "to",
        "in": "query",
        "allowReserved": true,
        "description": "The time at which to stop; what is of this very moment is left out.",
        "schema": {
          "$ref": "#/components/schemas/DateTime"
        }
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
