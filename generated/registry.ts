// Generated from openapi/registry.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    "/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every radio, camera and tag */
        get: operations["Devices_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device */
        get: operations["DevicesDeviceId_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every service, with where and how to call it */
        get: operations["RegistryServices_GET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subsystems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parts of the gateway itself, and how they do */
        get: operations["Subsystems_GET"];
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
         * @description `radio-`, `camera-` or `tag-` and its name.
         * @example tag-CBB8334C884F
         * @example camera-lens-1
         * @example radio-hci0
         */
        DeviceId: string;
        Device: {
            deviceId: components["schemas"]["DeviceId"];
            /** @enum {string} */
            kind: "RADIO" | "CAMERA" | "TAG";
            name?: string;
            /** @description What talks to it; `simulated` is no real device. */
            driver: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            /**
             * Format: date-time
             * @description Since when it is in this state.
             */
            since: string;
            _links: {
                self: components["schemas"]["LinkType"];
                resource?: components["schemas"]["LinkType"];
            };
        };
        Service: {
            serInstanceId: string;
            serName: string;
            /** @description The name of its MEC service category. */
            category?: string;
            version: string;
            state: components["schemas"]["State"];
            /** @description The MEC transport type, REST_HTTP or WEBSOCKET for example. */
            type: string;
            /** @description Where to call it. */
            uris: string[];
            /**
             * Format: uri-reference
             * @description Its OpenAPI document, when it is one of the gateway's own.
             */
            spec?: string;
            _links: {
                self: components["schemas"]["LinkType"];
            };
        };
        Subsystem: {
            name: string;
            state: components["schemas"]["State"];
            reason?: components["schemas"]["Reason"];
            counters: components["schemas"]["Counters"];
        };
        /**
         * @description Whether it can be used now, in the words of ETSI GS MEC 011.
         * @enum {string}
         */
        State: "ACTIVE" | "INACTIVE" | "SUSPENDED";
        /** @description Why it is not ACTIVE, and what would help. */
        Reason: string;
        LinkType: {
            /** Format: uri-reference */
            href: string;
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
        /** @description What is counted since the gateway started; each only ever grows. */
        Counters: {
            [key: string]: number;
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
        /** @description Too many requests; try again later. */
        429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Devices_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The devices, in order of their identifiers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    DevicesDeviceId_GET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: components["schemas"]["DeviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    RegistryServices_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services, in order of their names. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"][];
                };
            };
            304: components["responses"]["304"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
    Subsystems_GET: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store, the destinations and the like. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subsystem"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            406: components["responses"]["406"];
            429: components["responses"]["429"];
        };
    };
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Registry",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "What the gateway has, flat and ready to use: the devices, every service with the address to call, and the parts of the gateway itself. The services are those of ETSI MEC 011, told shorter."
  },
  "servers": [
    {
      "url": "/registry/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "registry:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "registry",
      "description": "The inventory."
    }
  ],
  "paths": {
    "/devices": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "Devices_GET",
        "summary": "Every radio, camera and tag",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The devices, in order of their identifiers.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 11000,
                  "items": {
                    "$ref": "#/components/schemas/Device"
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
          }
        }
      }
    },
    "/devices/{deviceId}": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "DevicesDeviceId_GET",
        "summary": "One device",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "deviceId",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/DeviceId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The device.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Device"
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
          }
        }
      }
    },
    "/services": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "RegistryServices_GET",
        "summary": "Every service, with where and how to call it",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The services, in order of their names.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 10000,
                  "items": {
                    "$ref": "#/components/schemas/Service"
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
          }
        }
      }
    },
    "/subsystems": {
      "get": {
        "tags": [
          "registry"
        ],
        "operationId": "Subsystems_GET",
        "summary": "The parts of the gateway itself, and how they do",
        "security": [
          {
            "oauth2": [
              "registry:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The store, the destinations and the like.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "maxItems": 64,
                  "items": {
                    "$ref": "#/components/schemas/Subsystem"
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
          "429": {
            "$ref": "#/components/responses/429"
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
              "registry:read": "See devices, services and the gateway's own state."
            }
          }
        }
      }
    },
    "schemas": {
      "DeviceId": {
        "description": "`radio-`, `camera-` or `tag-` and its name.",
        "type": "string",
        "pattern": "^[a-z]+-[A-Za-z0-9-]+$",
        "maxLength": 64,
        "examples": [
          "tag-CBB8334C884F",
          "camera-lens-1",
          "radio-hci0"
        ]
      },
      "Device": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "deviceId",
          "kind",
          "driver",
          "state",
          "since",
          "_links"
        ],
        "properties": {
          "deviceId": {
            "$ref": "#/components/schemas/DeviceId"
          },
          "kind": {
            "type": "string",
            "enum": [
              "RADIO",
              "CAMERA",
              "TAG"
            ]
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 64
          },
          "driver": {
            "type": "string",
            "maxLength": 32,
            "description": "What talks to it; `simulated` is no real device."
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "since": {
            "description": "Since when it is in this state.",
            "type": "string",
            "format": "date-time",
            "maxLength": 40
          },
          "_links": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "self"
            ],
            "properties": {
              "self": {
                "$ref": "#/components/schemas/LinkType"
              },
              "resource": {
                "$ref": "#/components/schemas/LinkType"
              }
            }
          }
        }
      },
      "Service": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "serInstanceId",
          "serName",
          "version",
          "state",
          "type",
          "uris",
          "_links"
        ],
        "properties": {
          "serInstanceId": {
            "type": "string",
            "maxLength": 64
          },
          "serName": {
            "type": "string",
            "maxLength": 128
          },
          "category": {
            "type": "string",
            "maxLength": 128,
            "description": "The name of its MEC service category."
          },
          "version": {
            "type": "string",
            "maxLength": 64
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "type": {
            "type": "string",
            "maxLength": 32,
            "description": "The MEC transport type, REST_HTTP or WEBSOCKET for example."
          },
          "uris": {
            "description": "Where to call it.",
            "type": "array",
            "maxItems": 64,
            "items": {
              "type": "string",
              "maxLength": 2048
            }
          },
          "spec": {
            "type": "string",
            "format": "uri-reference",
            "maxLength": 2048,
            "description": "Its OpenAPI document, when it is one of the gateway's own."
          },
          "_links": {
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
          }
        }
      },
      "Subsystem": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "state",
          "counters"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 64
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "counters": {
            "$ref": "#/components/schemas/Counters"
          }
        }
      },
      "State": {
        "description": "Whether it can be used now, in the words of ETSI GS MEC 011.",
        "type": "string",
        "enum": [
          "ACTIVE",
          "INACTIVE",
          "SUSPENDED"
        ]
      },
      "Reason": {
        "description": "Why it is not ACTIVE, and what would help.",
        "type": "string",
        "maxLength": 4096
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
      "Counters": {
        "description": "What is counted since the gateway started; each only ever grows.",
        "type": "object",
        "maxProperties": 64,
        "additionalProperties": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
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
      "429": {
        "description": "Too many requests; try again later.",
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
