import type {Rolldown} from 'tsdown'

const pure = /(\/\* ?[@#]__PURE__ ?\*\/ \(\()(?=\) =>)/g

/**
 * Lets tree shaking drop calls of `(() => …)()` that are marked as pure. The bundler puts the body in the place of such
 * a call before it looks for what nobody needs, and the mark is lost; it leaves functions with a parameter alone.
 */
export function keepPureFunctions(): Rolldown.Plugin {
  return {
    name: 'keep-pure-functions',
    transform: {
      filter: {code: pure},
      handler: code => code.replace(pure, '$1_'),
    },
  }
}
