import type { DeclaredInput, ModelInput } from './model-input.js';
import type { ModelQuestion } from './model-servers.js';
import type { Output } from './output.js';
import type { Tensor } from './tensor.js';

export interface Model {
  /** A name that can stand in a path as it is, like `version`. */
  readonly model: string;
  readonly version?: string | undefined;
}

/** How models are asked. */
export interface Protocol {
  metadata(model: Model): ModelQuestion;
  /** @throws GatewayError `badGateway` */
  inputsIn(metadata: unknown): readonly DeclaredInput[];
  infer(model: Model, input: ModelInput, tensor: Tensor): Promise<ModelQuestion>;
  /**
   * @returns what are numbers among the outputs
   * @throws GatewayError `badGateway`
   */
  outputsIn(answer: unknown): readonly Output[];
}

export const JSON_TYPE = { 'Content-Type': 'application/json', Accept: 'application/json' };
