import { TestEnvironment } from 'jest-environment-node';

/** Node 20 gives `using` its symbols in its own realm only; tests run in another and need the very same ones. */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    const { Symbol: inTests } = this.global;
    for (const name of ['dispose', 'asyncDispose'])
      if (!inTests[name]) Object.defineProperty(inTests, name, { value: Symbol[name] });
  }
}
