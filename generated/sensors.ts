// Generated from openapi/sensors.yaml by `npm run generate`; change that file, not this one.
import type { Document } from '../src/http/document.js';

export interface paths {
    readonly "/tags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every tag the gateway knows */
        readonly get: operations["Tags_GET"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tags/{mac}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tag's Bluetooth address. */
                readonly mac: components["parameters"]["mac"];
            };
            readonly cookie?: never;
        };
        /** One tag */
        readonly get: operations["TagsMac_GET"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tags/{mac}/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tag's Bluetooth address. */
                readonly mac: components["parameters"]["mac"];
            };
            readonly cookie?: never;
        };
        /** The history of one tag */
        readonly get: operations["TagReadings_GET"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readings/latest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The latest reading of every tag */
        readonly get: operations["LatestReadings_GET"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The history of any measurement, applications' own included */
        readonly get: operations["Readings_GET"];
        readonly put?: never;
        /**
         * Add readings of your own
         * @description A number plate, a people count: kept like the readings of tags, and sent to the same destinations. Answered when they are on disk. All are taken or none. Sending the same points again changes nothing, so a lost answer is no trouble.
         */
        readonly post: operations["Readings_POST"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Tag: {
            readonly mac: components["schemas"]["Mac"];
            readonly name?: components["schemas"]["Name"];
            readonly state: components["schemas"]["State"];
            readonly reason?: components["schemas"]["Reason"];
            readonly dataFormat: components["schemas"]["DataFormat"];
            readonly receiver: components["schemas"]["Receiver"];
            readonly lastSeen: components["schemas"]["DateTime"];
            readonly _links: {
                readonly self: components["schemas"]["LinkType"];
                readonly readings: components["schemas"]["LinkType"];
            };
        };
        /** @description What one tag measured at one moment. */
        readonly Reading: {
            readonly mac: components["schemas"]["Mac"];
            readonly name?: components["schemas"]["Name"];
            readonly time: components["schemas"]["DateTime"];
            readonly dataFormat: components["schemas"]["DataFormat"];
            readonly receiver: components["schemas"]["Receiver"];
            /** @description Signal strength, dBm. */
            readonly rssi?: number;
            /** @description °C */
            readonly temperature?: number;
            /** @description % relative humidity; above 100 the sensor is at fault. */
            readonly humidity?: number;
            /** @description Pa */
            readonly pressure?: number;
            /** @description g */
            readonly accelerationX?: number;
            /** @description g */
            readonly accelerationY?: number;
            /** @description g */
            readonly accelerationZ?: number;
            /** @description V */
            readonly batteryVoltage?: number;
            /** @description dBm */
            readonly txPower?: number;
            readonly movementCounter?: number;
            readonly measurementSequenceNumber?: number;
            /** @description µg/m³ */
            readonly pm1p0?: number;
            /** @description µg/m³ */
            readonly pm2p5?: number;
            /** @description µg/m³ */
            readonly pm4p0?: number;
            /** @description µg/m³ */
            readonly pm10p0?: number;
            /** @description ppm */
            readonly co2?: number;
            /** @description Volatile organic compounds index. */
            readonly voc?: number;
            /** @description Nitrogen oxides index. */
            readonly nox?: number;
            /** @description lux */
            readonly illuminance?: number;
            /** @description The gas sensors are still calibrating. */
            readonly calibrating?: boolean;
        };
        /** @description One point of one series, in InfluxDB's terms. */
        readonly Point: {
            readonly measurement: components["schemas"]["MeasurementName"];
            readonly tags: components["schemas"]["TagSet"];
            readonly time: components["schemas"]["DateTime"];
            readonly fields: components["schemas"]["FieldSet"];
        };
        readonly NewPoint: {
            readonly measurement: components["schemas"]["MeasurementName"];
            readonly tags?: components["schemas"]["TagSet"];
            /**
             * Format: date-time
             * @description When it was so; absent means now. Give it, and sending again is harmless.
             */
            readonly time?: string;
            readonly fields: components["schemas"]["FieldSet"];
        };
        /** @description A name of letters, digits and `_`; those that begin with `_` are InfluxDB's own. */
        readonly MeasurementName: string;
        /** @description Names and values that together with the measurement make the series. */
        readonly TagSet: {
            readonly [key: string]: string;
        };
        /** @description Names and values. Every number is kept as a floating point number. */
        readonly FieldSet: {
            readonly [key: string]: number | string | boolean;
        };
        /** @description What people call it. */
        readonly Name: string;
        /**
         * @description Ruuvi's name for the layout of the advertisement.
         * @enum {string}
         */
        readonly DataFormat: "3" | "5" | "C5" | "6" | "E1";
        /** @description The radio that heard it. */
        readonly Receiver: string;
        /**
         * @description A Bluetooth address.
         * @example CB:B8:33:4C:88:4F
         */
        readonly Mac: string;
        /**
         * @description Whether it can be used now, in the words of ETSI GS MEC 011.
         * @enum {string}
         */
        readonly State: "ACTIVE" | "INACTIVE" | "SUSPENDED";
        /** @description Why it is not ACTIVE, and what would help. */
        readonly Reason: string;
        /**
         * Format: date-time
         * @description A point in time, in UTC with milliseconds (RFC 3339).
         */
        readonly DateTime: string;
        readonly LinkType: {
            /** Format: uri-reference */
            readonly href: string;
        };
        /** @description What went wrong, and what was expected (RFC 9457; ETSI GS MEC 009, clause 6.15). */
        readonly ProblemDetails: {
            /** @description A URI for the kind of problem; absent means about:blank. */
            readonly type?: string;
            /** @description The kind of problem in a word. */
            readonly title?: string;
            /** @description The HTTP status. */
            readonly status: number;
            /** @description What was wrong with this request and what was expected. */
            readonly detail: string;
            readonly instance?: string;
        };
    };
    responses: {
        /** @description What you have is what there is. */
        readonly 304: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not as the specification says; nothing was changed. */
        readonly 400: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description A bearer token is missing or not valid. */
        readonly 401: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The token does not allow this, or the present state of the resource forbids it. */
        readonly 403: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description There is nothing at this address. */
        readonly 404: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description None of the content types in `Accept` can be given. */
        readonly 406: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is larger than this gateway takes. */
        readonly 413: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The body is of another content type than expected. */
        readonly 415: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Too many requests; try again later. */
        readonly 429: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description What the answer needs is not available just now. */
        readonly 503: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: {
        /** @description The tag's Bluetooth address. */
        readonly mac: components["schemas"]["Mac"];
        /** @description The earliest time wanted. */
        readonly from: components["schemas"]["DateTime"];
        /** @description The time at which to stop; what is of this very moment is left out. */
        readonly to: components["schemas"]["DateTime"];
        /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
        readonly limit: number;
        /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
        readonly nextpage_opaque_marker: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this very representation; send it back in `If-None-Match` or `If-Match`. */
        readonly ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly Tags_GET: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tags, in order of their addresses. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Tag"][];
                };
            };
            readonly 304: components["responses"]["304"];
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 406: components["responses"]["406"];
            readonly 429: components["responses"]["429"];
        };
    };
    readonly TagsMac_GET: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The tag's Bluetooth address. */
                readonly mac: components["parameters"]["mac"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tag. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tag"];
                };
            };
            readonly 304: components["responses"]["304"];
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 406: components["responses"]["406"];
            readonly 429: components["responses"]["429"];
        };
    };
    readonly TagReadings_GET: {
        readonly parameters: {
            readonly query?: {
                /** @description The earliest time wanted. */
                readonly from?: components["parameters"]["from"];
                /** @description The time at which to stop; what is of this very moment is left out. */
                readonly to?: components["parameters"]["to"];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                readonly limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                readonly nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The tag's Bluetooth address. */
                readonly mac: components["parameters"]["mac"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Readings in order of time, oldest first. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Reading"][];
                };
            };
            readonly 304: components["responses"]["304"];
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 406: components["responses"]["406"];
            readonly 429: components["responses"]["429"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly LatestReadings_GET: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One reading per tag, in order of their addresses; a tag that fell silent keeps its last one. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Reading"][];
                };
            };
            readonly 304: components["responses"]["304"];
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 406: components["responses"]["406"];
            readonly 429: components["responses"]["429"];
        };
    };
    readonly Readings_GET: {
        readonly parameters: {
            readonly query: {
                readonly measurement: components["schemas"]["MeasurementName"];
                /** @description Only points with this tag: `name=value`. Repeat it to ask for several at once. */
                readonly tag?: readonly string[];
                /** @description The earliest time wanted. */
                readonly from?: components["parameters"]["from"];
                /** @description The time at which to stop; what is of this very moment is left out. */
                readonly to?: components["parameters"]["to"];
                /** @description How many to give at the most. When there are more, the `Link` header leads to the next page. */
                readonly limit?: components["parameters"]["limit"];
                /** @description Where the page before ended, as its `Link` header says (ETSI GS MEC 009, clause 6.20). */
                readonly nextpage_opaque_marker?: components["parameters"]["nextpage_opaque_marker"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Points in order of time, oldest first; none is an empty list. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    /** @description Leads to the next page, with `rel="next"`; absent on the last. */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Point"][];
                };
            };
            readonly 304: components["responses"]["304"];
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 406: components["responses"]["406"];
            readonly 429: components["responses"]["429"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly Readings_POST: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": readonly components["schemas"]["NewPoint"][];
            };
        };
        readonly responses: {
            /** @description They are kept. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 413: components["responses"]["413"];
            readonly 415: components["responses"]["415"];
            readonly 429: components["responses"]["429"];
            readonly 503: components["responses"]["503"];
        };
    };
}

/** The whole specification, with what it shares with others. */
export const document: Document = {
  "openapi": "3.1.0",
  "info": {
    "title": "Sensors",
    "version": "0.1.0",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "description": "Bluetooth tags that the gateway hears, their latest readings and their history, and readings that applications add. A value that a tag marks as not available is absent, never a number. Units: °C, % relative humidity, Pa, g, V, dBm, µg/m³, ppm, lux."
  },
  "servers": [
    {
      "url": "/sensors/v1"
    }
  ],
  "security": [
    {
      "oauth2": [
        "sensors:read"
      ]
    }
  ],
  "tags": [
    {
      "name": "sensors",
      "description": "Tags and readings."
    }
  ],
  "paths": {
    "/tags": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Tags_GET",
        "summary": "Every tag the gateway knows",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The tags, in order of their addresses.",
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
                    "$ref": "#/components/schemas/Tag"
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
    "/tags/{mac}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagsMac_GET",
        "summary": "One tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The tag.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Tag"
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
    "/tags/{mac}/readings": {
      "parameters": [
        {
          "$ref": "#/components/parameters/mac"
        }
      ],
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "TagReadings_GET",
        "summary": "The history of one tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
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
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/nextpage_opaque_marker"
          }
        ],
        "responses": {
          "200": {
            "description": "Readings in order of time, oldest first.",
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
                    "$ref": "#/components/schemas/Reading"
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
          "429": {
            "$ref": "#/components/responses/429"
          },
          "503": {
            "$ref": "#/components/responses/503"
          }
        }
      }
    },
    "/readings/latest": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "LatestReadings_GET",
        "summary": "The latest reading of every tag",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "One reading per tag, in order of their addresses; a tag that fell silent keeps its last one.",
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
                    "$ref": "#/components/schemas/Reading"
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
    "/readings": {
      "get": {
        "tags": [
          "sensors"
        ],
        "operationId": "Readings_GET",
        "summary": "The history of any measurement, applications' own included",
        "security": [
          {
            "oauth2": [
              "sensors:read"
            ]
          }
        ],
        "parameters": [
          {
            "name": "measurement",
            "in": "query",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/MeasurementName"
            }
          },
          {
            "name": "tag",
            "in": "query",
            "allowReserved": true,
            "description": "Only points with this tag: `name=value`. Repeat it to ask for several at once.",
            "explode": true,
            "schema": {
              "type": "array",
              "maxItems": 16,
              "items": {
                "type": "string",
                "pattern": "^[^=]{1,64}=.{1,256}$",
                "maxLength": 321
              }
            }
          },
          {
            "$ref": "#/components/parameters/from"
          },
          {
            "$ref": "#/components/parameters/to"
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
            "description": "Points in order of time, oldest first; none is an empty list.",
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
                    "$ref": "#/components/schemas/Point"
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
      },
      "post": {
        "tags": [
          "sensors"
        ],
        "operationId": "Readings_POST",
        "summary": "Add readings of your own",
        "description": "A number plate, a people count: kept like the readings of tags, and sent to the same destinations. Answered when they are on disk. All are taken or none. Sending the same points again changes nothing, so a lost answer is no trouble.",
        "security": [
          {
            "oauth2": [
              "sensors:write"
            ]
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1000,
                "items": {
                  "$ref": "#/components/schemas/NewPoint"
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "They are kept."
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
        "description": "Client credentials (RFC 6749, section 4.4).",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "http://127.0.0.1:8080/oauth2/token",
            "scopes": {
              "sensors:read": "See tags and readings.",
              "sensors:write": "Add readings."
            }
          }
        }
      }
    },
    "parameters": {
      "mac": {
        "name": "mac",
        "in": "path",
        "required": true,
        "description": "The tag's Bluetooth address.",
        "schema": {
          "$ref": "#/components/schemas/Mac"
        }
      },
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
    "schemas": {
      "Tag": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "mac",
          "state",
          "dataFormat",
          "receiver",
          "lastSeen",
          "_links"
        ],
        "properties": {
          "mac": {
            "$ref": "#/components/schemas/Mac"
          },
          "name": {
            "$ref": "#/components/schemas/Name"
          },
          "state": {
            "$ref": "#/components/schemas/State"
          },
          "reason": {
            "$ref": "#/components/schemas/Reason"
          },
          "dataFormat": {
            "$ref": "#/components/schemas/DataFormat"
          },
          "receiver": {
            "$ref": "#/components/schemas/Receiver"
          },
          "lastSeen": {
            "$ref": "#/components/schemas/DateTime"
          },
          "_links": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "self",
              "readings"
            ],
            "properties": {
              "self": {
                "$ref": "#/components/schemas/LinkType"
              },
              "readings": {
                "$ref": "#/components/schemas/LinkType"
              }
            }
          }
        }
      },
      "Reading": {
        "description": "What one tag measured at one moment.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "mac",
          "time",
          "dataFormat",
          "receiver"
        ],
        "properties": {
          "mac": {
            "$ref": "#/components/schemas/Mac"
          },
          "name": {
            "$ref": "#/components/schemas/Name"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "dataFormat": {
            "$ref": "#/components/schemas/DataFormat"
          },
          "receiver": {
            "$ref": "#/components/schemas/Receiver"
          },
          "rssi": {
            "type": "integer",
            "minimum": -128,
            "maximum": 127,
            "description": "Signal strength, dBm."
          },
          "temperature": {
            "type": "number",
            "minimum": -164,
            "maximum": 164,
            "description": "°C"
          },
          "humidity": {
            "type": "number",
            "minimum": 0,
            "maximum": 164,
            "description": "% relative humidity; above 100 the sensor is at fault."
          },
          "pressure": {
            "type": "number",
            "minimum": 50000,
            "maximum": 115535,
            "description": "Pa"
          },
          "accelerationX": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "accelerationY": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "accelerationZ": {
            "type": "number",
            "minimum": -33,
            "maximum": 33,
            "description": "g"
          },
          "batteryVoltage": {
            "type": "number",
            "minimum": 0,
            "maximum": 66,
            "description": "V"
          },
          "txPower": {
            "type": "integer",
            "minimum": -40,
            "maximum": 22,
            "description": "dBm"
          },
          "movementCounter": {
            "type": "integer",
            "minimum": 0,
            "maximum": 255
          },
          "measurementSequenceNumber": {
            "type": "integer",
            "minimum": 0,
            "maximum": 16777215
          },
          "pm1p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm2p5": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm4p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "pm10p0": {
            "type": "number",
            "minimum": 0,
            "maximum": 6554,
            "description": "µg/m³"
          },
          "co2": {
            "type": "number",
            "minimum": 0,
            "maximum": 65535,
            "description": "ppm"
          },
          "voc": {
            "type": "number",
            "minimum": 0,
            "maximum": 511,
            "description": "Volatile organic compounds index."
          },
          "nox": {
            "type": "number",
            "minimum": 0,
            "maximum": 511,
            "description": "Nitrogen oxides index."
          },
          "illuminance": {
            "type": "number",
            "minimum": 0,
            "maximum": 167773,
            "description": "lux"
          },
          "calibrating": {
            "type": "boolean",
            "description": "The gas sensors are still calibrating."
          }
        }
      },
      "Point": {
        "description": "One point of one series, in InfluxDB's terms.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measurement",
          "tags",
          "time",
          "fields"
        ],
        "properties": {
          "measurement": {
            "$ref": "#/components/schemas/MeasurementName"
          },
          "tags": {
            "$ref": "#/components/schemas/TagSet"
          },
          "time": {
            "$ref": "#/components/schemas/DateTime"
          },
          "fields": {
            "$ref": "#/components/schemas/FieldSet"
          }
        }
      },
      "NewPoint": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "measurement",
          "fields"
        ],
        "properties": {
          "measurement": {
            "$ref": "#/components/schemas/MeasurementName"
          },
          "tags": {
            "$ref": "#/components/schemas/TagSet"
          },
          "time": {
            "description": "When it was so; absent means now. Give it, and sending again is harmless.",
            "type": "string",
            "format": "date-time",
            "maxLength": 40
          },
          "fields": {
            "$ref": "#/components/schemas/FieldSet"
          }
        }
      },
      "MeasurementName": {
        "description": "A name of letters, digits and `_`; those that begin with `_` are InfluxDB's own.",
        "type": "string",
        "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
        "maxLength": 64
      },
      "TagSet": {
        "description": "Names and values that together with the measurement make the series.",
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "type": "string",
          "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
          "maxLength": 64
        },
        "additionalProperties": {
          "type": "string",
          "minLength": 1,
          "maxLength": 256
        }
      },
      "FieldSet": {
        "description": "Names and values. Every number is kept as a floating point number.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 64,
        "propertyNames": {
          "type": "string",
          "pattern": "^[A-Za-z][A-Za-z0-9_]*$",
          "maxLength": 64
        },
        "additionalProperties": {
          "oneOf": [
            {
              "type": "number"
            },
            {
              "type": "string",
              "maxLength": 1024
            },
            {
              "type": "boolean"
            }
          ]
        }
      },
      "Name": {
        "type": "string",
        "minLength": 1,
        "maxLength": 64,
        "description": "What people call it."
      },
      "DataFormat": {
        "description": "Ruuvi's name for the layout of the advertisement.",
        "type": "string",
        "enum": [
          "3",
          "5",
          "C5",
          "6",
          "E1"
        ]
      },
      "Receiver": {
        "type": "string",
        "maxLength": 64,
        "description": "The radio that heard it."
      },
      "Mac": {
        "description": "A Bluetooth address.",
        "type": "string",
        "pattern": "^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$",
        "maxLength": 17,
        "examples": [
          "CB:B8:33:4C:88:4F"
        ]
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
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/ProblemDetails"
            }
          }
        }
      },
      "503": {
        "description": "What the answer needs is not available just now.",
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
