import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

/**
 * The realm of a test, as a program has it: its globals are plain ones, where the usual context of `vm` looks each of them up anew for
 * every use, which makes `Math.round` of each pixel cost more than all else. And Node 20 gives `using` its symbols in its own realm only;
 * tests need the very same ones.
 */
export default class extends TestEnvironment {
  constructor(...options) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...options);
    } finally {
      vm.createContext = createContext;
    }
  }

  async setup() {
    await super.setup();
    const { Symbol: inTests } = this.global;
    for (const name of ['dispose', 'asyncDispose'])
      if (!inTests[name]) Object.defineProperty(inTests, name, { value: Symbol[name] });
  }
}
